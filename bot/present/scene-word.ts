import { progressOf, type Order } from '../../core/incident.ts';
import type { Card, CardAction } from '../../core/message.ts';
import type { FileId } from '../../core/ids.ts';
import type { SceneWord } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { emptySeats } from './command-lines.ts';
import { button, cardOf, clip, line, type Presenting } from './presenting.ts';

/** What the officer may want to do on hearing it. */
const remedies: Partial<Record<SceneWord, 'more_people' | 'stand_down' | 'false_alarm'>> = {
  need: 'more_people',
  unsafe_withdrawal: 'more_people',
  handed_over: 'stand_down',
  false_alarm: 'false_alarm',
};

/** Words, a need or a picture from somebody of the incident, for the command group. */
export function sceneWord(
  { incident, seats }: IncidentView,
  from: (Order & { person: Person }) | null,
  said: { word: SceneWord; text: string; photo: FileId | null },
  { texts }: Presenting,
): Card {
  const { word, text, photo } = said;
  const open = word === 'need' ? emptySeats(seats, texts) : [];
  const remedy = incident.state === 'called_out' ? remedies[word] : undefined;
  const actions: CardAction[][] = remedy === undefined ? [] : [[button(texts, remedy, incident.token)]];
  const who =
    from === null ? '' : texts.scene.from(spokenName(from.person), from.acceptedAt === null ? null : progressOf(from));
  return cardOf({
    title: texts.scene.title(word, incident.number),
    lines: [
      ...line(who),
      ...line(text === '' ? null : texts.name.quoted(clip(text, 1500)), 'strong'),
      ...line(open.length === 0 ? null : texts.scene.openSeats(open)),
      ...line(texts.scene.hint[word], 'quiet'),
    ],
    actions,
    loud: true,
    ...(photo === null ? {} : { photo }),
  });
}

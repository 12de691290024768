import type { Matter, Opening } from '../../core/matter.ts';
import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { matterButton, privateCard } from './matter-shown.ts';
import { timeSaid } from './matter-when.ts';
import { clip, line, type Presenting } from './presenting.ts';

/** An opening with the people of it. */
export interface OpeningShown {
  opening: Opening;
  matter: Matter;
  asker: Person | null;
  decider: Person | null;
  reader: Person | null;
  rules: PrivateRules;
}

const nobody = '—';
const named = (person: Person | null): string => (person === null ? nobody : spokenName(person));

function until({ opening }: OpeningShown, presenting: Presenting): string {
  return opening.untilAt === null ? '' : timeSaid(opening.untilAt, presenting);
}

/** Whoever may agree: somebody asks to look; later how it was decided. */
export function openingAsked(shown: OpeningShown, presenting: Presenting): Card {
  const { opening, matter, asker, decider, rules } = shown;
  const { texts } = presenting;
  const words = texts.matter.list;
  if (opening.agreed !== null) {
    const told = words.openingDecided(opening.agreed, named(decider), until(shown, presenting));
    return privateCard(matter, 'news', presenting, { lines: line(told) });
  }
  return privateCard(matter, 'question', presenting, {
    lines: [
      ...line(words.openingAsked(named(asker), matter.number)),
      ...line(words.openingReason(clip(opening.reason, 400)), 'hidden'),
      ...line(words.openingNext(rules.openingMinutes), 'quiet'),
    ],
    actions: [
      [
        matterButton(texts, 'opening_agree', opening.token, { style: 'primary' }),
        matterButton(texts, 'opening_refuse', opening.token),
      ],
    ],
  });
}

/** Whoever asked hears how it was decided, and whoever has the matter that somebody looks. */
export function openingTold(shown: OpeningShown, presenting: Presenting): Card | null {
  const { opening, matter, asker, decider, reader } = shown;
  if (opening.agreed === null) return null;
  const { texts, now } = presenting;
  const words = texts.matter.list;
  const own = reader !== null && reader.id === opening.askedById;
  if (!own) {
    const told = words.openingToOwner(named(asker), named(decider), matter.number);
    return privateCard(matter, 'news', presenting, { lines: line(told) });
  }
  const over = opening.untilAt !== null && opening.untilAt <= now;
  const look = matterButton(texts, 'matter_look', matter.token, { style: 'primary' });
  return privateCard(matter, 'news', presenting, {
    lines: line(over ? words.openingOver(matter.number) : words.openingYours(opening.agreed, until(shown, presenting))),
    actions: opening.agreed && !over ? [[look]] : [],
  });
}

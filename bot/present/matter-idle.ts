import { isIdle, idleSince } from '../../core/matter-idle.ts';
import type { Card } from '../../core/message.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { allowedRows, matterButton, privateCard, type MatterShown } from './matter-shown.ts';
import { holdLine } from './matter-work.ts';
import { line, type Presenting } from './presenting.ts';

const minute = 60_000;

/** Nothing has moved with it: to whoever has it, and to those who lead, who see its number and whom to ring alone. */
export function matterIdle(shown: MatterShown, presenting: Presenting): Card {
  const { matter, owner, reader } = shown;
  const { texts, now } = presenting;
  const words = texts.matter.work;
  if (!isIdle(matter) || owner === null)
    return privateCard(matter, 'news', presenting, { lines: line(words.idleOver) });
  const own = owner.id === reader?.id;
  const minutes = Math.round((now - idleSince(matter)) / minute);
  const who = [spokenName(owner), owner.phone].filter(Boolean).join(' ');
  const button = (verb: 'matter_look' | 'matter_done' | 'matter_give_back' | 'matter_step_up') =>
    matterButton(texts, verb, matter.token);
  return privateCard(matter, 'next', presenting, {
    lines: [
      ...words.idle(minutes, ...(own ? [] : [who])).flatMap((one) => line(one)),
      ...(own ? holdLine(shown, presenting) : []),
      ...line(own && (matter.body.idle?.told ?? 0) > 1 ? words.idleTold : null, 'quiet'),
      ...line(own || matter.kind === 'crime_clue' ? null : words.assignHow(matter.number), 'quiet'),
    ],
    actions: own
      ? allowedRows(shown, [
          [button('matter_look')],
          [button('matter_done')],
          [button('matter_give_back'), button('matter_step_up')],
        ])
      : [],
  });
}

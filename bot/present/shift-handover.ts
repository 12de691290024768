import type { Card } from '../../core/message.ts';
import type { LogLine } from '../../core/shift.ts';
import { missingAtEnd } from '../../core/shift-gear.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { gearNamed, listed, patrolButton, pointNames } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

const wordsLength = 300;

/** What the shift before hands over: gear and what is missing of it, points, open matters, words; one tap takes it over. */
export function shiftHandover(shown: ShiftShown, log: readonly LogLine[], presenting: Presenting): Card | null {
  const { shift, points, who } = shown;
  const { handover } = shift;
  if (handover === null) return null;
  const words = presenting.texts.patrol.handover;
  const giver = nameOf(who, handover.givenById);
  const missing = handover.takenAt === null ? missingAtEnd(shift.gear) : handover.missing;
  const gear = shift.gear.map(({ item, count, taken, returned }) => ({ item, count: returned ?? taken ?? count }));
  const lines = [
    ...listed(
      gearNamed(
        gear.filter(({ count }) => count > 0),
        presenting,
      ),
      (all) => words.gear(all),
    ),
    ...listed(gearNamed(missing, presenting), (all) => words.missing(all)),
    ...listed(pointNames(points.filter(({ state }) => state === 'missed' || state === 'open')), (all) =>
      words.missed(all),
    ),
    ...listed(
      log.filter(({ open }) => open).map((one) => clip(one.words, 60)),
      (all) => words.openMatters(all),
    ),
    ...line(handover.words === '' ? null : words.words(giver === '' ? null : giver, clip(handover.words, wordsLength))),
  ];
  const taken = handover.takenAt;
  if (taken !== null && presenting.brief) return null;
  return cardOf({
    title: words.title(shift.name),
    lines: [
      ...(lines.length === 0 ? line(words.nothing) : lines),
      ...(taken === null
        ? line(words.how)
        : line(words.taken(nameOf(who, handover.takenById), clockOf(presenting, taken)), 'strong')),
    ],
    actions: taken === null ? [[patrolButton(presenting, 'handover_take', shift.token, { style: 'primary' })]] : [],
  });
}

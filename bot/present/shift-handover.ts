import { inTrouble } from '../../core/gear-trouble.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { missingAtEnd, missingByEither } from '../../core/shift-gear.ts';
import type { Handover, LogLine, Shift } from '../../core/shift.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { gearNamed, listed, listedUpTo, patrolButton, pointNames } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** What is handed over, and to whom it is told. */
export interface HandoverShown {
  /** The shift that hands over. */
  shown: ShiftShown;
  log: readonly LogLine[];
  /** The shift that takes over. */
  next: Pick<Shift, 'name' | 'token'>;
  /** `leader`: whoever is asked to see to it that both sides say so. */
  reader: 'crew' | 'leader';
}

const wordsLength = 300;

/** Gear, points and matters that go over. */
function matters({ shown, log }: HandoverShown, handover: Handover, presenting: Presenting): CardLine[] {
  const { shift, points, who } = shown;
  const words = presenting.texts.patrol.handover;
  const giver = nameOf(who, handover.givenById);
  const missing = missingByEither(missingAtEnd(shift.gear), handover.missing);
  const gear = shift.gear
    .map(({ item, count, taken, returned }) => ({ item, count: returned ?? taken ?? count }))
    .filter(({ count }) => count > 0);
  const open = log.filter((one) => one.open).map((one) => clip(one.words, 60));
  const unseen = points.filter(({ state }) => state === 'missed' || state === 'open');
  return [
    ...listed(gearNamed(gear, presenting), (all) => words.gear(all)),
    ...listed(gearNamed(missing, presenting), (all) => words.missing(all)),
    ...listed(gearNamed(inTrouble(shift.gear, 'broken'), presenting), (all) => words.broken(all)),
    ...listedUpTo(pointNames(unseen), (some, more) => words.missed(some, more)),
    ...listed(open, (all) => words.openMatters(all)),
    ...line(handover.words === '' ? null : words.words(giver === '' ? null : giver, clip(handover.words, wordsLength))),
  ];
}

/** Who has said so, and when. */
function saidLines({ shown: { who } }: HandoverShown, handover: Handover, presenting: Presenting): CardLine[] {
  const words = presenting.texts.patrol.handover;
  const { givenAt, takenAt } = handover;
  return [
    ...line(givenAt === null ? null : words.given(nameOf(who, handover.givenById), clockOf(presenting, givenAt))),
    ...line(
      takenAt === null ? null : words.taken(nameOf(who, handover.takenById), clockOf(presenting, takenAt)),
      'strong',
    ),
  ];
}

/** To the leaders: it is time, and one side or both have not said that it is done. */
function chase(facts: HandoverShown, handover: Handover, presenting: Presenting): CardLine[] {
  const words = presenting.texts.patrol.handover;
  return [
    ...line(handover.givenAt === null ? words.notGiven : null, 'strong'),
    ...line(handover.takenAt === null ? words.notTaken : null, 'strong'),
    ...saidLines(facts, handover, presenting),
    ...line(words.chaseHow, 'quiet'),
  ];
}

/**
 * What the shift before hands over: gear and what is missing of it, points, open matters, words; one tap takes it over. To a leader
 * that it has not been confirmed; null once it has.
 */
export function shiftHandover(facts: HandoverShown, presenting: Presenting): Card | null {
  const { shown, next, reader } = facts;
  const { shift } = shown;
  const { handover } = shift;
  if (handover === null) return null;
  const words = presenting.texts.patrol.handover;
  const taken = handover.takenAt !== null;
  // What goes over may be summed up already; who has it to do is the shift that comes.
  const token = reader === 'leader' ? next.token : shift.token;
  const actions = taken ? [] : [[patrolButton(presenting, 'handover_take', token, { style: 'primary' })]];
  if (reader === 'leader') {
    if (taken && handover.givenAt !== null) return null;
    const lines = chase(facts, handover, presenting);
    return cardOf({ title: words.chaseTitle(shift.name, next.name), lines, actions, loud: true });
  }
  if (taken && presenting.brief) return null;
  const going = matters(facts, handover, presenting);
  return cardOf({
    title: words.title(shift.name),
    lines: [
      ...(going.length === 0 ? line(words.nothing) : going),
      ...saidLines(facts, handover, presenting),
      ...line(taken ? null : words.how),
    ],
    actions,
  });
}

import type { CheckIn } from '../../core/check-in.ts';
import { nextPoints } from '../../core/next-point.ts';
import type { Card, CardAction, CardLine } from '../../core/message.ts';
import type { LogLine, Shift } from '../../core/shift.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { crewIn, crewName, listed, patrolButton, pointNamed, seenOf } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';
import { dateOf, hoursOf, whenOf } from './shift-when.ts';

/** So many of the points that come next are named. */
const pointsAhead = 2;

/** What the crew's card is drawn from besides the shift: its check-ins in the order in which they came. */
export interface ShiftCardFacts {
  shown: ShiftShown;
  checkIns: readonly CheckIn[];
  /** Of a desk. */
  log: readonly LogLine[];
}

function crewLines(shown: ShiftShown, presenting: Presenting): CardLine[] {
  const { card, reminder } = presenting.texts.patrol;
  const present = crewIn(shown, 'present');
  const awaited = crewIn(shown, 'expected').map((person) => {
    const name = crewName(shown, person, presenting);
    return person.lateMinutes === null ? name : card.late(name, person.lateMinutes);
  });
  const names = (people: ReturnType<typeof crewIn>): string[] =>
    people.map((person) => crewName(shown, person, presenting));
  return [
    ...line(card.present(names(present), present.length + awaited.length), 'strong'),
    ...listed(awaited, (all) => card.awaited(all)),
    ...listed(names(crewIn(shown, 'leave')), (all) => reminder.onLeave(all)),
  ];
}

/** When and where somebody of the crew was seen last; null: not yet. */
export function lastSeen({ shown, checkIns }: ShiftCardFacts, presenting: Presenting): string | null {
  const last = checkIns.findLast(({ state, n }) => state === 'counted' && n !== null);
  const point = last === undefined ? undefined : shown.points.find(({ n }) => n === last.n);
  if (last === undefined || point === undefined) return null;
  return presenting.texts.patrol.card.last(clockOf(presenting, last.at), clip(point.name, 24));
}

/** The two that come next as the walk goes, else the first that are open. */
function ahead({ shown, checkIns }: ShiftCardFacts, { now }: Presenting): ShiftShown['points'] {
  const open = shown.points.filter(
    ({ state, notBeforeAt }) => state === 'open' && (notBeforeAt === null || notBeforeAt <= now),
  );
  const [next] = nextPoints(shown.points, checkIns, now);
  if (next === undefined) return [];
  const after = open.filter(({ n }) => n > next.n);
  const before = open.filter(({ n }) => n < next.n);
  return [next, ...after, ...before].slice(0, pointsAhead);
}

function pointLines(facts: ShiftCardFacts, presenting: Presenting): CardLine[] {
  const { shown } = facts;
  const { shift, points } = shown;
  const { card } = presenting.texts.patrol;
  if (points.length === 0) return [];
  const seen = seenOf(points).length;
  const open = points.filter(({ state }) => state === 'open');
  const last = lastSeen(facts, presenting);
  const next = shift.kind === 'round' ? [] : ahead(facts, presenting);
  return [
    ...line([card.points(seen, points.length), ...(last === null ? [] : [last])].join(' · '), 'strong'),
    ...line(shift.state === 'closing' && open.length > 0 ? card.closing(open.length) : null),
    ...listed(shift.state === 'running' ? next.map((point) => pointNamed(point, shift, presenting)) : [], (all) =>
      card.next(all),
    ),
    ...next.flatMap(({ name, task }) => line(task === '' ? null : card.task(clip(name, 24), clip(task, 80)), 'quiet')),
    ...line(shift.state === 'running' && open.length === 0 ? card.allSeen : null),
  ];
}

/** Who is there and how far they are. */
export function standingLines(facts: ShiftCardFacts, presenting: Presenting): CardLine[] {
  return [...crewLines(facts.shown, presenting), ...pointLines(facts, presenting)];
}

function gearLine({ shift }: ShiftShown, { texts }: Presenting): CardLine[] {
  const { card } = texts.patrol;
  return listed(
    shift.gear.map(({ item, count, taken, lost }) => ({
      item: texts.patrol.gear(item),
      count,
      taken: lost === undefined ? taken : (taken ?? count) - lost.count,
    })),
    (all) => card.gear(all),
  );
}

function logLine({ log }: ShiftCardFacts, { texts }: Presenting): CardLine[] {
  return line(log.length === 0 ? null : texts.patrol.card.log(log.length, log.filter(({ open }) => open).length));
}

/** Whether it is time to think of the end: all points are done, or its hours are over. */
function isNearEnd({ shift, points }: ShiftShown, { now }: Presenting): boolean {
  const done = points.length > 0 && points.every(({ state }) => state !== 'open');
  return shift.state === 'closing' || now >= shift.endsAt || done;
}

/** Only what makes sense now: nobody is asked for what is done, nor to end what has not begun. */
function buttonsOf(shown: ShiftShown, presenting: Presenting): CardAction[][] {
  const { shift, points } = shown;
  const button = (verb: Parameters<typeof patrolButton>[1], style: CardAction['style'] = 'plain'): CardAction =>
    patrolButton(presenting, verb, shift.token, { style });
  const isHere = crewIn(shown, 'present').length > 0;
  const nearEnd = isNearEnd(shown, presenting);
  // Without points nothing tells how far they are, so what belongs to the end stands there all along.
  const mayGo = isHere && (nearEnd || points.length === 0);
  const untaken = shift.gear.some(({ taken }) => taken === null);
  const unreturned = shift.gear.some(({ returned }) => returned === null);
  const main = [
    ...(crewIn(shown, 'expected').length > 0 || !isHere ? [button('shift_here', isHere ? 'plain' : 'primary')] : []),
    ...(isHere && shift.state === 'running' ? [button('shift_end', nearEnd ? 'primary' : 'plain')] : []),
  ];
  const gear = [
    ...(untaken && isHere && !nearEnd ? [button('gear_taken')] : []),
    ...(unreturned && !untaken && mayGo ? [button('gear_back')] : []),
    ...(mayGo && shift.handover?.givenAt === null ? [button('handover_give')] : []),
  ];
  return [main, gear].filter((row) => row.length > 0);
}

/** To everybody who was expected: it was called off. */
export function calledOff(shift: Shift, presenting: Presenting): string {
  return presenting.texts.patrol.card.calledOff(whenOf(shift, presenting), shift.name, dateOf(shift, presenting));
}

/**
 * A crew's one card, from the start to the end: who is there, what was taken, how far they are and what comes next. At the end it
 * is one short line, for the summary says the rest. Null before the start.
 */
export function shiftCard(facts: ShiftCardFacts, presenting: Presenting): Card | null {
  const { shown } = facts;
  const { shift, points } = shown;
  if (shift.state === 'planned') return null;
  const { card } = presenting.texts.patrol;
  const title = card.title(shift.state, shift.name, hoursOf(shift, presenting));
  if (shift.state === 'cancelled') return cardOf({ title, lines: line(card.cancelled) });
  if (shift.state === 'unstaffed') return cardOf({ title, lines: line(card.unstaffed) });
  if (shift.state === 'ended') {
    const clock = shift.endedAt === null ? null : clockOf(presenting, shift.endedAt);
    return cardOf({ title, lines: line(card.ended(clock, seenOf(points).length, points.length)) });
  }
  const fresh = shift.state === 'running' && seenOf(points).length === 0;
  return cardOf({
    title,
    lines: [
      ...standingLines(facts, presenting),
      ...logLine(facts, presenting),
      ...gearLine(shown, presenting),
      ...line(fresh ? card.how(shift.kind) : null, 'quiet'),
      ...line(presenting.brief && points.length > 0 ? card.whenDone : null, 'quiet'),
    ],
    actions: buttonsOf(shown, presenting),
  });
}

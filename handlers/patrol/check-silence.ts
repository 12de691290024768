import type { PersonId, RoomId, ShiftId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isThere } from '../../core/shift-choice.ts';
import type { Welfare } from '../../core/shift.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { setTimer } from '../set-timer.ts';
import { toRooms } from '../say.ts';
import { traceShift, type Work } from '../work.ts';
import { isStranger } from './may-in-shift.ts';
import { patrolRules } from './rules.ts';
import { nextSilenceAt, setSilenceTimer } from './set-shift-timers.ts';
import { roomsOfShift } from './shift-rooms.ts';
import { saveShift } from './show-shift.ts';
import { tellUnreported } from './tell-unreported.ts';

/**
 * Looks at how long nothing was heard of a crew outdoors. Too long: one of them is asked whether all is well, then another, then
 * the officer is told with their numbers. Whatever is heard of anybody ends it (handlers/patrol/heard-of.ts). Of whom nothing was
 * heard since before the start nobody knows that they are out: then only who leads them is told.
 */
export async function checkSilence(work: Work, id: ShiftId): Promise<void> {
  const view = await work.tx.shifts.lock(id);
  const dueAt = view === null ? null : nextSilenceAt(view.shift, patrolRules(work));
  if (view === null || dueAt === null) return;
  if (dueAt > work.now) return setSilenceTimer(work, view.shift);
  // After the program stood still past the end, silence says nothing: the shift is summed up now.
  const overAt = view.shift.endsAt + patrolRules(work).closeMinutes * 60_000;
  if (view.shift.welfare === null && work.now >= overAt) return;
  const crew = view.people.filter(({ state }) => state === 'present' || state === 'expected');
  if (crew.length === 0) return;
  if (hasGone(view)) return setTimer(work, 'shift_silence', id, work.now + patrolRules(work).silenceMinutes * 60_000);
  if (view.shift.heardAt === null && view.shift.welfare === null) return tellUnreported(work, view);
  const { welfare } = view.shift;
  if (welfare?.step === 'second' || welfare?.missing !== undefined) return tellOfficer(work, view);
  if (welfare === null) return (await ask(work, view, 'first', null)) ? undefined : askTogether(work, view);
  if (!(await ask(work, view, 'second', welfare.askedId))) await tellOfficer(work, view);
}

/** Whoever came went home again, and nobody else has come: there is nobody whose silence could mean something. */
function hasGone({ people, shift }: ShiftView): boolean {
  return shift.welfare === null && !people.some(isThere) && people.some(({ leftAt }) => leftAt !== null);
}

/** Asks one of the crew in a direct chat, whoever is there before whoever is only expected. False: nobody else can be asked so. */
async function ask(work: Work, view: ShiftView, step: 'first' | 'second', not: PersonId | null): Promise<boolean> {
  const found = await reachable(work, view, not);
  if (found === null) return false;
  await keepWelfare(work, view, { step, askedId: found.personId, askedAt: work.now });
  const notice = { kind: 'welfare_check', shiftId: view.shift.id, step } as const;
  await toRooms(work, [found.roomId], notice, { priority: 'answer', reader: found.personId });
  return true;
}

async function reachable(
  work: Work,
  view: ShiftView,
  not: PersonId | null,
): Promise<{ personId: PersonId; roomId: RoomId } | null> {
  const { people } = view;
  const there = people.filter(isThere);
  const awaited = people.filter(({ state }) => state === 'expected');
  for (const { personId } of [...there, ...awaited]) {
    if (personId === not || (await isStranger(work, view, personId))) continue;
    const [channel] = await work.tx.people.channelsOf(personId);
    if (channel !== undefined) return { personId, roomId: channel.roomId };
  }
  return null;
}

/** A crew whom the bot only knows from their group is asked there. */
async function askTogether(work: Work, view: ShiftView): Promise<void> {
  const rooms = await roomsOfShift(work, view);
  if (rooms.length === 0) return tellOfficer(work, view);
  await keepWelfare(work, view, { step: 'first', askedId: null, askedAt: work.now });
  const notice = { kind: 'welfare_check', shiftId: view.shift.id, step: 'first' } as const;
  await toRooms(work, rooms, notice, { priority: 'answer' });
}

/** The officer is told, with their numbers: nobody answers, or one of them is missing. */
export async function tellOfficer(work: Work, view: ShiftView): Promise<void> {
  await keepWelfare(work, view, { ...view.shift.welfare, step: 'officer', askedId: null, askedAt: work.now });
  const notice = { kind: 'welfare_check', shiftId: view.shift.id, step: 'officer' } as const;
  await toCommand(work, notice, { priority: 'answer' });
}

/** Keeps how far it has gone, and sets the timer of what comes next. */
export async function keepWelfare(work: Work, view: ShiftView, welfare: Welfare): Promise<void> {
  const shift = await saveShift(work, { ...view.shift, welfare });
  await traceShift(work, shift, 'welfare_asked', welfare.askedId, { step: welfare.step, ...welfare.missing });
  await setSilenceTimer(work, shift);
}

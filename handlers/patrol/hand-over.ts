import type { ShiftId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { countOf, missingAtEnd, missingAtHandover, returnedGear, type GearSaid } from '../../core/shift-gear.ts';
import { isCrew } from '../../core/shift-choice.ts';
import { takesMessages, type Handover, type Shift } from '../../core/shift.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { traceShift, type Work } from '../work.ts';
import { carryOver } from './keep-log.ts';
import { leadersOf } from './leaders-of.ts';
import { tellMissing } from './take-gear.ts';
import { heardOf } from './heard-of.ts';
import { patrolRules } from './rules.ts';
import { tellShift } from './shift-rooms.ts';
import { saveShift } from './show-shift.ts';

const dayMs = 86_400_000;

/** A shift that hands over. */
export type GivingShift = Shift & { handover: Handover };

/** The shift that hands over to this one, by its roster; null: none does. */
export async function givingTo(work: Work, { shift }: Pick<ShiftView, 'shift'>): Promise<GivingShift | null> {
  const before = patrolRules(work).rosters.filter(({ handsOverTo }) => handsOverTo === shift.rosterCode);
  for (const { code, minutes } of shift.rosterCode === null ? [] : before) {
    const days = Math.ceil((minutes * 60_000) / dayMs);
    for (let day = Temporal.PlainDate.from(shift.date), i = 0; i <= days; i += 1, day = day.subtract({ days: 1 })) {
      const giving = await work.tx.shifts.ofRoster(code, day.toString());
      if (giving?.handover?.toShiftId === shift.id) return { ...giving, handover: giving.handover };
    }
  }
  return null;
}

const noticeOf = (giving: Pick<Shift, 'id'>): PublicNotice => ({ kind: 'shift_handover', shiftId: giving.id });

/** The slot of what a shift hands over: once it is taken the same message says so. */
function handoverSlot(giving: Pick<Shift, 'id'>): string {
  return `shift-handover:${giving.id}`;
}

/** Shows the shift that takes over what it gets. `taken`: it has it, which is no message of its own. */
export async function showHandover(work: Work, giving: Shift, how: { taken?: boolean } = {}): Promise<void> {
  const next = giving.handover === null ? null : await work.tx.shifts.byId(giving.handover.toShiftId);
  if (next === null || next.state === 'cancelled') return;
  const manner = { priority: 'reminder', slot: handoverSlot(giving) } as const;
  await tellShift(work, { shift: next }, noticeOf(giving), manner, how.taken === true ? 'edits' : 'everywhere');
}

/** The side that goes says that everything is handed over, with words for those who come. Its shift must be locked before. */
export async function giveHandover(
  work: Work,
  { shift }: ShiftView,
  person: Person,
  words: string,
): Promise<PatrolResult> {
  const { handover } = shift;
  if (handover === null) return { kind: 'shift_none' };
  if (handover.givenAt !== null) return { kind: 'shift_already', by: await nameOf(work, handover.givenById) };
  const given: Handover = { ...handover, givenById: person.id, givenAt: work.now, words };
  const saved = await saveShift(work, { ...shift, handover: given });
  await traceShift(work, saved, 'handover_given', person.id, { to: given.toShiftId });
  await settle(work, saved);
  if (saved.handover?.takenAt != null) await carryOver(work, saved);
  await showHandover(work, saved);
  return { kind: 'handover_given', to: (await work.tx.shifts.byId(given.toShiftId))?.name ?? '' };
}

/**
 * The side that comes says that it has everything, or what is missing. Locks the shift that hands over; who takes over is
 * there, which is written on theirs.
 */
export async function takeHandover(
  work: Work,
  givingId: ShiftId,
  person: Person,
  said: GearSaid,
): Promise<PatrolResult> {
  const giving = await work.tx.shifts.lock(givingId);
  const handover = giving?.shift.handover ?? null;
  if (giving === null || handover === null) return { kind: 'shift_none' };
  if (handover.takenAt !== null) return { kind: 'shift_already', by: await nameOf(work, handover.takenById) };
  const missing = missingAtHandover(giving.shift.gear, said);
  const taken: Handover = { ...handover, takenById: person.id, takenAt: work.now, missing };
  const saved = await countHandedOver(work, giving, taken, said);
  await traceShift(work, saved, 'handover_taken', person.id, { to: taken.toShiftId, missing });
  await settle(work, saved);
  await showHandover(work, saved, { taken: true });
  const coming = await work.tx.shifts.lock(taken.toShiftId);
  const comes = coming !== null && takesMessages(coming.shift, work.now) && isCrew(coming, person.id);
  if (comes) await heardOf(work, coming, person.id, 'words');
  await carryOver(work, saved);
  return { kind: 'handover_taken', missing: countOf(missing) };
}

/** What those who have taken over count afterwards: one is short after all, or is there. Locks the shift that handed over. */
export async function recountHandover(
  work: Work,
  coming: Pick<ShiftView, 'shift'>,
  person: Person,
  said: GearSaid,
): Promise<void> {
  const from = await givingTo(work, coming);
  const giving = from?.handover.takenAt == null ? null : await work.tx.shifts.lock(from.id);
  const handover = giving?.shift.handover ?? null;
  if (giving === null || handover === null) return;
  const missing = missingAtHandover(giving.shift.gear, { ...said, all: false }, handover.missing);
  const saved = await countHandedOver(work, giving, { ...handover, missing }, said);
  await traceShift(work, saved, 'handover_taken', person.id, { to: handover.toShiftId, missing });
  await showHandover(work, saved, { taken: true });
}

/** What the next shift counts is what came back; whoever leads those who have gone home by then is told what did not. */
async function countHandedOver(work: Work, giving: ShiftView, handover: Handover, said: GearSaid): Promise<Shift> {
  const gear = returnedGear(giving.shift.gear, { ...said, all: false });
  const shift = await saveShift(work, { ...giving.shift, gear, handover });
  const before = countOf(missingAtEnd(giving.shift.gear));
  if (countOf(missingAtEnd(gear)) > before) await tellMissing(work, { ...giving, shift });
  return shift;
}

/** When both sides have said so nobody needs to be asked any more. */
async function settle(work: Work, { id, handover }: Shift): Promise<void> {
  if (handover?.givenAt != null && handover.takenAt !== null) await work.tx.timers.cancel('shift_handover', id);
}

async function nameOf(work: Work, id: Person['id'] | null): Promise<string> {
  const person = id === null ? null : await work.tx.people.byId(id);
  return person === null ? '' : spokenName(person);
}

/** Tells the leaders of both sides, once, that a hand-over was not confirmed in time. */
export async function chaseHandover(work: Work, givingId: ShiftId): Promise<void> {
  const giving = await work.tx.shifts.view(givingId);
  const handover = giving?.shift.handover ?? null;
  if (giving === null || handover === null || giving.shift.state === 'cancelled') return;
  if (handover.givenAt !== null && handover.takenAt !== null) return;
  const coming = await work.tx.shifts.view(handover.toShiftId);
  if (coming === null || coming.shift.state === 'cancelled') return;
  const leaders = new Set([...(await leadersOf(work, giving)), ...(await leadersOf(work, coming))]);
  const manner = { priority: 'reminder' } as const;
  let told = 0;
  for (const id of leaders) if (await toPerson(work, id, noticeOf(giving.shift), manner)) told += 1;
  if (told === 0) await toCommand(work, noticeOf(giving.shift), manner);
}

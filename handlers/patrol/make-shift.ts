import { expectedPerson } from '../../core/expected-person.ts';
import type { ShiftId } from '../../core/ids.ts';
import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { Person, Place, Team } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { plannedShift } from '../../core/planned-shift.ts';
import type { SaidShift } from '../../core/said-shift.ts';
import type { DutyKind, Shift, ShiftPerson, ShiftPoint } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { traceShift, type Work } from '../work.ts';
import { setShiftTimers } from './set-shift-timers.ts';
import { tellShift } from './shift-rooms.ts';
import { saveShift, showCalledOff } from './show-shift.ts';
import { takeApart } from './take-apart.ts';

/** A duty that is in no roster. */
export interface Announced {
  team: Team;
  when: SaidShift;
  /** What it is called where the words leave nothing to call it by. */
  usualName: string;
  by: Person;
}

/** Longer names are cut, as those of rosters. */
const longestName = 40;

/**
 * Makes a temporary shift out of what a leader announced: who and what places are named in the words, the rest is its name. With
 * nobody named the whole team is expected. Whoever is named and in another team is taken along; what may be the name of somebody
 * whom nobody knows is told in the answer. Announced twice, it is one.
 */
export async function makeShift(
  work: Work,
  { team, when, usualName, by }: Announced,
): Promise<{ shiftId: ShiftId; result: PatrolResult }> {
  const { startsAt, endsAt, date } = when;
  const others = await work.tx.shifts.between(startsAt, startsAt + 1, { teamId: team.id });
  const same = others.find(({ shift }) => shift.rosterCode === null && shift.endsAt === endsAt && isAhead(shift));
  if (same !== undefined) return { shiftId: same.shift.id, result: { kind: 'shift_already', by: '' } };
  const { people, places, unknown, rest } = await takeApart(work, team, when.rest);
  const id = work.ids.next<ShiftId>(work.now);
  const name = Array.from(rest === '' ? usualName : rest)
    .slice(0, longestName)
    .join('');
  const shift = plannedShift({
    id,
    token: work.ids.token(),
    rosterCode: null,
    date,
    kind: kindOf(usualName),
    name,
    teamIds: [team.id],
    startsAt,
    endsAt,
    minimum: 2,
    gear: [],
    changedAt: work.now,
  });
  const crew = people.length > 0 ? people : await work.tx.people.byIds(team.memberIds);
  const view: ShiftView = {
    shift,
    people: crew.filter(({ active }) => active).map((person) => expected(id, person, team)),
    points: places.map((place, at) => pointOf(shift, place, at + 1)),
  };
  await work.tx.shifts.add(view);
  await traceShift(work, shift, 'shift_planned', by.id, { people: view.people.length, points: view.points.length });
  await setShiftTimers(work, view);
  const result = { kind: 'shift_made', name, ...(unknown.length === 0 ? {} : { unknown }) } as const;
  // Whoever is of another team is in none of this one's groups, and would hear of it half an hour before.
  for (const { personId, guest } of view.people)
    if (guest) await toPerson(work, personId, { kind: 'shift_answer', shiftId: id, result }, { priority: 'answer' });
  return { shiftId: id, result };
}

/** One that is over is no longer the one that is announced. */
function isAhead({ state }: Shift): boolean {
  return state === 'planned' || state === 'running' || state === 'closing';
}

/** 临时值班 is at a desk, 临时值守 at a post: their silence means nothing. */
function kindOf(usualName: string): DutyKind {
  if (usualName.includes('值班')) return 'desk';
  return usualName.includes('值守') ? 'checkpoint' : 'patrol';
}

/**
 * Calls a shift off that has not begun, or to which nobody has come; whoever was expected hears of it. The shift must be locked
 * before.
 */
export async function cancelShift(work: Work, view: ShiftView, by: Person): Promise<PatrolResult | Refusal> {
  const hasBegun = view.shift.state === 'running' && view.people.every(({ state }) => state !== 'present');
  if (view.shift.state !== 'planned' && !hasBegun) return { kind: 'stale' };
  const shift = await saveShift(work, { ...view.shift, state: 'cancelled', welfare: null });
  await traceShift(work, shift, 'shift_cancelled', by.id);
  await setShiftTimers(work, { ...view, shift });
  // Their card stands there, and says it.
  if (hasBegun) await showCalledOff(work, shift);
  const result = { kind: 'shift_cancelled', name: shift.name } as const;
  const notice = { kind: 'shift_answer', shiftId: shift.id, result } as const;
  await tellShift(work, view, notice, { priority: 'answer' });
  // Who stands in from another team is not in this one's group.
  for (const { personId, guest, state } of view.people) {
    if (guest && state === 'expected') await toPerson(work, personId, notice, { priority: 'answer' });
  }
  return result;
}

function expected(shiftId: ShiftId, { id: personId }: Person, team: Team): ShiftPerson {
  return expectedPerson({ shiftId, personId, teamId: team.id, guest: !team.memberIds.includes(personId) });
}

function pointOf({ id, endsAt }: Shift, place: Place, n: number): ShiftPoint {
  return {
    shiftId: id,
    n,
    placeId: place.id,
    name: place.name,
    state: 'open',
    notBeforeAt: null,
    dueAt: endsAt,
    proof: false,
    task: '',
    askedAt: null,
    toldAt: null,
    why: '',
  };
}

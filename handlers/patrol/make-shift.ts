import { findPlace } from '../../core/find-place.ts';
import type { ShiftId } from '../../core/ids.ts';
import { namedPerson } from '../../core/named-person.ts';
import type { PatrolResult, Refusal } from '../../core/notice.ts';
import type { Person, Place, Team } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { SaidShift } from '../../core/said-shift.ts';
import type { Shift, ShiftPerson, ShiftPoint } from '../../core/shift.ts';
import { traceShift, type Work } from '../work.ts';
import { setShiftTimers } from './set-shift-timers.ts';
import { tellShift } from './shift-rooms.ts';

/** A duty that is in no roster. */
export interface Announced {
  team: Team;
  when: SaidShift;
  /** What it is called where the words leave nothing to call it by. */
  usualName: string;
  by: Person;
}

/**
 * Makes a temporary shift out of what a leader announced: who and what places are named in the words, the rest is its name. With
 * nobody named the whole team is expected. Whoever is named and in another team is taken along.
 */
export async function makeShift(work: Work, { team, when, usualName, by }: Announced): Promise<PatrolResult> {
  const { people, places, rest } = await takeApart(work, team, when.rest);
  const id = work.ids.next<ShiftId>(work.now);
  const name = rest === '' ? usualName : rest;
  const shift: Shift = {
    id,
    token: work.ids.token(),
    rosterCode: null,
    date: when.date,
    kind: 'patrol',
    name,
    state: 'planned',
    teamIds: [team.id],
    startsAt: when.startsAt,
    endsAt: when.endsAt,
    minimum: 2,
    gear: [],
    handover: null,
    heardAt: null,
    distanceKm: null,
    remarks: '',
    endedAt: null,
    welfare: null,
    changedAt: work.now,
  };
  const crew = people.length > 0 ? people : await work.tx.people.byIds(team.memberIds);
  const view: ShiftView = {
    shift,
    people: crew.filter(({ active }) => active).map((person) => expected(id, person, team)),
    points: places.map((place, at) => pointOf(shift, place, at + 1)),
  };
  await work.tx.shifts.add(view);
  await traceShift(work, shift, 'shift_planned', by.id, { people: view.people.length, points: view.points.length });
  await setShiftTimers(work, view);
  return { kind: 'shift_made', name };
}

/** Calls a shift off that has not begun; whoever was expected hears of it. */
export async function cancelShift(work: Work, view: ShiftView, by: Person): Promise<PatrolResult | Refusal> {
  const { shift } = view;
  if (shift.state !== 'planned') return { kind: 'stale' };
  const cancelled: Shift = { ...shift, state: 'cancelled', changedAt: work.now };
  await work.tx.shifts.put(cancelled);
  await traceShift(work, shift, 'shift_cancelled', by.id);
  await setShiftTimers(work, { ...view, shift: cancelled });
  const result = { kind: 'shift_cancelled', name: shift.name } as const;
  await tellShift(work, view, { kind: 'shift_answer', shiftId: shift.id, result }, { priority: 'answer' });
  return result;
}

function expected(shiftId: ShiftId, person: Person, team: Team): ShiftPerson {
  return {
    shiftId,
    personId: person.id,
    teamId: team.id,
    state: 'expected',
    standsInForId: null,
    musteredAt: null,
    door: null,
    lateMinutes: null,
    leftAt: null,
    minutes: null,
    guest: !team.memberIds.includes(person.id),
  };
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

/** Which words name somebody, which a place, and what is left. */
async function takeApart(
  work: Work,
  team: Team,
  words: string,
): Promise<{ people: Person[]; places: Place[]; rest: string }> {
  const mates = await work.tx.people.byIds(team.memberIds);
  const people: Person[] = [];
  const places: Place[] = [];
  const left: string[] = [];
  for (const word of words.split(/[\s,，、;；]+/u).filter((part) => part !== '')) {
    const person = namedPerson(mates, word) ?? (await work.tx.people.byCallSign(word));
    const place =
      person === null ? (findPlace(work.zone.places, { code: word, text: '' }) ?? wholly(work, word)) : null;
    if (person !== null) people.push(person);
    else if (place !== null) places.push(place);
    else left.push(word);
  }
  return { people: [...new Map(people.map((one) => [one.id, one])).values()], places, rest: left.join(' ') };
}

function wholly({ zone }: Work, word: string): Place | null {
  const named = zone.places.filter(({ active, name, aliases }) => active && [name, ...aliases].includes(word));
  return named.length === 1 ? (named[0] ?? null) : null;
}

import type { CheckIn, Find } from '../../core/check-in.ts';
import type { CheckInId, FindId, PersonId, RequestId, RoomId, ShiftId, TeamId, Token } from '../../core/ids.ts';
import { expectedPerson } from '../../core/expected-person.ts';
import type { Team } from '../../core/people.ts';
import { plannedShift } from '../../core/planned-shift.ts';
import type { Store } from '../../core/ports/store.ts';
import type { LogLine, Shift, ShiftPerson, ShiftPoint, ShiftRequest } from '../../core/shift.ts';

/** 23 November 2026, 20:00 in Shanghai; a Monday. */
export const shiftAt = Date.UTC(2026, 10, 23, 12);
const hour = 3_600_000;
let count = 0;

function next(kind: string): string {
  count += 1;
  return `${kind}-${String(count).padStart(6, '0')}`;
}

/** A night's patrol that is planned, of no roster and no team; whatever is given differs. */
export function shiftOf(given: Partial<Shift> = {}): Shift {
  const id = next('shift');
  const startsAt = given.startsAt ?? shiftAt;
  const planned = plannedShift({
    id: id as ShiftId,
    token: `token-${id}` as Token,
    rosterCode: null,
    date: '2026-11-23',
    kind: 'patrol',
    name: '夜巡',
    teamIds: [],
    startsAt,
    endsAt: startsAt + 3 * hour,
    minimum: 2,
    gear: [],
    changedAt: startsAt - hour,
  });
  return { ...planned, ...given };
}

/** Somebody who is expected. */
export function shiftPersonOf(
  given: Pick<ShiftPerson, 'shiftId' | 'personId' | 'teamId'> & Partial<ShiftPerson>,
): ShiftPerson {
  return { ...expectedPerson({ guest: false, ...given }), ...given };
}

/** A point that is open until the usual shift ends. */
export function shiftPointOf(given: Pick<ShiftPoint, 'shiftId' | 'n'> & Partial<ShiftPoint>): ShiftPoint {
  return {
    placeId: null,
    name: `第${String(given.n)}点`,
    state: 'open',
    notBeforeAt: null,
    dueAt: shiftAt + 3 * hour,
    proof: false,
    task: '',
    askedAt: null,
    toldAt: null,
    why: '',
    ...given,
  };
}

/** A counted photo at the first point. */
export function checkInOf(given: { shiftId: ShiftId; personId: PersonId; roomId: RoomId } & Partial<CheckIn>): CheckIn {
  const id = next('check-in');
  return {
    id: id as CheckInId,
    token: `token-${id}` as Token,
    n: 1,
    placeId: null,
    state: 'counted',
    source: 'next',
    byId: given.personId,
    messageId: null,
    albumId: null,
    at: shiftAt,
    receivedAt: shiftAt,
    afterwards: false,
    words: '',
    ok: null,
    photos: 1,
    position: null,
    distanceMetres: null,
    doubts: [],
    replacesId: null,
    ...given,
  };
}

/** A wish to be away that nobody has decided on. */
export function shiftRequestOf(given: { shiftId: ShiftId; personId: PersonId } & Partial<ShiftRequest>): ShiftRequest {
  const id = next('request');
  return {
    id: id as RequestId,
    token: `token-${id}` as Token,
    kind: 'leave',
    withPersonId: null,
    withShiftId: null,
    state: 'asked',
    words: '孩子发烧',
    roomId: null,
    messageId: null,
    askedAt: shiftAt - hour,
    decidedById: null,
    decidedAt: null,
    ...given,
  };
}

/** Something suspicious that nobody has decided on. */
export function findOf(given: { shiftId: ShiftId | null; personId: PersonId; roomId: RoomId } & Partial<Find>): Find {
  const id = next('find');
  return {
    id: id as FindId,
    token: `token-${id}` as Token,
    kind: 'suspicious',
    state: 'told',
    messageId: null,
    words: '有个人在拉车门',
    placeId: null,
    position: null,
    at: shiftAt,
    incidentId: null,
    hazardId: null,
    decidedById: null,
    decidedAt: null,
    ...given,
  };
}

/** The first line of a duty's log. */
export function logLineOf(given: { shiftId: ShiftId; personId: PersonId } & Partial<LogLine>): LogLine {
  return { n: 1, kind: 'received', words: '上桥村停电', at: shiftAt, open: true, ...given };
}

/** A patrol team that the store knows. */
export async function knownTeam(store: Store, given: Partial<Team> = {}): Promise<Team> {
  const id = next('team');
  const team: Team = {
    id: id as TeamId,
    code: id,
    kind: 'patrol',
    name: '三队',
    leaderId: null,
    memberIds: [],
    active: true,
    ...given,
  };
  await store.transaction((tx) => tx.people.putTeam(team));
  return team;
}

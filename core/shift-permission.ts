import type { PatrolVerb } from './patrol-verb.ts';
import type { Person, Team } from './people.ts';
import { cameAlone, type ShiftPerson } from './shift.ts';

/** What somebody is to one shift; one person can be several. */
export type ShiftStanding =
  /** Duty officer or administrator. */
  | 'officer'
  /** Leads one of its teams. */
  | 'leader'
  /** Expected, there, or standing in. */
  | 'crew'
  /** Came along for tonight, and nobody knows who they are: they are shown, and decide nothing for the others. */
  | 'stranger'
  /** In one of its teams, without being in this shift. */
  | 'team'
  /** Hears of things found and lost. */
  | 'police';

/** Who may do what to a shift, its check-ins, requests and finds. Whatever is not listed is refused. */
const patrolVerbs: Record<PatrolVerb, readonly ShiftStanding[]> = {
  shift_here: ['crew', 'leader', 'team', 'stranger'],
  shift_leave: ['crew', 'stranger'],
  shift_end: ['crew', 'leader', 'officer'],
  shift_safe: ['crew', 'leader', 'officer'],
  shift_trouble: ['crew', 'stranger'],
  shift_out: ['leader', 'officer'],
  shift_off: ['leader', 'officer'],
  shift_ring: ['leader', 'officer'],
  gear_taken: ['crew', 'leader', 'stranger'],
  gear_back: ['crew', 'leader', 'stranger'],
  handover_give: ['crew', 'leader'],
  handover_take: ['crew', 'leader'],
  points_excuse: ['crew', 'leader', 'officer'],
  check_in_point: ['crew', 'leader', 'stranger'],
  check_in_void: ['crew', 'leader', 'officer'],
  request_agree: ['crew', 'team'],
  request_decline: ['crew', 'team'],
  request_grant: ['leader', 'officer'],
  request_refuse: ['leader', 'officer'],
  request_withdraw: ['crew'],
  find_incident: ['officer'],
  find_hazard: ['crew', 'leader', 'officer', 'stranger'],
  find_passed_on: ['officer', 'police'],
  find_noted: ['officer', 'police'],
};

/** Everything that this person is to this shift; nothing when no longer active. */
export function shiftStandings(
  person: Person,
  crew: readonly Pick<ShiftPerson, 'personId' | 'state' | 'guest' | 'standsInForId' | 'door'>[],
  teams: readonly Pick<Team, 'leaderId' | 'memberIds'>[],
  policeContacts: readonly string[] = [],
): ReadonlySet<ShiftStanding> {
  const standings = new Set<ShiftStanding>();
  if (!person.active) return standings;
  const { roles, id, callSign } = person;
  if (roles.includes('duty_officer') || roles.includes('admin')) standings.add('officer');
  if (teams.some(({ leaderId }) => leaderId === id)) standings.add('leader');
  const own = crew.find(({ personId, state }) => personId === id && state !== 'leave');
  if (own !== undefined) standings.add(isStranger(person, own) ? 'stranger' : 'crew');
  if (teams.some(({ memberIds }) => memberIds.includes(id))) standings.add('team');
  if (callSign !== null && policeContacts.includes(callSign)) standings.add('police');
  return standings;
}

/** Whoever came by themselves, is of no team and has no part in anything; whom a leader brought, or who stands in, is known. */
function isStranger({ roles }: Person, own: Pick<ShiftPerson, 'guest' | 'standsInForId' | 'door'>): boolean {
  return cameAlone(own) && roles.every((role) => role === 'resident');
}

/** Whether what this person is to a shift lets them do `verb` to it. */
export function mayOnShift(standings: ReadonlySet<ShiftStanding>, verb: PatrolVerb): boolean {
  return patrolVerbs[verb].some((standing) => standings.has(standing));
}

/**
 * Whether somebody may see whose shifts, points and hours add up to what: their own, their team's, and everybody's for those who
 * command. Of another person alone only that person's leaders.
 * @param teams the team, or the teams of the person whose month it is
 */
export function maySeeMonth(
  reader: Person,
  whose: 'team' | Person['id'],
  teams: readonly Pick<Team, 'leaderId' | 'memberIds'>[],
): boolean {
  if (!reader.active) return false;
  if (whose === reader.id || reader.roles.some((role) => role === 'duty_officer' || role === 'admin')) return true;
  return teams.some(
    ({ leaderId, memberIds }) => leaderId === reader.id || (whose === 'team' && memberIds.includes(reader.id)),
  );
}

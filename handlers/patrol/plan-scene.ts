import { createHash } from 'node:crypto';
import type { Instant } from '../../core/clock.ts';
import { expectedPerson } from '../../core/expected-person.ts';
import type { PersonId, ShiftId, TeamId, Token } from '../../core/ids.ts';
import { layOutPoints, type RoutePlace } from '../../core/lay-out-points.ts';
import { plannedShift } from '../../core/planned-shift.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { teamsOfRoster, type Occurrence } from '../../core/roster.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { workingCalendar, type WorkingCalendar } from '../../core/working-days.ts';
import type { PatrolRules, Roster, Route } from '../../core/zone/patrol-rules.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { hazardRules } from '../hazard/rules.ts';
import type { Work } from '../work.ts';
import { patrolRules } from './rules.ts';

/** A team as a shift needs it. */
interface PlanTeam {
  id: TeamId;
  /** Those who are still here. */
  memberIds: readonly PersonId[];
}

/** Everything that shifts are planned from. */
export interface PlanScene {
  rules: PatrolRules;
  timeZone: string;
  calendar: WorkingCalendar;
  teams: ReadonlyMap<string, PlanTeam>;
  routes: ReadonlyMap<string, Route>;
  places: ReadonlyMap<string, RoutePlace>;
  /** ISO date: the first day that is looked at, and the last that is planned. */
  today: string;
  lastDay: string;
}

export async function readScene(work: Work): Promise<PlanScene> {
  const rules = patrolRules(work);
  const { timeZone } = work.zone;
  const today = zoneDate(work.now, timeZone);
  const lastDay = Temporal.PlainDate.from(today).add({ days: rules.planDays });
  return {
    rules,
    timeZone,
    calendar: workingCalendar(hazardRules(work).calendar),
    teams: await teamsOf(work, rules),
    routes: new Map(rules.routes.map((route) => [route.code, route])),
    places: await placesOf(work, rules),
    today,
    lastDay: lastDay.toString(),
  };
}

async function teamsOf(work: Work, rules: PatrolRules): Promise<Map<string, PlanTeam>> {
  const named = new Set(rules.rosters.flatMap(teamsOfRoster));
  const teams = named.size === 0 ? [] : await work.tx.people.teams();
  const wanted = teams.filter(({ code, active }) => active && named.has(code));
  const members = await work.tx.people.byIds([...new Set(wanted.flatMap(({ memberIds }) => memberIds))]);
  const here = new Set(members.filter(({ active }) => active).map(({ id }) => id));
  return new Map(
    wanted.map(({ code, id, memberIds }) => [code, { id, memberIds: memberIds.filter((one) => here.has(one)) }]),
  );
}

/** A place that is no longer active has lost its id, and keeps its name. */
async function placesOf(work: Work, rules: PatrolRules): Promise<Map<string, RoutePlace>> {
  const named = new Set(rules.routes.flatMap(({ points }) => points.map(({ place }) => place)));
  const places = new Map<string, RoutePlace>();
  for (const { code, id, name } of work.zone.places) if (named.has(code)) places.set(code, { id, name });
  for (const code of named) {
    if (places.has(code)) continue;
    const gone = await work.tx.places.byCode(code);
    if (gone !== null) places.set(code, { id: null, name: gone.name });
  }
  return places;
}

/** A hash of everything that a roster's shifts are made from; as long as it stays, so do they. */
export function rosterPrint(scene: PlanScene, work: Work, roster: Roster): string {
  const route = scene.routes.get(roster.route ?? '') ?? null;
  const made = [
    roster,
    route,
    route?.points.map(({ place }) => scene.places.get(place) ?? null),
    teamsOfRoster(roster).map((code) => scene.teams.get(code) ?? null),
    scene.timeZone,
    roster.holidays === 'off' ? hazardRules(work).calendar : null,
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22);
}

/** A shift as its roster wants it: nobody has come, nothing was taken, every point is open. */
export function plannedView(
  scene: PlanScene,
  roster: Roster,
  occurrence: Occurrence,
  as: { id: ShiftId; token: Token; at: Instant },
): ShiftView {
  const teams = occurrence.teams.flatMap((code) => scene.teams.get(code) ?? []);
  const shift = plannedShift({
    id: as.id,
    token: as.token,
    rosterCode: roster.code,
    date: occurrence.date,
    kind: roster.kind,
    name: roster.name,
    teamIds: teams.map(({ id }) => id),
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    minimum: roster.minimum,
    gear: roster.gear.map(({ item, count }) => ({ item, count, taken: null, returned: null })),
    changedAt: as.at,
  });
  const route = scene.routes.get(roster.route ?? '');
  return {
    shift,
    people: crewOf(shift, teams),
    // The token is this shift's alone, and nobody's to guess.
    points: route === undefined ? [] : layOutPoints(route, shift, scene.places, scene.timeZone, shift.token),
  };
}

/** Everybody of the teams, once: in two of them, with the first. */
function crewOf({ id }: Shift, teams: readonly PlanTeam[]): ShiftPerson[] {
  const crew = new Map<PersonId, ShiftPerson>();
  for (const team of teams) {
    for (const personId of team.memberIds) {
      if (crew.has(personId)) continue;
      crew.set(personId, expectedPerson({ shiftId: id, personId, teamId: team.id, guest: false }));
    }
  }
  return [...crew.values()];
}

import { zoneInstant } from '../deadline.ts';
import { occurrencesOf, teamsOfRoster, type Occurrence } from '../roster.ts';
import { workingCalendar } from '../working-days.ts';
import { warn, type Warning, type ZonePath } from './fault.ts';
import type { Roster } from './patrol-rules.ts';
import type { ShapedZoneFile } from './schema.ts';

const dayMs = 86_400_000;

type Team = ShapedZoneFile['teams'][number];

/** Somebody's duty, and the line of the roster that has it. */
interface Busy {
  callSign: string;
  roster: string;
  date: string;
  startsAt: number;
  endsAt: number;
}

/**
 * What would keep patrols from going as their rosters say: teams too small, without a leader or a group, people in two shifts at
 * once in the days that are planned ahead, points that cannot be found by a position.
 * @param today ISO date in the zone's time
 */
export function advisePatrols(file: ShapedZoneFile, today: string): Warning[] {
  return [...adviseTeams(file), ...advisePoints(file), ...adviseShifts(file, today)];
}

/** Each team once, at the first roster that names it. */
function adviseTeams(file: ShapedZoneFile): Warning[] {
  const teams = new Map(file.teams.map((team) => [team.code, team]));
  const withRoom = new Set(file.rooms.map(({ team }) => team));
  const withChat = new Set(
    file.people.filter(({ identities }) => Object.keys(identities).length > 0).map(({ callSign }) => callSign),
  );
  const seen = new Set<string>();
  return file.patrols.rosters.flatMap((roster, i) => {
    const path: ZonePath = ['patrols', 'rosters', i, 'turns'];
    return teamsOfRoster(roster).flatMap((code) => {
      const team = teams.get(code);
      if (team === undefined || seen.has(code)) return [];
      seen.add(code);
      const reached = withRoom.has(code) || team.members.every((callSign) => withChat.has(callSign));
      return adviseTeam(team, roster, reached, path);
    });
  });
}

function adviseTeam(team: Team, roster: Roster, reached: boolean, path: ZonePath): Warning[] {
  const { code } = team;
  const joint = roster.turns.some((turn) => Array.isArray(turn) && turn.includes(code));
  const wanted = joint ? 1 : roster.minimum;
  const hasRoom = reached || Object.keys(team.rooms).length > 0;
  return [
    ...(team.members.length >= wanted
      ? []
      : [warn(path, { code: 'team_too_small', team: code, members: team.members.length, wanted })]),
    ...(team.leader === undefined ? [warn(path, { code: 'team_without_leader', team: code })] : []),
    ...(hasRoom ? [] : [warn(path, { code: 'team_without_room', team: code })]),
  ];
}

function advisePoints(file: ShapedZoneFile): Warning[] {
  const lost = new Set(file.places.filter(({ position }) => position === undefined).map(({ code }) => code));
  return file.patrols.routes.flatMap((route, i) =>
    route.points.flatMap(({ place }, j) =>
      lost.has(place)
        ? [warn(['patrols', 'routes', i, 'points', j, 'place'], { code: 'point_without_position', place })]
        : [],
    ),
  );
}

function adviseShifts(file: ShapedZoneFile, today: string): Warning[] {
  const { timeZone } = file.zone;
  const calendar = workingCalendar(file.hazards.calendar);
  const from = zoneInstant(today, '00:00', timeZone);
  const members = new Map(file.teams.map((team) => [team.code, team.members]));
  const places = new Map(file.patrols.rosters.map(({ code }, i) => [code, i]));
  const busy: Busy[] = [];
  const idle: Warning[] = [];
  for (const [i, roster] of file.patrols.rosters.entries()) {
    const found = occurrencesOf(roster, calendar, timeZone, from, from + file.patrols.planDays * dayMs);
    if (!found.ok) continue;
    // A round takes an hour of its weeks, any hour.
    if (roster.kind !== 'round') busy.push(...found.occurrences.flatMap((one) => busyIn(one, members)));
    idle.push(...idleExceptions(roster, found.occurrences, today, i));
  }
  return [...idle, ...clashes(busy, places)];
}

const busyIn = (
  { rosterCode, date, startsAt, endsAt, teams }: Occurrence,
  members: ReadonlyMap<string, readonly string[]>,
): Busy[] => {
  const people = new Set(teams.flatMap((code) => members.get(code) ?? []));
  return [...people].map((callSign) => ({ callSign, roster: rosterCode, date, startsAt, endsAt }));
};

/** Exceptions of the planned days that change nothing: the roster has no shift then. A cancelled one is none any more. */
function idleExceptions(roster: Roster, planned: readonly Occurrence[], today: string, i: number): Warning[] {
  const dates = new Set(planned.map(({ date }) => date));
  const last = planned.at(-1)?.date ?? '';
  return roster.exceptions.flatMap(({ date, cancelled }, j) =>
    !cancelled && date >= today && date <= last && !dates.has(date)
      ? [warn(['patrols', 'rosters', i, 'exceptions', j, 'date'], { code: 'exception_of_nothing', date })]
      : [],
  );
}

/** People whom two rosters, or one twice, want at the same time; once for each pair of rosters and person. */
function clashes(busy: readonly Busy[], places: ReadonlyMap<string, number>): Warning[] {
  const said = new Set<string>();
  const warnings: Warning[] = [];
  for (const [callSign, shifts] of Map.groupBy(busy, (one) => one.callSign)) {
    const inOrder = shifts.toSorted((a, b) => a.startsAt - b.startsAt);
    for (const [k, shift] of inOrder.entries()) {
      const next = inOrder[k + 1];
      if (next === undefined || next.startsAt >= shift.endsAt) continue;
      const key = [callSign, ...[shift.roster, next.roster].sort()].join(' ');
      if (said.has(key)) continue;
      said.add(key);
      const path = ['patrols', 'rosters', places.get(next.roster) ?? 0, 'turns'];
      warnings.push(warn(path, { code: 'two_shifts_at_once', callSign, roster: shift.roster, date: next.date }));
    }
  }
  return warnings;
}

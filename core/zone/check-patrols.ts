import { ruleFault } from '../recurrence.ts';
import type { ZonePath } from './fault.ts';
import type { Roster } from './patrol-rules.ts';
import type { Keys, References } from './references.ts';
import type { ShapedZoneFile } from './schema.ts';

/** What rosters and routes refer to. */
interface Known {
  people: Keys;
  teams: Keys;
  places: Keys;
}

/** Routes, rosters and their teams must be there, and every rule must be one. */
export function checkPatrols(file: ShapedZoneFile, found: References, known: Known): void {
  const { routes, rosters, meetings, policeContacts } = file.patrols;
  const routeCodes: Keys = new Map();
  for (const [i, route] of routes.entries()) {
    found.unique(routeCodes, route.code, ['patrols', 'routes', i, 'code']);
    for (const [j, { place }] of route.points.entries()) {
      found.exists('unknown_place', known.places, place, ['patrols', 'routes', i, 'points', j, 'place']);
    }
  }
  const rosterCodes: Keys = new Map();
  for (const [i, { code }] of rosters.entries()) found.unique(rosterCodes, code, ['patrols', 'rosters', i, 'code']);
  for (const [i, roster] of rosters.entries()) {
    const path = ['patrols', 'rosters', i];
    checkTeams(roster, found, known.teams, path);
    if (roster.route !== undefined) found.exists('unknown_route', routeCodes, roster.route, [...path, 'route']);
    if (roster.handsOverTo !== undefined) {
      found.exists('unknown_roster', rosterCodes, roster.handsOverTo, [...path, 'handsOverTo']);
    }
    checkRule(roster, found, file.zone.timeZone, path);
  }
  const meeting: Keys = new Map();
  for (const [i, { team }] of meetings.entries()) {
    found.unique(meeting, team, ['patrols', 'meetings', i, 'team']);
    found.exists('unknown_team', known.teams, team, ['patrols', 'meetings', i, 'team']);
  }
  for (const [i, sign] of policeContacts.entries()) {
    found.exists('unknown_person', known.people, sign, ['patrols', 'policeContacts', i]);
  }
}

function checkTeams(roster: Roster, found: References, teams: Keys, path: ZonePath): void {
  for (const [j, turn] of roster.turns.entries()) checkTurn(turn, found, teams, [...path, 'turns', j]);
  const dates: Keys = new Map();
  for (const [j, { date, teams: turn }] of roster.exceptions.entries()) {
    found.unique(dates, date, [...path, 'exceptions', j, 'date']);
    if (turn !== undefined) checkTurn(turn, found, teams, [...path, 'exceptions', j, 'teams']);
  }
}

/** One team, or several that go together. */
function checkTurn(turn: string | readonly string[], found: References, teams: Keys, path: ZonePath): void {
  if (typeof turn === 'string') {
    found.exists('unknown_team', teams, turn, path);
    return;
  }
  const together: Keys = new Map();
  for (const [k, code] of turn.entries()) {
    found.unique(together, code, [...path, k]);
    found.exists('unknown_team', teams, code, [...path, k]);
  }
}

function checkRule(roster: Roster, found: References, timeZone: string, path: ZonePath): void {
  const fault = ruleFault(roster, timeZone);
  if (fault === null) return;
  const field = fault.code === 'rule_start' ? 'start' : 'rule';
  found.issues.push({ severity: 'error', path: [...path, field], ...fault });
}

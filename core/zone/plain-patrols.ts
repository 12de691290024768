import {
  rosterExceptionSchema,
  rosterGearSchema,
  rosterSchema,
  routePointSchema,
  routeSchema,
  usualPatrolRules,
  type PatrolRules,
  type Roster,
  type Route,
} from './patrol-rules.ts';
import type { ZoneFileInput } from './schema.ts';
import { unusual } from './unusual.ts';

type Input = NonNullable<ZoneFileInput['patrols']>;

/** The usual values of an entry: what is left of it when only what is needed is said. */
const usualRoute = routeSchema.partial({ points: true }).parse({ code: 'x', name: 'x' });
const usualPoint = routePointSchema.parse({ place: 'x' });
const usualRoster = rosterSchema
  .partial({ turns: true, start: true, rule: true, minutes: true })
  .parse({ code: 'x', name: 'x' });
const usualGear = rosterGearSchema.parse({ item: 'x' });
const usualException = rosterExceptionSchema.parse({ date: '2026-01-01' });

function plainRoute(route: Route): NonNullable<Input['routes']>[number] {
  const points = route.points.map((point) => unusual(point, usualPoint, ['place']));
  return unusual({ ...route, points }, usualRoute, ['code', 'name', 'points']);
}

function plainRoster(roster: Roster): NonNullable<Input['rosters']>[number] {
  const gear = roster.gear.map((line) => unusual(line, usualGear, ['item']));
  const exceptions = roster.exceptions.map((line) => unusual(line, usualException, ['date']));
  return unusual({ ...roster, gear, exceptions }, usualRoster, ['code', 'name', 'turns', 'start', 'rule', 'minutes']);
}

/** Patrols as their file would write them, only what differs from the usual; undefined: nothing does. */
export function plainPatrols(rules: PatrolRules): Input | undefined {
  const plain: Input = { ...rules, routes: rules.routes.map(plainRoute), rosters: rules.rosters.map(plainRoster) };
  const said = unusual(plain, usualPatrolRules, []);
  return Object.keys(said).length === 0 ? undefined : said;
}

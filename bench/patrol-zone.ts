import { benchZone } from './bench-zone.ts';

/** Telegram's ids of patrol teams' groups and people. */
export const patrolIds = {
  group: (team: number): number => -1_003_000_000_000 - team,
  walker: (team: number, one: 0 | 1): number => 700_000 + team * 2 + one,
} as const;

/** Points of the route that every team walks. */
export const routePoints = 30;

/** A zone in which so many teams of two, each with a group, begin a shift of three hours at this minute. */
export function patrolZone({ teams, startsAt }: { teams: number; startsAt: Temporal.Instant }): string {
  const zone = JSON.parse(benchZone({ residents: 10, rescuers: 120, seats: 100, overshootPercent: 0 })) as {
    people: object[];
    teams: object[];
    places: object[];
  };
  const start = startsAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' });
  const callSign = (team: number, one: number): string => `P${String(team)}${'ab'[one] ?? ''}`;
  const all = Array.from({ length: teams }, (_, team) => team);
  const points = Array.from({ length: routePoints }, (_, at) => ({
    code: `XD-${String(at + 1)}`,
    kind: 'junction',
    name: `路口${String(at + 1)}`,
    position: [28.905 + at * 0.0004, 120.055],
  }));
  return JSON.stringify({
    ...zone,
    people: [
      ...zone.people,
      ...all.flatMap((team) =>
        ([0, 1] as const).map((one) => ({
          callSign: callSign(team, one),
          roles: ['volunteer'],
          identities: { telegram: String(patrolIds.walker(team, one)) },
        })),
      ),
    ],
    teams: [
      ...zone.teams,
      ...all.map((team) => ({
        code: `T${String(team + 100)}`,
        name: `巡逻${String(team)}队`,
        kind: 'patrol',
        leader: callSign(team, 0),
        members: [callSign(team, 0), callSign(team, 1)],
        rooms: { telegram: String(patrolIds.group(team)) },
      })),
    ],
    places: [...zone.places, ...points],
    patrols: {
      planDays: 7,
      silenceMinutes: 720,
      routes: [{ code: 'R', name: '路线', points: points.map(({ code }) => ({ place: code })) }],
      rosters: all.map((team) => ({
        code: `N${String(team)}`,
        name: `夜巡${String(team)}`,
        turns: [`T${String(team + 100)}`],
        start,
        rule: 'FREQ=DAILY',
        minutes: 180,
        route: 'R',
      })),
    },
  });
}

import type { z } from 'zod';
import type { Instant } from '../../core/clock.ts';
import type { Platform } from '../../core/message.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Store } from '../../core/ports/store.ts';
import { usualHazardRules } from '../../core/zone/hazard-rules.ts';
import { patrolRulesSchema, type PatrolRules } from '../../core/zone/patrol-rules.ts';
import { planShifts } from '../../handlers/patrol/plan-shifts.ts';
import { eastOf, Stage } from './stage.ts';
import type { Cast } from './stage.ts';

/** The people of every story about patrols; on another platform where the story says so. */
export function crew(platform: Platform = 'telegram'): readonly Cast[] {
  const on = { duty: 'off', platform } as const;
  return [
    { name: '队长', roles: ['volunteer'], ...on },
    { name: '东01', roles: ['volunteer'], ...on },
    { name: '东02', roles: ['volunteer'], ...on },
    { name: '东03', roles: ['volunteer'], ...on },
    { name: '警01', roles: ['volunteer'], ...on },
    { name: '值01', roles: ['duty_officer'], ...on },
  ];
}

/** The points of the usual walk, in order, 300 m apart. */
export const walk = ['上桥村口', '井头桥', '大塘沿', '新屋路口', '渡口'] as const;

const codeOf = (n: number): string => `XD-${String(n).padStart(2, '0')}`;
/** The usual points, and as many more as a longer walk has. */
const namesOf = (points: number): string[] =>
  Array.from({ length: points }, (_, at) => walk[at] ?? `后山路${String(at + 1)}杆`);

/** The rules of the usual walk, with others over them. */
export const patrolRules = (points: number, more: z.input<typeof patrolRulesSchema> = {}): PatrolRules =>
  patrolRulesSchema.parse({
    routes: [{ code: 'DX', name: '东线', points: namesOf(points).map((_, at) => ({ place: codeOf(at + 1) })) }],
    rosters: [
      {
        code: 'DP',
        name: '东片夜巡',
        turns: ['DP'],
        start: '2026-11-22T21:00',
        rule: 'FREQ=DAILY',
        minutes: 180,
        route: 'DX',
        gear: [{ item: 'radio', count: 3 }, { item: 'patrol_light', count: 2 }, { item: '车钥匙' }],
      },
    ],
    policeContacts: ['警01'],
    ...more,
  });

/**
 * A zone with an east patrol (队长, 东01–东03) that walks five points tonight from 21:00 to 24:00. It is 20:00 now, and all shifts
 * are planned.
 */
export async function patrolStage(
  store: Store,
  how: {
    rules?: z.input<typeof patrolRulesSchema>;
    cast?: readonly Cast[];
    platform?: Platform;
    points?: number;
    teams?: readonly Parameters<Stage['team']>[0][];
    timeZone?: string;
    at?: Instant;
  } = {},
): Promise<Stage> {
  const stage = new Stage(store, usualHazardRules, patrolRules(how.points ?? walk.length, how.rules), how);
  await stage.begin(how.cast ?? crew(how.platform));
  const platform = how.platform ?? 'telegram';
  const members = ['队长', '东01', '东02', '东03'];
  await stage.team({ code: 'DP', name: '东片队', leader: '队长', members, room: '夜巡群', platform });
  for (const team of how.teams ?? []) await stage.team(team);
  for (const [at, name] of namesOf(how.points ?? walk.length).entries()) {
    const code = codeOf(at + 1);
    await stage.place({ code, kind: 'village_entrance', name, position: eastOf(5_000 + at * 300), area: '东' });
  }
  await stage.does(planShifts);
  return stage;
}

/** The shift that begins tonight. */
export async function tonight(stage: Stage): Promise<ShiftView> {
  const [view] = await stage.store.read.shifts.between(0, stage.clock.now() + 86_400_000);
  if (view === undefined) throw new Error('There is no shift tonight');
  return view;
}

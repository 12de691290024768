import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, type Stage } from './stage.ts';
import { planShifts } from '../../handlers/patrol/plan-shifts.ts';
import { photo } from './hazard-stage.ts';
import { patrolRules, patrolStage, tonight } from './patrol-stage.ts';

const day = { in: '夜巡群' };
const night = { in: '夜班群' };
const minutes = (count: number): number => count * 60;
const desk = { kind: 'desk' as const, rule: 'FREQ=DAILY', minimum: 1, gear: [{ item: 'radio', count: 1 }] };
const rosters = [
  { ...desk, code: 'A', name: '白班', turns: ['DP'], start: '2026-11-21T12:30', minutes: 480, handsOverTo: 'B' },
  { ...desk, code: 'B', name: '夜班', turns: ['XP'], start: '2026-11-21T20:30', minutes: 720, handsOverTo: 'A' },
];

eachEngine((database) => {
  afterEach(closeStages);

  /** A centre's desk at 20:00; its night shift begins at 20:30 in a group that the zone file calls nothing in particular. */
  async function centre(): Promise<Stage> {
    const team = { code: 'XP', name: '夜班组', leader: '东03', members: ['东03'], room: '夜班群' };
    const stage = await patrolStage(database.store, { rules: { rosters }, teams: [team] });
    await stage.does(async ({ tx }) => {
      const own = (await tx.people.teams()).find(({ code }) => code === 'XP');
      for (const room of own === undefined ? [] : await tx.rooms.ofTeam(own.id))
        await tx.rooms.put({ ...room, purpose: 'other' });
    });
    return stage;
  }

  describe('a desk that hands over', () => {
    it('passes on what is open when it is taken over, and what is done then is not open again', async () => {
      const stage = await centre();
      await stage.says('东01', '到岗 对讲机拿了', day);
      await stage.says('东01', '接 1930 西塘来电 路灯不亮', day);
      await stage.later(minutes(20));
      await stage.says('东01', '交班 路灯还没修', day);
      stage.sees('夜班群', /白班 交给你们[\s\S]*还要跟：西塘来电 路灯不亮/);
      await stage.later(minutes(12));
      await stage.says('东03', '接班 装备都在', night);
      stage.sees('夜班群', '东03 已接班');
      stage.sees('夜班群', /到岗 1\/1：✓东03[\s\S]*记录 1 条，1 条还要跟/);
      await stage.says('东03', '跟 1 已修好', night);
      await stage.later(minutes(30));
      expect((await tonight(stage)).shift.state).toBe('ended');
      stage.sees('夜巡群', '记录 1 条，1 条还要跟');
      stage.sees('夜班群', /🟢 夜班[\s\S]*记录 2 条\n/);
    });
    it('is handed over by 交班 also by somebody who is of both shifts, once the next has begun', async () => {
      const both = rosters.map((roster) => ({ ...roster, turns: ['DP'] }));
      const stage = await patrolStage(database.store, { rules: { rosters: both } });
      await stage.says('东01', '到岗', day);
      await stage.says('东01', '接 井盖没了', day);
      await stage.later(minutes(31));
      await stage.says('东01', '到岗', day);
      await stage.says('东01', '交班', day);
      stage.seesNot('夜巡群', '没有对得上的班');
      stage.sees('夜巡群', /白班 交给你们[\s\S]*还要跟：井盖没了/);
    });
  });

  describe('a round of rescue poles in a month', () => {
    it('goes by the numbers that the poles bear, in any order, over days', async () => {
      const poles = [1, 5, 9, 13].map((n) => `JSG-${String(n).padStart(3, '0')}`);
      const route = { code: 'JSG', name: '救生竿', points: poles.map((place) => ({ place })) };
      const monthly = {
        ...desk,
        gear: [],
        kind: 'round' as const,
        code: 'YJ',
        name: '救生竿月检',
        turns: ['DP'],
        start: '2026-11-01T08:00',
        rule: 'FREQ=MONTHLY',
        minutes: 40_320,
        route: 'JSG',
      };
      const rules = { routes: [route], rosters: [monthly] };
      const stage = await patrolStage(database.store, { rules: { ...rules, rosters: [] } });
      for (const [at, n] of [1, 5, 9, 13].entries())
        await stage.place({
          code: poles[at] ?? '',
          kind: 'rescue_pole',
          name: `青竹溪${String(n)}号救生竿`,
          position: null,
          area: '东',
        });
      await stage.rezone(patrolRules(5, rules));
      await stage.does(planShifts);
      const states = async (): Promise<string[]> => (await tonight(stage)).points.map(({ state }) => state);
      await stage.says('东01', '到岗', day);
      await stage.says('东01', '9号 完好', { ...day, message: photo() });
      expect(await states()).toEqual(['open', 'open', 'seen', 'open']);
      await stage.says('东02', '5号杆 绳子断了', { ...day, message: photo() });
      expect(await states()).toEqual(['open', 'seen', 'seen', 'open']);
      await stage.daysLater(1);
      await stage.says('东02', '', { ...day, message: photo() });
      expect(await states()).toEqual(['open', 'seen', 'seen', 'open']);
      await stage.says('东02', '还差哪几个点', day);
      stage.sees('夜巡群', '还差：青竹溪1号救生竿、青竹溪13号救生竿。');
      await stage.says('东01', 'JSG-001 JSG-013 都好', { ...day, message: photo() });
      expect(await states()).toEqual(['seen', 'seen', 'seen', 'seen']);
      await stage.says('东01', '收队', day);
      stage.sees('夜巡群', /救生竿月检 小结[\s\S]*点位 4\/4/);
    });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, type Stage } from './stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';

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
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { crew, patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const day = 86_400_000;
const minutes = (count: number): number => count * 60;
const hours = (count: number): number => count * 3_600;
const night = { minutes: 360, route: 'DX', rule: 'FREQ=DAILY' };

/** Who goes on which night, for so many days. */
async function planned(stage: Stage, days: number): Promise<string[]> {
  const names = new Map((await stage.store.read.people.teams()).map(({ id, name }) => [id, name]));
  const views = await stage.store.read.shifts.between(stage.clock.now(), stage.clock.now() + days * day);
  return views
    .filter(({ shift }) => shift.state !== 'cancelled')
    .map(({ shift }) => `${shift.date.slice(5)} ${shift.teamIds.map((id) => names.get(id) ?? '').join('+')}`);
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('thirty-one squads, one a night, over midnight', () => {
    const numbers = Array.from({ length: 31 }, (_, at) => String(at + 1));
    const squads = numbers.map((n) => ({
      code: `YJ-${n}`,
      name: `义警${n}队`,
      leader: `警队${n}`,
      members: [`警队${n}`, `队员${n}`],
      room: `义警${n}群`,
    }));
    const volunteers = squads
      .flatMap(({ members }) => members)
      .map((name) => ({ name, roles: ['volunteer'], duty: 'off' }) as const);
    /** Tonight, 22 November, is the 30th squad's. */
    const stageWith = (store: Store, exceptions: { date: string; cancelled: true }[] = []): Promise<Stage> =>
      patrolStage(store, {
        cast: [...crew(), ...volunteers],
        teams: squads,
        rules: {
          rosters: [
            {
              ...night,
              code: 'YJ',
              name: '义警夜巡',
              turns: squads.map(({ code }) => code),
              start: '2026-10-24T20:30',
              exceptions,
            },
          ],
        },
      });

    it('the first comes round after the last, and only whose night it is hears of it', async () => {
      const stage = await stageWith(database.store);
      expect((await planned(stage, 4)).slice(0, 3)).toEqual(['11-22 义警30队', '11-23 义警31队', '11-24 义警1队']);
      await stage.later(minutes(1));
      stage.holds('义警30群', /^今晚 20:30–次日02:30 义警夜巡\n警队30、队员30（2 人）/);
      await stage.later(minutes(30));
      stage.holds('义警30群', '今晚 20:30', '还在等：警队30、队员30');
      for (const room of ['义警29群', '义警31群', '义警1群']) expect(stage.cards(room)).toEqual([]);
      for (const who of ['警队30', '队员30']) await stage.says(who, '到岗', { in: '义警30群' });
      // After midnight it is the same night.
      await stage.later(hours(5));
      await stage.says('队员30', '渡口 正常', { in: '义警30群' });
      stage.sees('义警30群', '到岗 2/2');
    });

    it('a night that the zone file or a leader calls off is that squad’s turn all the same', async () => {
      const stage = await stageWith(database.store, [{ date: '2026-11-24', cancelled: true }]);
      const others = ['11-22 义警30队', '11-25 义警2队', '11-26 义警3队', '11-27 义警4队', '11-28 义警5队'];
      expect(await planned(stage, 7)).toEqual([others[0], '11-23 义警31队', ...others.slice(1)]);
      await stage.says('警队31', '明晚不巡了', { in: '义警31群' });
      stage.sees('义警31群', '取消了：明晚 20:30–次日02:30 义警夜巡');
      await stage.says('队员1', '我的班');
      stage.sees('队员1', /^你接下来的班\n12月25日（周五）晚上/);
      expect(await planned(stage, 7)).toEqual(others);
      await stage.daysLater(1);
      expect((await planned(stage, 7)).slice(0, 2)).toEqual(['11-25 义警2队', '11-26 义警3队']);
    });
  });

  describe('two teams in turn', () => {
    const teams = [
      { code: 'A', name: '甲队', leader: '队长', members: ['队长', '东01', '东02'], room: '甲群' },
      { code: 'B', name: '乙队', leader: '警01', members: ['警01', '东03'], room: '乙群' },
    ];
    const rosters = [{ ...night, code: 'AB', name: '夜巡', turns: ['A', 'B'], start: '2026-11-22T21:00' }];

    it('two of them swap: one asks, the other one says yes, the leader taps, and each reads whose night it is', async () => {
      const stage = await patrolStage(database.store, { rules: { rosters }, teams });
      await stage.says('东01', '后天跟东03换班', { in: '甲群' });
      stage.sees('甲群', '先问 东03，说可以再请队长定。没定之前照原来的班。');
      stage.sees('东03', '你去 后天晚上 21:00–次日03:00 夜巡，东01 去 明晚 21:00–次日03:00 夜巡');
      await stage.taps('东03', 'request_agree');
      stage.sees('队长', '东03 说可以。');
      await stage.taps('队长', 'request_grant');
      stage.sees('队长', '已同意（队长），班表改好了。');
      stage.sees('东01', '后天晚上 21:00–次日03:00 夜巡 由 东03 去，你去 明晚 21:00–次日03:00 夜巡');
      stage.holds('东03', '已同意', '定了：后天晚上 21:00–次日03:00 夜巡 由你去，替 东01');
      await stage.says('东01', '我的班');
      const own = stage.sees('东01', '你接下来的班').split('\n').slice(2, 4);
      expect(own).toEqual(['明晚 21:00–次日03:00 夜巡 · 和 警01', '后天晚上 21:00–次日03:00 夜巡 · 东03 替你去']);
      await stage.daysLater(1);
      await stage.later(minutes(31));
      // Whoever comes from another team is in none of that team's groups.
      stage.sees('东01', /^今晚 21:00–次日03:00 夜巡\n警01、东01（顶 东03）（2 人）/);
      stage.sees('乙群', /^今晚 21:00–次日03:00 夜巡\n警01、东01（顶 东03）（2 人）/);
      await stage.later(minutes(30));
      await stage.says('东01', '到岗');
      stage.sees('乙群', /到岗 1\/2：✓东01（顶 东03）/);
    });
  });

  describe('a team for one night', () => {
    it('is named by call signs; whoever is of another team hears of it at once, and a second duty is seen', async () => {
      const rosters = [{ ...night, code: 'DP', name: '东片夜巡', turns: ['DP'], start: '2026-11-22T21:00' }];
      const stage = await patrolStage(database.store, {
        cast: [...crew(), { name: '西09', roles: ['volunteer'], duty: 'off' }],
        rules: { rosters },
      });
      await stage.says('队长', '临时班 明晚22:00-23:30 东01 西09 渡口', { in: '夜巡群' });
      const made = '班排好了：明晚 22:00–23:30 临时班。\n东01、西09（来帮忙）\n渡口';
      stage.sees('夜巡群', `${made}\n⚠️ 东01 同一时间还有班：明晚 21:00–次日03:00 东片夜巡。`);
      stage.holds('西09', made);
      await stage.says('西09', '我的班');
      stage.sees('西09', '明晚 22:00–23:30 临时班 · 和 东01');
      await stage.says('队长', '取消明晚的临时班', { in: '夜巡群' });
      for (const who of ['夜巡群', '西09']) stage.sees(who, '取消了：明晚 22:00–23:30 临时班（11月23日），不用来了。');
      expect(await planned(stage, 2)).toEqual(['11-22 东片队', '11-23 东片队']);
      await stage.says('队长', '取消明晚的临时班', { in: '夜巡群' });
      stage.sees('夜巡群', '现在没有对得上的班');
      expect(await planned(stage, 2)).toEqual(['11-22 东片队', '11-23 东片队']);
    });
  });

  describe('a gap in the nights to come', () => {
    const rosters = [
      { ...night, code: 'A', name: '甲夜巡', turns: ['A'], start: '2026-11-24T21:00', rule: 'FREQ=WEEKLY' },
      { ...night, code: 'B', name: '乙夜巡', turns: ['B'], start: '2026-11-25T21:00', rule: 'FREQ=WEEKLY' },
      { ...night, code: 'C', name: '丙夜巡', turns: ['C'], start: '2026-11-25T21:30', rule: 'FREQ=WEEKLY' },
    ];
    const teams = [
      { code: 'A', name: '甲队', leader: '队长', members: ['队长', '东01'], room: '甲群' },
      { code: 'B', name: '乙队', leader: '警01', members: ['警01', '东02', '东03'], room: '乙群' },
      { code: 'C', name: '丙队', leader: '警01', members: [], room: '丙群' },
    ];
    /** 东03 has blocked the bot, and the bot is in 乙群 no more. */
    const outOfReach = (stage: Stage): Promise<void> =>
      stage.store.transaction(async (tx) => {
        for (const name of ['东03', '乙群']) {
          const found = (await tx.rooms.all()).find(({ externalId }) => externalId === name);
          if (found !== undefined) await tx.rooms.put({ ...found, state: 'gone' });
        }
      });

    it('is read by its leader days before, by the command on the day: nobody, one alone, and whom nothing reaches', async () => {
      const stage = await patrolStage(database.store, { rules: { rosters }, teams });
      await outOfReach(stage);
      await stage.says('东01', '后天来不了 加班', { in: '甲群' });
      stage.sees('甲群', '报上去了');
      expect(await stage.taps('队长', 'request_grant')).toMatch(/1 人/);
      stage.sees('东01', '队长 准假了');
      await stage.daysLater(0.5);
      const next = '在队里问一声谁能来。来的人到时候说“到岗”，就算上了。';
      stage.holds('队长', '已同意', `有一班还缺人\n明晚 21:00–次日03:00 甲夜巡：只有 1 人（要 2 人）\n${next}`);
      const silent = '后天晚上 21:00–次日03:00 乙夜巡：东03 收不到消息，请打电话说一声';
      const empty = '后天晚上 21:30–次日03:30 丙夜巡：还没有人';
      stage.holds('警01', `有一班还缺人，有一班有人收不到消息\n${silent}\n${empty}\n${next}`);
      expect(stage.cards('指挥群')).toEqual([]);
      await stage.daysLater(1);
      stage.holds('指挥群', '今晚 21:00–次日03:00 甲夜巡：只有 1 人（要 2 人）');
      expect(stage.cards('警01')).toHaveLength(1);
    });

    it('asks nobody to find people where all that is wrong is that one must be rung', async () => {
      const [, only] = rosters;
      const stage = await patrolStage(database.store, { rules: { rosters: only === undefined ? [] : [only] }, teams });
      await outOfReach(stage);
      await stage.daysLater(1);
      stage.holds('警01', /^有一班有人收不到消息\n.*乙夜巡：东03 收不到消息，请打电话说一声$/);
    });

    it('is gone once somebody comes in', async () => {
      const stage = await patrolStage(database.store, { rules: { rosters }, teams });
      await stage.says('东01', '后天来不了 加班', { in: '甲群' });
      await stage.taps('队长', 'request_grant');
      await stage.says('东02', '后天我替东01', { in: '甲群' });
      stage.sees('甲群', '好，这一班算你一个，现在 2 人。');
      await stage.daysLater(0.5);
      stage.seesNot('队长', '还缺人');
    });
  });
});

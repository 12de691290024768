import { afterEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

const group = { in: '夜巡群' };
/** From nine in the evening until three. */
const long = {
  rosters: [
    {
      code: 'DP',
      name: '东片夜巡',
      turns: ['DP'],
      start: '2026-11-22T21:00',
      rule: 'FREQ=DAILY',
      minutes: 360,
      route: 'DX',
    },
  ],
};

/** The days of the next week that have no shift any more. */
async function off(stage: Stage): Promise<string[]> {
  const days = Array.from({ length: 5 }, (_, at) => `2026-11-${String(22 + at)}`);
  const from = Temporal.Instant.from('2026-11-22T00:00+08:00').epochMilliseconds;
  const views = await stage.store.read.shifts.between(from, from + 6 * 86_400_000);
  const there = views.map(({ shift }) => shift.date);
  return days.filter((day) => !there.includes(day)).map((day) => day.slice(5));
}

const last = (stage: Stage): string => {
  const card = stage.cards('夜巡群').at(-1);
  return card === undefined ? '' : textOf(card);
};

describe('a leader calls a night off', () => {
  it.each([
    '明晚取消 下大雨',
    '明晚取消，台风预警',
    '明晚不巡了 下雨',
    '明晚不用巡了',
    '下大雨 明晚不巡了',
    '明晚下大雨 取消巡逻',
    '大家明晚不巡了',
    '明晚大家不用来了',
    '明晚的巡逻取消 镇里通知',
    "tomorrow's patrol is off, heavy rain",
    '明晚下暴雨 取消',
    '明晚村里聚餐 取消巡逻',
    '明晚都不巡了 大家早点休息',
    '大家明晚不用来了',
    'cancel tomorrow, heavy rain',
  ])('%s', async (words) => {
    const stage = await patrolStage(database.store);
    await stage.says('队长', words, group);
    expect(await off(stage)).toEqual(['11-23']);
    expect(last(stage)).toContain('（11月23日），不用来了');
  });

  it.each([
    ['取消后天晚上的班', ['11-24']],
    ['后天晚上的班取消', ['11-24']],
    ['周三晚上不巡逻了', ['11-25']],
    ['取消24号、25号的班', ['11-24', '11-25']],
    ['取消24号到26号的班', ['11-24', '11-25', '11-26']],
    ['明后两天的班取消', ['11-23', '11-24']],
    ['明晚停一次', ['11-23']],
    ['都别来了 明晚雨太大', ['11-23']],
    ['call off the patrol on Wednesday', ['11-25']],
  ])('%s', async (words, days) => {
    const stage = await patrolStage(database.store);
    await stage.says('队长', words, group);
    expect(await off(stage)).toEqual(days);
  });

  it.each([
    ['今晚下半夜取消', ['planned', 'cancelled']],
    ['取消今晚下半夜的班', ['planned', 'cancelled']],
    ['取消今晚11点的班', ['planned', 'cancelled']],
    ['今晚上半夜不巡了 雨太大', ['cancelled', 'planned']],
    ['今晚取消 雨太大', ['cancelled', 'cancelled']],
  ])('of two halves: %s', async (words, states) => {
    const half = { turns: ['DP'], minutes: 180, route: 'DX', rule: 'FREQ=DAILY' };
    const rosters = [
      { ...half, code: 'N1', name: '上半夜', start: '2026-11-22T20:00' },
      { ...half, code: 'N2', name: '下半夜', start: '2026-11-22T23:00' },
    ];
    const stage = await patrolStage(database.store, { rules: { rosters }, at: Date.UTC(2026, 10, 22, 10) });
    const views = await stage.store.read.shifts.between(0, stage.clock.now() + 12 * 3_600_000);
    await stage.says('队长', words, group);
    const now = await Promise.all(views.map(({ shift }) => stage.store.read.shifts.byId(shift.id)));
    expect(now.map((shift) => shift?.state)).toEqual(states);
  });

  it.each([
    '明晚停电',
    '24号、25号东02不用来了',
    '都别来了 明晚我请客',
    '明晚取消请假',
    '明晚取消吗',
    '明晚取消了谁说的',
    '东03明晚不用来了',
    '明晚不用来了',
    '明晚不巡了吗 下大雨',
    "tomorrow's patrol",
    '明晚东02请假 取消',
    '明晚东02 不巡了',
    '明晚东02请假 取消值班',
    '明晚聚餐 取消',
    '明晚班会，取消',
    '明晚取消 聚餐改天',
    '明晚取消 班会',
    '明晚渡口 不巡了',
    '明晚取消 东02',
    '今晚大家别去了 那边封路',
    '今晚大家不用去了 那边封路',
    'cancel tomorrow dinner',
    'cancel tomorrow leave',
  ])('%s calls nothing off', async (words) => {
    const stage = await patrolStage(database.store);
    await stage.says('队长', words, group);
    expect(await off(stage)).toEqual([]);
  });

  it('and nobody else does', async () => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '明晚取消 下大雨', group);
    expect(await off(stage)).toEqual([]);
  });

  it.each(['取消今晚的班', '今晚取消', '取消巡逻', '今晚不巡了 下大雨'])(
    'after midnight it is asked which night is meant: %s',
    async (words) => {
      const stage = await patrolStage(database.store, { rules: long });
      await stage.later(61 * 60);
      await stage.says('东01', '到岗', group);
      await stage.later(209 * 60);
      await stage.says('队长', words, group);
      expect(await off(stage)).toEqual([]);
      expect(last(stage)).toBe(
        '过了零点，“今晚”是哪一班？11月22日的班正在巡，要提前结束说“收队”；要取消11月23日的班，回“取消11月23日的班”。',
      );
      await stage.says('队长', '取消11月23日的班', group);
      expect(await off(stage)).toEqual(['11-23']);
      expect(last(stage)).toContain('（11月23日），不用来了');
    },
  );

  it('after midnight 明晚 and a date are plain, and so is 今晚 where nothing runs', async () => {
    const stage = await patrolStage(database.store);
    await stage.later(270 * 60);
    await stage.says('队长', '取消今晚的班', group);
    expect(await off(stage)).toContain('11-23');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { patrolNightEn } from '../../bot/texts/patrol-night-en.ts';
import { patrolNightZh } from '../../bot/texts/patrol-night-zh.ts';
import { patrolResultEn } from '../../bot/texts/patrol-result-en.ts';
import { patrolResultZh } from '../../bot/texts/patrol-result-zh.ts';
import type { Token } from '../../core/ids.ts';
import { freshDatabase } from '../support/stores.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

const group = { in: '夜巡群' };
const east = ['队长', '东01', '东02', '东03'];

/** Who wishes to be away when, or is: `东01 11-23 asked`, `东02 11-24 away`. */
async function leaves(stage: Stage): Promise<string[]> {
  const now = stage.clock.now();
  const views = await stage.store.read.shifts.between(now - 86_400_000, now + 40 * 86_400_000);
  const found: string[] = [];
  const nameOf = (id: string): string => east.find((name) => stage.person(name).id === id) ?? '?';
  for (const { shift, people } of views) {
    const day = shift.date.slice(5);
    for (const { personId, state } of people) if (state === 'leave') found.push(`${nameOf(personId)} ${day} away`);
    for (const one of await stage.store.read.shifts.openRequests(shift.id))
      found.push(`${nameOf(one.personId)} ${day} asked`);
  }
  return found;
}

const last = (stage: Stage, room: string): string => {
  const card = stage.cards(room).at(-1);
  return card === undefined ? '' : textOf(card);
};

describe('the days of leave', () => {
  it.each([
    ['明后两天请假', ['11-23', '11-24'], '11月23日、24日'],
    ['我请三天假', ['11-22', '11-23', '11-24'], '11月22日到24日'],
    ['请两天假 今天明天', ['11-22', '11-23'], '11月22日、23日'],
    ['今晚明晚都来不了', ['11-22', '11-23'], '11月22日、23日'],
    ['24号到26号请假 回老家', ['11-24', '11-25', '11-26'], '11月24日到26日'],
    ['周三和周五请假', ['11-25', '11-27'], '11月25日、27日'],
    ['下周一三五都请假', ['11-23', '11-25', '11-27'], '11月23日、25日、27日'],
    ['孩子明天考试 今晚请假', ['11-22'], '11月22日'],
    ['明晚请假', ['11-23'], '11月23日'],
    ['请假', ['11-22'], '11月22日'],
    ['请假24日', ['11-24'], '11月24日'],
    ['我想请25日晚上的假', ['11-25'], '11月25日'],
    ['26晚请假', ['11-26'], '11月26日'],
    ['三天后请假', ['11-25'], '11月25日'],
    ['请假到周二', ['11-22', '11-23', '11-24'], '11月22日到24日'],
    ["can't make it tonight or tomorrow", ['11-22', '11-23'], '11月22日、23日'],
    ['24/25号请假', ['11-24', '11-25'], '11月24日、25日'],
    ["won't be there Nov 25-27", ['11-25', '11-26', '11-27'], '11月25日到27日'],
    ['leave 24-26 Nov please', ['11-24', '11-25', '11-26'], '11月24日到26日'],
    ['明朝夜里来不成', ['11-23'], '11月23日'],
    ['聽日唔得閒 嚟唔到', ['11-23'], '11月23日'],
  ])('%s', async (words, days, named) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', words, group);
    expect(await leaves(stage)).toEqual(days.map((day) => `东01 ${day} asked`));
    expect(last(stage, '夜巡群')).toBe(`${named}的班报上去了，定下来告诉你。没定之前照原来的班。`);
    expect(stage.cards('队长')).toHaveLength(days.length);
  });

  it.each([
    '月底那天请假',
    '这几天都来不了',
    '元旦那天请假',
    '请0天假',
    '5晚请假',
    '周五前都来不了',
    '12月份我都来不了 住院了',
    '11.24-11.26请假',
    '除了周三 这周都请假',
    '每周三都请假',
    '月底前都来不了',
  ])('%s: which one, of the next', async (words) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', words, group);
    expect(await leaves(stage)).toEqual([]);
    expect(last(stage, '夜巡群')).toContain('哪天请假没看懂');
    await stage.taps('东01', 'shift_leave', { in: '夜巡群' });
    expect(await leaves(stage)).toHaveLength(1);
  });

  it('is chosen by its code where there are no buttons', async () => {
    const stage = await patrolStage(database.store, { platform: 'wechat' });
    const now = stage.clock.now();
    const third = (await stage.store.read.shifts.between(now, now + 4 * 86_400_000))[2];
    if (third === undefined) throw new Error('There is no third shift');
    const token = 'a-token-of-its-own' as Token;
    await stage.store.transaction((tx) => tx.shifts.put({ ...third.shift, token }));
    await stage.says('东01', '月底那天请假', group);
    const codes = [...last(stage, '夜巡群').matchAll(/东片夜巡 (\w{4})/gu)].map(([, code = '']) => code);
    await stage.says('东01', `请假 ${codes[2] ?? ''}`, group);
    expect(await leaves(stage)).toEqual(['东01 11-24 asked']);
  });
});

describe('leave that is taken back', () => {
  const words = [
    '取消明晚的请假',
    '取消明天的请假',
    '我明晚能来了',
    '明晚我来',
    '明晚的假取消',
    '算了 明晚我能来',
    '取消请假',
    '撤销请假',
    '明晚不请假了',
    '明晚我又可以去了',
    '明天的假销了',
    'I can come tomorrow after all',
    '明晚我有空了',
  ];
  it.each(words)('before it is decided: %s', async (said) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '明晚请假', group);
    await stage.says('东01', said, group);
    expect(await leaves(stage)).toEqual([]);
    expect(last(stage, '夜巡群')).toMatch(/^撤回了，还是照原来的班。\n明晚 21:00/);
  });
  it.each(words)('after it was granted: %s', async (said) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '明晚请假', group);
    await stage.taps('队长', 'request_grant');
    await stage.says('东01', said, group);
    expect(await leaves(stage)).toEqual([]);
    expect(last(stage, '夜巡群')).toMatch(/^好，假取消了，这一班照旧算你。\n明晚 21:00/);
  });
  it.each(['明晚我来', '我明晚能来了', '算了 明晚我能来', '取消明晚的请假'])(
    'of nobody who asked for it asks for nothing: %s',
    async (said) => {
      const stage = await patrolStage(database.store);
      await stage.says('东01', said, group);
      expect(await leaves(stage)).toEqual([]);
      expect(stage.cards('队长')).toEqual([]);
    },
  );
  it.each(['又来了', '又来了 那条狗', '还是我去吧', '今晚没事', '我可以去了', '今晚上 月亮好圆', '那条狗明晚又来了'])(
    'and is not by everyday words: %s',
    async (said) => {
      const stage = await patrolStage(database.store);
      await stage.says('东01', '明晚请假', group);
      await stage.taps('队长', 'request_grant');
      await stage.says('东01', said, group);
      expect(await leaves(stage)).toEqual(['东01 11-23 away']);
    },
  );
  it('of several by 我能来了 is asked', async () => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '明后两天请假', group);
    await stage.says('东01', '我能来了', group);
    expect(last(stage, '夜巡群')).toContain('11月23日、24日都请了假，取消哪天的？');
    expect(await leaves(stage)).toHaveLength(2);
  });
  it('is that of the day that is named, and of several without a day it is asked', async () => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '明后两天请假', group);
    await stage.says('东01', '后天我能来了', group);
    expect(await leaves(stage)).toEqual(['东01 11-23 asked']);
    await stage.says('东01', '后天请假', group);
    await stage.says('东01', '取消请假', group);
    expect(last(stage, '夜巡群')).toContain('11月23日、24日都请了假，取消哪天的？');
    await stage.says('东01', '请假都取消', group);
    expect(await leaves(stage)).toEqual([]);
  });
});

describe('leave of another', () => {
  it.each([
    ['东02明天请假我批了', ['东02 11-23 away']],
    ['东03明晚不用来了', ['东03 11-23 away']],
    ['我让东03明晚别来了', ['东03 11-23 away']],
    ['东02和东03明天都请假', ['东02 11-23 away', '东03 11-23 away']],
    ['东03明晚请假吗', []],
    ['明晚请假', ['队长 11-23 asked']],
    ['东02明晚来不了，我也来不了', ['队长 11-23 asked', '东02 11-23 away']],
  ])('by their leader: %s', async (said, expected) => {
    const stage = await patrolStage(database.store);
    await stage.says('队长', said, group);
    expect((await leaves(stage)).toSorted()).toEqual(expected.toSorted());
  });
  it.each([
    ['东01请假的事我同意了', ['东01 11-25 away']],
    ['东01的假我准了', ['东01 11-25 away']],
    ['东01请假我批了', ['东01 11-25 away']],
    ['东01请假，同意', ['东01 11-25 away']],
    ['东01请假', ['东01 11-25 away']],
    ['东01今晚请假我批了', ['东01 11-22 away', '东01 11-25 asked']],
    ['东01今晚不用来了', ['东01 11-22 away', '东01 11-25 asked']],
    ['东01请假不批', []],
    ['东01请假我不同意', []],
    ['东01今晚请假我不同意', ['东01 11-25 asked']],
  ])('that was asked for, by their leader in the group: %s', async (said, expected) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '25号请假', group);
    await stage.says('队长', said, group);
    expect(await leaves(stage)).toEqual(expected);
  });
  it('that was asked for is not decided by a mate who says the same', async () => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '25号请假', group);
    await stage.says('东02', '东01请假我同意', group);
    expect(await leaves(stage)).toEqual(['东01 11-25 asked']);
  });
  it.each([
    ['东03明天请假', ['东03 11-23 asked']],
    ['东03托我请个假 明天的', ['东03 11-23 asked']],
    ['我和东03明天都请假', ['东01 11-23 asked', '东03 11-23 asked']],
    ['东03明晚来不了，我也来不了', ['东01 11-23 asked', '东03 11-23 asked']],
    ['东03明晚来不了，我后天请假', ['东01 11-24 asked', '东03 11-23 asked']],
    ['我明晚来不了 东03也来不了', ['东01 11-23 asked', '东03 11-23 asked']],
    ['东03明晚请假，我没空替他', ['东03 11-23 asked']],
    ['明晚请假 东03在不在', ['东01 11-23 asked']],
    ['队长让我明晚别来了', ['东01 11-23 asked']],
    ['跟队长说了 明晚请假', ['东01 11-23 asked']],
    ['队长，明晚请假', ['东01 11-23 asked']],
    ['我感冒了 东02知道的 明晚请假', ['东01 11-23 asked']],
  ])('by one of them: %s', async (said, expected) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', said, group);
    expect((await leaves(stage)).toSorted()).toEqual(expected);
  });
  it.each([
    ['东03', '队长让我明晚别来了'],
    ['队长', '东03明晚不用来了'],
    ['东01', '东03今晚别来了'],
    ['队长', '今晚不用来了'],
  ])('%s: %s puts nobody on duty', async (who, said) => {
    const stage = await patrolStage(database.store);
    await stage.says(who, said, group);
    const now = stage.clock.now();
    const [view] = await stage.store.read.shifts.between(now, now + 86_400_000);
    expect(view?.people.filter(({ state }) => state === 'present')).toEqual([]);
  });
  it.each([
    ['队长', '东02别去了'],
    ['队长', '东02别去了 那边危险'],
    ['队长', '东02快点 别巡了'],
    ['队长', '东02 5号不用去了'],
    ['队长', '东02不用去了 我去'],
    ['队长', '东02别过来了 水太大'],
    ['队长', '东02别来了'],
    ['队长', '东03别来了 水太大'],
    ['东01', '东02别去了'],
    ['东01', '东02别来了 我马上好'],
  ])('%s: %s on the way is no leave', async (who, said) => {
    const stage = await patrolStage(database.store);
    await stage.later(61 * 60);
    for (const name of ['队长', '东01', '东02']) await stage.says(name, '到岗', group);
    await stage.says(who, said, group);
    expect(await leaves(stage)).toEqual([]);
    const now = stage.clock.now();
    const [view] = await stage.store.read.shifts.between(now - 86_400_000, now + 3600_000);
    expect(view?.people.filter(({ leftAt }) => leftAt !== null)).toEqual([]);
  });
  it.each([
    ['东03今晚不用来了', '东03 11-22 away'],
    ['东02明晚不用来了', '东02 11-23 away'],
  ])('during a shift, of who is not there or of another day: %s', async (said, expected) => {
    const stage = await patrolStage(database.store);
    await stage.later(61 * 60);
    for (const name of ['东01', '东02']) await stage.says(name, '到岗', group);
    await stage.says('队长', said, group);
    expect(await leaves(stage)).toEqual([expected]);
  });
  it('beside those who came', async () => {
    const stage = await patrolStage(database.store);
    await stage.later(62 * 60);
    await stage.says('东02', '我们两个到了 东03请假', group);
    expect(await leaves(stage)).toEqual(['东03 11-22 asked']);
    const now = stage.clock.now();
    const [view] = await stage.store.read.shifts.between(now - 86_400_000, now + 3600_000);
    expect(view?.people.filter(({ state }) => state === 'present').map(({ personId }) => personId)).toEqual([
      stage.person('东02').id,
    ]);
  });
});

describe('what the bot says that one may write', () => {
  const shifts = [
    [patrolNightZh.which.shift_leave(1), /比如：(.+)。$/u],
    [patrolNightEn.which.shift_leave(1), /: ([^:]+)\.$/u],
  ] as const;
  it.each(shifts)('is read as leave: %s', async (advice, words) => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', words.exec(advice)?.[1] ?? '', group);
    expect(await leaves(stage)).toEqual(['东01 11-30 asked']);
  });
  const others = [
    [patrolResultZh.leave_when({ kind: 'leave_when', who: '东02' }), /比如：(.+)。$/u],
    [patrolResultEn.leave_when({ kind: 'leave_when', who: '东02' }), /: ([^:]+)\.$/u],
  ] as const;
  it.each(others)('is read as leave of another: %s', async (advice, words) => {
    const stage = await patrolStage(database.store);
    await stage.says('队长', words.exec(advice)?.[1] ?? '', group);
    expect(await leaves(stage)).toEqual(['东02 11-30 away']);
  });
});

describe('leave in two teams', () => {
  it('is undone only by who leads the one that granted it, or by themselves', async () => {
    const west = { code: 'XP', name: '西片队', leader: '警01', members: ['警01', '东02'], room: '西片群' } as const;
    const stage = await patrolStage(database.store, { teams: [{ ...west, platform: 'telegram' }] });
    await stage.says('东02', '明晚请假', group);
    await stage.taps('队长', 'request_grant');
    await stage.says('警01', '东02明晚不请假了 取消请假', { in: '西片群' });
    expect(await leaves(stage)).toEqual(['东02 11-23 away']);
    await stage.says('队长', '东02明晚不请假了 取消请假', group);
    expect(await leaves(stage)).toEqual([]);
  });
});

describe('who is named to come instead and is nobody', () => {
  it('is said to be unknown, and leave is asked for all the same', async () => {
    const stage = await patrolStage(database.store);
    await stage.says('东01', '明晚东05替我', group);
    expect(await leaves(stage)).toEqual(['东01 11-23 asked']);
    expect(last(stage, '夜巡群')).toBe(
      '11月23日的班报上去了，定下来告诉你。“东05”名册里没对上，谁来顶再说一声。没定之前照原来的班。',
    );
  });
});

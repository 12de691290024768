import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  /** The walk has begun; 队长, 东01 and 东02 are there, 东03 has not come. */
  const running = async (platform: 'telegram' | 'wechat' = 'telegram'): Promise<Stage> => {
    const stage = await patrolStage(database.store, { platform });
    await stage.later(minutes(61));
    for (const name of ['队长', '东01', '东02']) await stage.says(name, '到岗', room);
    await stage.says('东01', '大塘沿', { ...room, message: photo() });
    return stage;
  };

  describe.each(['telegram', 'wechat'] as const)('one of the crew whom the others do not find, on %s', (platform) => {
    it('is asked, then the officer gets the last point and the numbers, that one’s first; whoever finds them says so', async () => {
      const stage = await running(platform);
      await stage.says('东02', '东01不见了', room);
      stage.sees('夜巡群', '在问 东01 了，5 分钟没有回音就告诉值班员打电话。找到了说“人找到了”；要紧马上打 110。');
      stage.sees('东01', '东02 说找不到你了，还好吗？');
      expect(stage.cards('指挥群')).toEqual([]);
      // What the others send says nothing of the one who is missing.
      await stage.says('东02', '渡口', { ...room, message: photo() });
      await stage.says('队长', '我们在渡口喊了几声', room);
      await stage.later(minutes(5));
      const card = stage.sees('指挥群', '⚠️ 东片夜巡：找不到 东01');
      expect(card).toMatch(/东02 说的，本人没有回音。\n最后一次：21:01 大塘沿 东01\n东01 199-0000-\d{4}\n/);
      expect(card).toContain('请先打给 东01，再打给队友。');
      stage.seesNot('夜巡群', '199-0000-');
      await stage.says('队长', '东01找到了 在桥头', room);
      stage.sees('指挥群', /东片夜巡平安：\d\d:\d\d 队长 回了话，不用再打。/);
      expect((await tonight(stage)).shift.welfare).toBeNull();
    });

    it('answers, and nobody is troubled', async () => {
      const stage = await running(platform);
      await stage.says('东02', '找不到东01了', room);
      await stage.says('东01', '平安');
      stage.sees('东01', '平安就好');
      await stage.later(minutes(20));
      expect(stage.cards('指挥群')).toEqual([]);
    });
  });

  it.each([
    ['东02', '打不通东01电话'],
    ['队长', '东01人呢？'],
    ['值01', '东01人呢'],
  ])('is asked for by whoever wants to know: %s says %s', async (name, words) => {
    const stage = await running();
    await stage.later(minutes(20));
    await stage.says(name, words, room);
    stage.sees('夜巡群', '在问 东01 了');
    stage.sees('东01', `${name} 说找不到你了，还好吗？`);
    await stage.later(minutes(5));
    stage.sees('指挥群', '找不到 东01');
  });

  it('is asked for in jest where they were heard a moment ago, or have not come, or by who has no say', async () => {
    const stage = await running();
    for (const words of ['东01人呢？', '东03人呢']) await stage.says('东02', words, room);
    await stage.later(minutes(20));
    await stage.says('警01', '东01人呢', room);
    await stage.later(minutes(10));
    stage.seesNot('夜巡群', '在问');
    expect(stage.cards('指挥群')).toEqual([]);
  });

  it('is there again by whatever is heard of them, and not by 平安 of another', async () => {
    const stage = await running();
    await stage.says('东02', '联系不上东01 电话没人接', room);
    await stage.says('队长', '平安', room);
    stage.sees('夜巡群', '好。东01 呢？找到了谁，说谁“找到了”。');
    expect((await tonight(stage)).shift.welfare).not.toBeNull();
    await stage.says('东01', '', { ...room, message: photo() });
    expect((await tonight(stage)).shift.welfare).toBeNull();
    await stage.later(minutes(20));
    expect(stage.cards('指挥群')).toEqual([]);
  });

  it('is rung at once by the officer where they cannot be written to', async () => {
    const stage = await running();
    await stage.store.transaction(async (tx) => {
      const own = (await tx.rooms.all()).find(({ externalId }) => externalId === '东01');
      if (own !== undefined) await tx.rooms.put({ ...own, state: 'gone' });
    });
    await stage.says('东02', '东01不见了', room);
    stage.sees('夜巡群', '已经告诉值班员，马上给 东01 打电话。');
    stage.sees('指挥群', '找不到 东01');
    await stage.says('值01', '今晚怎么样');
    stage.sees('值01', /⚠️ 东片夜巡.*找不到 东01/);
    await stage.says('值01', '联系上了，平安');
    stage.sees('指挥群', /东片夜巡平安：.*值01 联系上了他们/);
    expect((await tonight(stage)).shift.welfare).toBeNull();
  });

  it('is looked for after 收队 too: nothing is summed up before the officer knows', async () => {
    const stage = await running();
    await stage.says('东02', '收队', room);
    await stage.says('东02', '东01不见了', room);
    stage.sees('东01', '东02 说找不到你了');
    await stage.later(minutes(5));
    stage.sees('指挥群', '找不到 东01');
    await stage.later(minutes(20));
    stage.sees('夜巡群', /小结/);
    await stage.says('东02', '人找到了', room);
    stage.sees('指挥群', '东片夜巡平安');
  });

  it('and a second one are told at once, and each ends by itself', async () => {
    const stage = await running();
    await stage.says('队长', '东01不见了', room);
    await stage.says('队长', '东02不见了', room);
    stage.sees('指挥群', '找不到 东01、东02');
    await stage.says('队长', '人找到了', room);
    stage.sees('夜巡群', '好。东01、东02 呢？');
    await stage.says('东02', '我在', room);
    expect((await tonight(stage)).shift.welfare?.missing?.ids).toEqual([stage.person('东01').id]);
    await stage.says('队长', '人找到了', room);
    stage.sees('指挥群', '东片夜巡平安');
  });

  it('outlives a restart', async () => {
    const stage = await running();
    await stage.says('东02', '东01不见了', room);
    await stage.restart();
    await stage.later(minutes(5));
    stage.sees('指挥群', '找不到 东01');
  });

  it('of a name that nobody on the shift has is asked who is meant', async () => {
    const stage = await running();
    await stage.says('东02', '老赵不见了', room);
    stage.sees('夜巡群', '“老赵”是哪一位？');
    expect((await tonight(stage)).shift.welfare).toBeNull();
  });

  it.each([
    '东03电话打不通',
    '东01不见了 哈哈',
    '昨晚东01不见了',
    '东01不见了吗',
    '小狗不见了',
    '东01 你看到我手电了没',
  ])('%s is no such thing', async (words) => {
    const stage = await running();
    await stage.says('东02', words, room);
    expect((await tonight(stage)).shift.welfare).toBeNull();
    for (const name of ['东01', '东03', '指挥群']) stage.seesNot(name, '找不到');
    stage.seesNot('夜巡群', '110');
  });
});

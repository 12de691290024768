import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  /** Two are there, and for an hour nothing is heard of them: 东01 is asked. */
  const silent = async (): Promise<Stage> => {
    const stage = await patrolStage(database.store);
    await stage.later(minutes(61));
    await stage.says('东01', '到岗', room);
    await stage.says('东02', '到岗', room);
    await stage.later(minutes(61));
    stage.sees('东01', '都还好吗');
    return stage;
  };
  const isAsked = async (stage: Stage): Promise<boolean> => (await tonight(stage)).shift.welfare !== null;

  describe('whoever is asked whether all is well', () => {
    it.each([
      '在呢 没事',
      '报平安',
      '没事没事，手机静音了',
      '好着呢',
      '在走呢',
      '刚在吃面',
      '👌',
      'still here',
      '1',
      'all good',
    ])('and says %s is well', async (words) => {
      const stage = await silent();
      await stage.says('东01', words);
      stage.sees('东01', '平安就好，路上当心。');
      expect(await isAsked(stage)).toBe(false);
      await stage.later(minutes(15));
      expect(stage.cards('指挥群')).toEqual([]);
      stage.seesNot('东02', '都还好吗');
    });

    it.each(['在呢 没事', '刚在吃面'])('says %s in the group, and gets a sign', async (words) => {
      const stage = await silent();
      await stage.says('东01', words, room);
      expect(await isAsked(stage)).toBe(false);
      expect(stage.chats.telegram.sends.at(-1)?.outgoing.kind).toBe('reaction');
    });

    it.each(['不好', '有人拦着我们', "can't move"])('and says %s has the officer told at once', async (words) => {
      const stage = await silent();
      await stage.says('东01', words);
      stage.sees('东01', /已经报给值班员/);
      stage.sees('指挥群', new RegExp(`⚠️ 东片夜巡：东01 说有事\\n东01 回的是：“${words}”[\\s\\S]*东01 199-0000-0001`));
      stage.seesNot('指挥群', '问过两个人');
      expect(await isAsked(stage)).toBe(true);
    });

    it('and chooses that they need help has the officer told, who ends it by a tap', async () => {
      const stage = await silent();
      await stage.taps('东01', 'shift_trouble');
      stage.sees('指挥群', '东01 按了“需要帮忙”');
      await stage.says('东02', '3号', { ...room, message: photo() });
      expect(await isAsked(stage)).toBe(true);
      await stage.taps('值01', 'shift_safe', { in: '指挥群' });
      expect(await isAsked(stage)).toBe(false);
    });

    it('and said that something is wrong can say that it is over', async () => {
      const stage = await silent();
      await stage.says('东01', '出事了');
      await stage.says('东01', '没事了 平安');
      expect(await isAsked(stage)).toBe(false);
      stage.sees('指挥群', /东片夜巡平安/);
    });

    it.each(['救命', '我这边有人打架'])('and says %s is an emergency, and never said to be well', async (words) => {
      const stage = await silent();
      await stage.later(minutes(11));
      stage.sees('指挥群', '问过两个人');
      await stage.says('东01', words);
      stage.sees('指挥群', new RegExp(`待确认[\\s\\S]*${words}`));
      stage.sees('指挥群', /东01 说有事[\s\S]*199-0000-0001/);
      stage.seesNot('指挥群', '东片夜巡平安');
    });

    it('and is hurt brings the officer one card with their numbers', async () => {
      const stage = await silent();
      await stage.says('东01', '腿摔了');
      stage.sees('指挥群', /东片夜巡 有队员受伤/);
      stage.seesNot('指挥群', '说有事');
      await stage.later(minutes(15));
      stage.seesNot('指挥群', '问过两个人');
    });

    it.each(['?', '什么', '你是谁'])('and says %s is asked once more, while it goes on', async (words) => {
      const stage = await silent();
      await stage.says('东01', words);
      stage.sees('东01', '没看明白。你们都平安吗？');
      const labels = stage
        .cards('东01')
        .at(-1)
        ?.actions.flat()
        .map(({ label }) => label);
      expect(labels).toEqual(['平安', '需要帮忙']);
      await stage.later(minutes(5));
      stage.sees('东02', '都还好吗');
      await stage.later(minutes(5));
      stage.sees('指挥群', '问过两个人');
      await stage.says('东01', '没事');
      expect(await isAsked(stage)).toBe(false);
      stage.sees('指挥群', /东片夜巡平安/);
    });

    it('and sends a point, or asks what is open, is out and well', async () => {
      const stage = await silent();
      await stage.says('东01', '在3号点 没事', { message: photo() });
      expect(await isAsked(stage)).toBe(false);
      await stage.later(minutes(61));
      await stage.says('东01', '还差几个点');
      expect(await isAsked(stage)).toBe(false);
    });

    it('can still say so after the night is summed up', async () => {
      const stage = await silent();
      await stage.says('东01', '没事');
      await stage.later(minutes(160));
      expect((await tonight(stage)).shift.state).toBe('ended');
      expect(await isAsked(stage)).toBe(true);
      await stage.says('东01', '在呢 没事');
      expect(await isAsked(stage)).toBe(false);
    });
  });

  it('nobody is answered so who was not asked', async () => {
    const stage = await patrolStage(database.store);
    await stage.later(minutes(61));
    await stage.says('东01', '到岗', room);
    await stage.says('东01', '刚在吃面');
    stage.seesNot('东01', '平安就好');
    await stage.says('东01', '不好');
    expect(stage.cards('指挥群')).toEqual([]);
  });
});

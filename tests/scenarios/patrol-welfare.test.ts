import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { crew, patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  /** Two are there, and for an hour nothing is heard of them: 东01 is asked. */
  const silentWith = async (stage: Stage, ...others: readonly string[]): Promise<Stage> => {
    await stage.later(minutes(61));
    for (const name of ['东01', '东02', ...others]) await stage.says(name, '到岗', room);
    await stage.later(minutes(61));
    stage.sees('东01', '都还好吗');
    return stage;
  };
  const silent = async (): Promise<Stage> => silentWith(await patrolStage(database.store));
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
      stage.seesNot('指挥群', '问过了，没有人回');
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
      stage.sees('指挥群', '问过了，没有人回');
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
      stage.seesNot('指挥群', '问过了，没有人回');
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
      stage.sees('指挥群', '问过了，没有人回');
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

  describe('whoever told of trouble', () => {
    /** 东01, who was asked, has told of it; the officer is told. */
    const inTrouble = async (stage?: Stage, ...others: readonly string[]): Promise<Stage> => {
      const asked = await silentWith(stage ?? (await patrolStage(database.store)), ...others);
      await asked.says('东01', '不好 有人拦着我们');
      asked.sees('指挥群', '东01 说有事');
      return asked;
    };
    const alarms = (stage: Stage): string[] =>
      stage
        .cards('指挥群')
        .map(textOf)
        .filter((text) => text.includes('说有事'));
    const passerBy = [...crew(), { name: '路人', roles: ['resident'], duty: 'off', platform: 'telegram' }] as const;

    it.each([
      ['东02', '好的'],
      ['东02', '收到'],
      ['东02', '嗯'],
      ['东02', '在'],
      ['东02', '1'],
      ['东02', '🙏'],
      ['东02', '在路上'],
      ['东02', '在吃面'],
      ['东02', '好的 马上过去'],
      ['东02', '马上来'],
      ['东02', '大家好'],
      ['东02', 'ok'],
      ['东01', '好的'],
      ['东01', '收到'],
      ['东01', '在呢'],
      ['东01', '没问题'],
      ['队长', '没事'],
      ['队长', '好的'],
      ['东03', '没事'],
    ])('is not out of it because %s says %s', async (name, words) => {
      const stage = await inTrouble();
      await stage.says(name, words, room);
      expect((await tonight(stage)).shift.welfare?.trouble?.toldById).toBe(stage.person('东01').id);
      stage.seesNot('指挥群', '东片夜巡平安');
      expect(alarms(stage)).toHaveLength(1);
    });

    it.each(['好的', '收到 谢谢'])('and says %s to the bot alone is asked, and it goes on', async (words) => {
      const stage = await inTrouble();
      await stage.says('东01', words);
      stage.sees('东01', '没看明白。你们都平安吗？');
      expect(await isAsked(stage)).toBe(true);
    });

    it.each([
      ['东01', '没事了'],
      ['东01', '平安'],
      ['东01', '没事'],
      ['东01', '人走了 我们没事了'],
      ['东01', "I'm fine now"],
      ['东02', '我们都平安'],
      ['东02', '东01没事了'],
      ['东02', '大家都没事，放心'],
      ['东02', 'we are all safe'],
      ['队长', '平安'],
    ])('is out of it as %s says: %s', async (name, words) => {
      const stage = await inTrouble();
      await stage.says(name, words, room);
      expect(await isAsked(stage)).toBe(false);
      stage.sees('指挥群', /东片夜巡平安/);
    });

    it.each(['平安', '没事了', '我很好', '一切平安'])('is asked after where a mate says %s', async (words) => {
      const stage = await inTrouble();
      await stage.says('东02', words, room);
      stage.sees('夜巡群', '好。东01 说有事，现在怎么样？都没事了，说“我们都平安”。');
      expect(await isAsked(stage)).toBe(true);
      await stage.says('东02', '我们都平安', room);
      expect(await isAsked(stage)).toBe(false);
    });

    it('is asked after where a mate taps that all is well', async () => {
      const stage = await silentWith(await patrolStage(database.store));
      await stage.later(minutes(5));
      stage.sees('东02', '都还好吗');
      await stage.says('东01', '有人拦着我们');
      expect(await stage.taps('东02', 'shift_safe')).toContain('东01 说有事');
      expect(await isAsked(stage)).toBe(true);
      expect(await stage.taps('值01', 'shift_safe', { in: '指挥群' })).toContain('不用再打');
      expect(await isAsked(stage)).toBe(false);
    });

    it('and says that it is over, and more, is asked in the group too', async () => {
      const stage = await inTrouble();
      await stage.says('东01', '我没事，他还不让我们走', room);
      stage.sees('夜巡群', '没看明白。你们都平安吗？');
      expect(await isAsked(stage)).toBe(true);
      await stage.taps('东01', 'shift_safe', { in: '夜巡群' });
      expect(await isAsked(stage)).toBe(false);
    });

    it('is on one card, whatever is told of it, and however often', async () => {
      const stage = await inTrouble();
      await stage.says('东01', '不好 有人拦着我们');
      await stage.taps('东01', 'shift_trouble');
      await stage.taps('东01', 'shift_trouble');
      expect(alarms(stage)).toHaveLength(1);
      await stage.says('东01', '不好 又来了三个人');
      await stage.says('东02', '有人追我', room);
      expect(alarms(stage)).toHaveLength(1);
      const card = stage.sees('指挥群', '⚠️ 东片夜巡：东01 说有事');
      expect(card).toMatch(/东01 回的是：“不好 有人拦着我们”[\s\S]*三个人[\s\S]*东02 回的是：“有人追我”/);
      expect(card).toContain('请马上打给 东01：');
      // Each of them speaks of themselves.
      await stage.says('东01', '我没事了', room);
      stage.sees('夜巡群', '东02 说有事');
      expect(await isAsked(stage)).toBe(true);
      await stage.says('东01', '我们都没事了', room);
      expect(await isAsked(stage)).toBe(false);
    });

    it('is on a card of its own where it comes anew', async () => {
      const stage = await inTrouble();
      await stage.says('东01', '没事了');
      await stage.later(minutes(61));
      await stage.says('东01', '不好 有人拦着我们');
      expect(alarms(stage)).toHaveLength(2);
    });

    it('stays in it while another is looked for', async () => {
      const stage = await inTrouble();
      await stage.says('东01', '东02不见了', room);
      stage.sees('指挥群', /东01 说有事[\s\S]*有人拦着我们[\s\S]*找不到 东02/);
      await stage.says('东02', '我在', room);
      expect((await tonight(stage)).shift.welfare?.trouble).toBeDefined();
      await stage.says('东01', '没事了', room);
      expect(await isAsked(stage)).toBe(false);
    });

    it.each(['在呢', '平安', '没事了', '我们都平安'])('is not helped by a passer-by who says %s', async (words) => {
      const stage = await inTrouble(await patrolStage(database.store, { cast: passerBy }), '路人');
      await stage.says('路人', words, room);
      expect((await tonight(stage)).shift.welfare?.trouble).toBeDefined();
    });

    it('may be a passer-by, and it is over as one of the crew says', async () => {
      const stage = await silentWith(await patrolStage(database.store, { cast: passerBy }), '路人');
      await stage.says('路人', '有人拦着我们', room);
      stage.sees('指挥群', '路人 说有事');
      await stage.says('路人', '没事了', room);
      expect(await isAsked(stage)).toBe(true);
      await stage.says('东01', '我们都没事了', room);
      expect(await isAsked(stage)).toBe(false);
    });

    it.each(['在呢', '好的', '平安', '风有点大'])('a passer-by says nothing of a silent crew: %s', async (words) => {
      const stage = await silentWith(await patrolStage(database.store, { cast: passerBy }), '路人');
      await stage.says('路人', words, room);
      await stage.says('路人', '', { ...room, message: photo() });
      expect(await isAsked(stage)).toBe(true);
      await stage.says('东02', '在呢', room);
      expect(await isAsked(stage)).toBe(false);
    });
  });

  describe.each([{}, room])('asked whether all is well, and answered %o', (where) =>
    it.each([
      '在沟里',
      '人在医院',
      '在水里',
      '人在派出所',
      '在抢救',
      '在路边躺着',
      '刚送老王去医院',
      '刚做完手术',
      '行 但是老王心脏病犯了',
      'ok but he is in hospital',
    ])('%s is trouble', async (words) => {
      const stage = await silent();
      await stage.says('东01', words, where);
      expect((await tonight(stage)).shift.welfare?.trouble?.words).toBe(words);
      stage.sees('指挥群', /有事|受伤/);
      stage.sees('指挥群', '东01 199-0000-0001');
    }),
  );

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

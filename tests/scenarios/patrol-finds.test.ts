import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('something found, on %s', (platform) => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      return stage;
    };
    const newest = (stage: Stage, whose: string): string => {
      const card = stage.cards(whose).at(-1);
      return card === undefined ? '' : textOf(card);
    };

    it('goes to the police contact, and what is found beside it too', async () => {
      const stage = await running();
      await stage.says('东01', '我捡到一部手机', room);
      expect(newest(stage, '警01')).toContain('“我捡到一部手机”');
      await stage.says('东01', '还捡到一个钱包', room);
      expect(newest(stage, '警01')).toContain('钱包');
      stage.seesNot('指挥群', '手机');
    });

    it.each([room, {}])('just after one’s own report is read by the officer as well (%j)', async (where) => {
      const stage = await running();
      await stage.says('东01', '报告 渡口有人晕倒了', where);
      await stage.later(minutes(2));
      await stage.says('东01', '我捡到一部手机', where);
      stage.sees('指挥群', '“我捡到一部手机”');
      expect(newest(stage, '警01')).toContain('“我捡到一部手机”');
    });

    it.each([room, {}])('a lamp offered to be registered waits while somebody lies elsewhere (%j)', async (where) => {
      const stage = await running();
      await stage.says('东01', '新屋路口路灯不亮', { ...where, message: photo() });
      await stage.says('东01', '大塘沿有个人躺地上叫不醒', { ...where, message: photo() });
      stage.sees('指挥群', /人员倒地[\s\S]*大塘沿[\s\S]*照片 1 张/);
      await stage.says('东01', '登记', where);
      stage.sees('指挥群', /待定级：路灯[\s\S]*新屋路口[\s\S]*照片 1 张/);
      stage.seesNot('指挥群', '“登记”');
    });

    it('what is offered of the very place goes with the emergency there', async () => {
      const stage = await running();
      await stage.says('东01', '大塘沿路灯不亮', { ...room, message: photo() });
      await stage.says('东01', '大塘沿有个人躺地上叫不醒', room);
      stage.sees('指挥群', /人员倒地[\s\S]*照片 1 张/);
    });

    it.each([
      ['3号点灭火器不见了', {}],
      ['3号 灭火器没了', photo()],
      ['3️⃣ 灭火器过期了', photo()],
    ])('%s is a hazard at the third point, by one tap', async (words, message) => {
      const stage = await running();
      await stage.says('东01', words, { ...room, message });
      stage.sees('夜巡群', '登记为隐患？');
      await (platform === 'telegram' ? stage.taps('东01', 'hazard_file', room) : stage.says('东01', '登记', room));
      stage.sees('指挥群', /待定级：消防设施[\s\S]*地点：大塘沿/);
      expect((await hazardOf(stage)).placeId).toBe(stage.placeOf('XD-03').id);
    });

    it.each([
      ['suspicious van near no. 2', 'XD-02'],
      ['found a wallet at number 5', 'XD-05'],
    ])('is told in English where it is: %s', async (words, code) => {
      const stage = await running();
      await stage.says('东01', words, room);
      expect((await stage.store.read.shifts.undecidedFinds(9))[0]?.placeId).toBe(stage.placeOf(code).id);
    });

    it('offered to be registered is for who told of it, and others read whom to ask', async () => {
      const stage = await running();
      await stage.says('东01', '3号 井盖没了', { ...room, message: photo() });
      const { roomId } = (await stage.store.read.shifts.checkIns((await tonight(stage)).shift.id))[0] ?? {};
      const drafts =
        roomId === undefined ? [] : await stage.store.read.hazards.draftsOf(stage.person('东01').id, roomId, 0);
      const [offer] = drafts;
      expect(await stage.tapsData('东02', `${offer?.token ?? ''}.hazard_file`, '夜巡群')).toBe(
        '这一条由报来的 东01 来选。你也看到了，自己发一条就行。',
      );
    });

    it('suspicious at a point that is told by its number becomes an incident there by one tap, or its word', async () => {
      const stage = await running();
      await stage.group('值班群', 'command', platform);
      await stage.says('东01', '3号点有两个人翻墙进去了', room);
      stage.sees('值班群', /可疑情况[\s\S]*地点：大塘沿/);
      const decides = (): Promise<unknown> =>
        platform === 'telegram'
          ? stage.taps('值01', 'find_incident', { in: '值班群' })
          : stage.says('值01', '转为警情', { in: '值班群' });
      await decides();
      expect(await stage.incident()).toMatchObject({ state: 'reported', placeId: stage.placeOf('XD-03').id });
      stage.sees('值班群', /待确认[\s\S]*“3号点有两个人翻墙进去了”[\s\S]*地点：大塘沿/);
      if (platform === 'wechat') await decides();
      expect(await stage.store.read.incidents.latest(9)).toHaveLength(1);
    });

    it('suspicious twice is asked about where the word names none, and nobody else’s word decides', async () => {
      const stage = await running();
      await stage.group('值班群', 'command', platform);
      await stage.says('东01', '3号点有两个人翻墙进去了', room);
      await stage.later(minutes(5));
      await stage.says('东01', '渡口有人在撬车', room);
      for (const [who, where] of [
        ['东02', '夜巡群'],
        ['东02', '值班群'],
      ] as const)
        await stage.says(who, '转为警情', { in: where });
      stage.seesNot('值班群', '是哪一件');
      await stage.says('值01', '转为警情', { in: '值班群' });
      stage.sees('值班群', /有 2 件等你定，是哪一件？回：转为警情 \w{4}（渡口有人在撬车）、转为警情 \w{4}（3号点有/);
      expect(await stage.store.read.incidents.latest(9)).toEqual([]);
      const [, first] = await stage.store.read.shifts.undecidedFinds(9);
      await stage.tapsData('值01', `${first?.token ?? ''}.find_noted`, '值班群');
      await stage.says('值01', '转为警情', { in: '值班群' });
      expect(await stage.incident()).toMatchObject({ placeId: stage.placeOf('XD-05').id });
    });

    it('somewhere else and of another kind is a thing by itself, and more of it is not', async () => {
      const stage = await running();
      await stage.group('值班群', 'command', platform);
      await stage.says('东01', '4号点有辆面包车停了三天了 没牌照', room);
      await stage.later(minutes(1));
      await stage.says('东01', '有人在桥下电鱼', room);
      await stage.says('东01', '有两个人 带着电瓶', room);
      const [second, first, ...more] = await stage.store.read.shifts.undecidedFinds(9);
      expect([first?.placeId, second?.placeId]).toEqual([stage.placeOf('XD-04').id, null]);
      expect(first?.words).toBe('4号点有辆面包车停了三天了 没牌照');
      expect(more).toEqual([]);
    });

    it('just after somebody else’s report is no part of that', async () => {
      const stage = await running();
      await stage.says('东02', '报告 渡口有人晕倒了', room);
      await stage.says('东01', '我捡到一部手机', room);
      stage.seesNot('指挥群', '手机');
      expect(newest(stage, '警01')).toContain('“我捡到一部手机”');
    });
  });
});

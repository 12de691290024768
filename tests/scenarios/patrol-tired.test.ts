import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { closeStages, type Stage } from './stage.ts';
import { crew, patrolStage, tonight } from './patrol-stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;
const stateOf = async (stage: Stage, name: string): Promise<string | undefined> =>
  (await tonight(stage)).people.find(({ personId }) => personId === stage.person(name).id)?.state;

eachEngine((database) => {
  afterEach(closeStages);

  describe('what people write with one thumb', () => {
    it('到 is that they are there; once they are, it is none', async () => {
      const stage = await patrolStage(database.store, { platform: 'wechat', cast: crew('wechat') });
      await stage.later(minutes(31));
      for (const [name, words] of [
        ['东01', '到'],
        ['东02', '到！'],
        ['东03', '报道'],
      ] as const)
        await stage.says(name, words, room);
      for (const name of ['东01', '东02', '东03']) expect(await stateOf(stage, name)).toBe('present');
      await stage.says('东01', '到', room);
      stage.holds('夜巡群', '今晚 21:00');
      await stage.end();
    });

    it('对讲机领了2台 is two of three, and 我手机丢了 is for the police contact', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东01', '对讲机领了2台', room);
      expect((await tonight(stage)).shift.gear[0]).toMatchObject({ item: 'radio', count: 3, taken: 2 });
      await stage.says('东01', '我手机丢了 在渡口那边', room);
      stage.sees('警01', '我手机丢了');
    });

    it('whoever goes home says why behind it, and something to be looked at is no reason', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (const name of ['东01', '东02', '东03']) await stage.says(name, '到岗', room);
      await stage.says('东02', '我先走 前面有事', room);
      const left = async (): Promise<number> =>
        (await tonight(stage)).people.filter(({ leftAt }) => leftAt !== null).length;
      expect(await left()).toBe(0);
      await stage.says('东02', '我先走了 孩子发烧', room);
      stage.sees('夜巡群', '还有 2 个人在班');
      expect(await left()).toBe(1);
    });
  });

  describe('a leader who names two others', () => {
    it('has the one asked, and decides with one tap; it is nobody else’s leave', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', '今晚警01顶东01', room);
      stage.sees('夜巡群', '先问 警01');
      await stage.taps('警01', 'request_agree');
      expect(await stage.taps('队长', 'request_grant')).toContain('同意了');
      expect(await stateOf(stage, '东01')).toBe('leave');
      expect(await stateOf(stage, '警01')).toBe('expected');
      expect(await stateOf(stage, '队长')).toBe('expected');
      expect(stage.cards('指挥群')).toEqual([]);
    });

    it.each(['25号警01顶东01', '警01顶东01 25号', '明晚警01替东01'])(
      '%s is of that day, and not of tonight',
      async (words) => {
        const stage = await patrolStage(database.store);
        await stage.says('队长', words, room);
        stage.sees('警01', words.startsWith('明') ? /明晚 21:00/ : /周三晚上 21:00/);
        expect(await stateOf(stage, '东01')).toBe('expected');
      },
    );

    it('a day that there is not is no other day', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', '2月30号警01顶东01', room);
      expect(stage.cards('警01')).toEqual([]);
    });

    it('is asked who is meant where nobody is called so', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('队长', '明晚老王替东02', room);
      stage.sees('夜巡群', '“老王”是哪一位？');
    });

    it('hears of one who comes anyway that the other one would stay at home', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东03', '今晚东03替东02', room);
      stage.sees('队长', /东02 请假[\s\S]*同意后还有 3 人/);
    });
  });

  describe('somebody who asked for English', () => {
    it('is answered in it, by name or not', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东01', 'English');
      stage.sees('东01', 'English from now on');
      await stage.says('东01', 'help');
      stage.sees('东01', 'You can say');
      await stage.says('东01', 'on leave tomorrow');
      stage.sees('东01', /passed on|leader|decided/iu);
      stage.seesNot('东01', '报上去了');
    });

    it('says that they are done, which is no remark, and what else is', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', 'here', room);
      await stage.says('东01', 'we are done, 3.2 km', room);
      expect((await tonight(stage)).shift).toMatchObject({ state: 'closing', distanceKm: 3.2, remarks: '' });
      await stage.says('东01', 'we are done, street lamp broken at the ford', room);
      expect((await tonight(stage)).shift.remarks).toBe('street lamp broken at the ford');
    });
  });
});

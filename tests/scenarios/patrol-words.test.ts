import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };

eachEngine((database) => {
  afterEach(closeStages);

  /** Tonight's patrol on WeChat, five minutes after it began. */
  async function walking(): Promise<Stage> {
    const stage = await patrolStage(database.store, { platform: 'wechat' });
    await stage.later(31 * 60);
    stage.sees('夜巡群', '到岗');
    await stage.later(35 * 60);
    stage.sees('夜巡群', '🟢 东片夜巡');
    return stage;
  }

  const stated = async (stage: Stage): Promise<string> =>
    (await tonight(stage)).points.map(({ state }) => state).join(' ');

  describe('a night without buttons', () => {
    it('is told by a number which point a photo was of, and says no more about it', async () => {
      const stage = await walking();
      await stage.says('东01', '小店后门 正常', { ...room, message: photo() });
      await stage.later(60);
      stage.sees('夜巡群', /这是哪个点？[\s\S]*2号 井头桥[\s\S]*回 点位 1 · 点位 2[\s\S]* · 都不是$/);
      await stage.says('东01', '点位 2', room);
      expect(await stated(stage)).toBe('open seen open open open');
      await stage.end();
    });

    it('is told that a photo was of none of them, and keeps it', async () => {
      const stage = await walking();
      await stage.says('东01', '小店后门 正常', { ...room, message: photo() });
      await stage.later(60);
      stage.sees('夜巡群', '这是哪个点？');
      await stage.says('东01', '都不是', room);
      expect(await stated(stage)).toBe('open open open open open');
      const [checkIn] = await stage.store.read.shifts.checkIns((await tonight(stage)).shift.id);
      expect(checkIn).toMatchObject({ state: 'extra', photos: 1 });
      await stage.end();
    });

    it('lets the police contact settle what was found by a word and four characters', async () => {
      const stage = await walking();
      await stage.says('东01', '渡口捡到一个钱包', room);
      stage.sees('夜巡群', '已转给民警那边');
      const [, code = ''] = /已交民警 ([2-9A-Z]{4})/.exec(stage.sees('警01', '捡到东西')) ?? [];
      await stage.says('警01', `已交民警 ${code}`);
      stage.sees('警01', '记下了：已交民警。');
      const [find] = await stage.store.read.shifts.finds((await tonight(stage)).shift.id);
      expect(find).toMatchObject({ state: 'passed_on', decidedById: stage.person('警01').id });
      await stage.end();
    });
  });
});

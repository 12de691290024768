import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { closeStages } from './stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  describe('points without a photo', () => {
    it('are asked about once in the group, then the leader hears, then the summary says so', async () => {
      const stage = await patrolStage(database.store, { rules: { closeMinutes: 60 } });
      await stage.later(minutes(61));
      for (const point of ['上桥村口', '井头桥', '大塘沿']) await stage.says('东01', `${point} 正常`, picture());
      for (let i = 0; i < 6; i += 1) {
        await stage.later(minutes(30));
        await stage.says('东01', '没情况', room);
      }
      stage.seesNot('夜巡群', '还没看到照片');
      await stage.later(minutes(20));
      stage.sees('夜巡群', /还没看到照片：4号 新屋路口、5号 渡口/);
      stage.seesNot('队长', '新屋路口');
      await stage.later(minutes(15));
      stage.sees('队长', /新屋路口[\s\S]*渡口/);
      await stage.says('东01', '', picture());
      await stage.later(minutes(60));
      stage.sees('夜巡群', /小结[\s\S]*没看到：渡口/);
      stage.holds('夜巡群', '今晚 21:00', '已收队', '还没看到照片', '小结');
      const states = (await tonight(stage)).points.map(({ state }) => state);
      expect(states).toEqual(['seen', 'seen', 'seen', 'late', 'missed']);
      await stage.end();
    });

    it('that nobody can go to are excused by one tap, and the night is summed up at once', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (let i = 0; i < 4; i += 1) {
        await stage.says('东01', '', picture());
        await stage.later(minutes(10));
      }
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', '还没看到照片：5号 渡口');
      await stage.taps('东01', 'points_excuse', { ...room, value: 'closed' });
      stage.sees('夜巡群', /小结[\s\S]*渡口 · 关门封路/);
      stage.sees('夜巡群', '已收队');
      stage.holds('夜巡群', '今晚 21:00', '已收队', '渡口', '小结');
      await stage.end();
    });
  });

  describe('a point that was not gone to, and why', () => {
    it.each([
      ['5号点进不去', '5号点进不去'],
      ['5号没去 太晚了', '5号没去 太晚了'],
      ['渡口没时间去了', '渡口没时间去了'],
    ])('%s is no visit: nobody is asked about it, and the summary says why', async (words, why) => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东02', '到岗', room);
      for (let n = 1; n <= 4; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.says('东01', words, room);
      expect((await tonight(stage)).points.at(-1)).toMatchObject({ state: 'excused', why });
      await stage.says('东01', '收队', room);
      stage.seesNot('夜巡群', '还没看到照片');
      stage.sees('夜巡群', new RegExp(`小结[\\s\\S]*点位 4/5[\\s\\S]*没去，说了原因：渡口 · ${why}`));
    });

    it('is seen all the same when somebody goes there later', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '2号没去 路被淹了', room);
      await stage.says('东01', '2号', picture());
      expect((await tonight(stage)).points[1]?.state).toBe('seen');
    });
  });

  describe('a crew of which nothing is heard', () => {
    it('is asked, one and then another, and then the officer gets their numbers', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东02', '到岗', room);
      await stage.later(minutes(61));
      const first = ['东01', '东02'].find((name) => stage.cards(name).length > 0) ?? '';
      const second = first === '东01' ? '东02' : '东01';
      stage.sees(first, '都还好吗');
      expect(stage.cards(second)).toEqual([]);
      expect(stage.cards('指挥群')).toEqual([]);
      await stage.later(minutes(5));
      stage.sees(second, '都还好吗');
      await stage.later(minutes(5));
      stage.sees('指挥群', /东01[\s\S]*199-0000-/);
      stage.seesNot('夜巡群', '199-0000-');
      await stage.taps(second, 'shift_safe');
      stage.sees('指挥群', '平安');
      stage.sees('夜巡群', '今晚');
      stage.sees('夜巡群', '🟢');
      await stage.end();
    });

    it('that sends a photo is asked nothing', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (let i = 0; i < 4; i += 1) {
        await stage.says('东01', '', picture());
        await stage.later(minutes(50));
      }
      for (const name of ['东01', '东02', '东03', '队长', '指挥群']) stage.seesNot(name, '都还好吗');
    });
  });
});

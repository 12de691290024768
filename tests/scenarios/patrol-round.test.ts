import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const often = { rule: 'FREQ=MONTHLY;BYMONTHDAY=22', minutes: 11_520, route: 'DX', minimum: 1, kind: 'round' } as const;
const roster = { code: 'JS', name: '救生竿月检', turns: ['DP'], start: '2026-11-22T20:30', ...often };

eachEngine((database) => {
  afterEach(closeStages);

  describe('a round of days that looks after rescue poles', () => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { rules: { rosters: [roster] } });
      await stage.later(62 * 60);
      return stage;
    };

    it.each(['井头桥 绳子断了', '井头桥 救生竿不见了', '井头桥 竿子裂了 牌子也掉了'])(
      '%s: the point is seen, and its fault is offered to be registered there',
      async (words) => {
        const stage = await running();
        await stage.says('东01', words, { ...room, message: photo() });
        stage.sees('夜巡群', '登记为隐患？');
        expect((await tonight(stage)).points.map(({ state }) => state)).toContain('seen');
        await stage.taps('东01', 'hazard_file', room);
        expect(await hazardOf(stage)).toMatchObject({ kinds: ['waterside'], placeId: stage.placeOf('XD-02').id });
      },
    );

    it.each(['井头桥 灭火器过期2个', '井头桥 水枪缺1把 已报', '井头桥 空呼没气了'])(
      '%s: gear against fire is offered as that',
      async (words) => {
        const stage = await running();
        await stage.says('东01', words, { ...room, message: photo() });
        stage.sees('夜巡群', '登记为隐患？');
        expect((await tonight(stage)).points.map(({ state }) => state)).toContain('seen');
        await stage.taps('东01', 'hazard_file', room);
        expect(await hazardOf(stage)).toMatchObject({ kinds: ['fire_equipment'], placeId: stage.placeOf('XD-02').id });
      },
    );

    it('a pole that is washed away is no drowning, and somebody who is, is', async () => {
      const stage = await running();
      await stage.says('东01', '渡口那根没了 被水冲走了', room);
      stage.sees('夜巡群', '登记为隐患？');
      expect(await stage.store.read.incidents.latest(9)).toEqual([]);
      await stage.says('东02', '渡口有人被水冲走了', room);
      stage.sees('指挥群', '溺水');
    });

    it('what was put right, and what is somebody’s own, is offered by nobody', async () => {
      const stage = await running();
      await stage.says('东01', '井头桥 绳子换好了', { ...room, message: photo() });
      await stage.says('东02', '我家绳子断了', room);
      stage.seesNot('夜巡群', '登记为隐患');
    });
  });
});

import { afterEach, describe, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { crew, patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '网格群' };
const worker = { name: '网01', roles: ['grid_worker'], duty: 'off' } as const;
const team = { code: 'WG', name: '网格队', leader: '队长', members: ['网01'], room: '网格群' };
const day = { rule: 'FREQ=DAILY', start: '2026-11-22T08:30', minutes: 540, minimum: 1, kind: 'grid_day' } as const;
const rules = { rosters: [{ code: 'WG', name: '网格日巡', turns: ['WG'], ...day }] };
const morning = Date.UTC(2026, 10, 23, 0, 40);

eachEngine((database) => {
  afterEach(closeStages);

  describe('a grid worker’s day, which has no route', () => {
    const out = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { at: morning, cast: [...crew(), worker], rules, teams: [team] });
      await stage.later(60);
      await stage.says('网01', '到岗', room);
      return stage;
    };

    it('counts every picture, what was put right and what was passed on, and asks for no point', async () => {
      const stage = await out();
      for (const words of [
        '西塘路边垃圾堆一地，当场叫人清了',
        '路灯坏了一盏 已转给城管',
        '消防栓漏水 处理不了 上报',
        '看到小孩在塘边玩水，劝回家了',
        '井盖松了 放了警示牌，报给市政了',
      ]) {
        await stage.says('网01', words, { ...room, message: photo() });
        await stage.later(20 * 60);
      }
      stage.seesNot('网格群', '这是哪个点');
      await stage.says('网01', '收工 走了3.2公里', room);
      await stage.later(16 * 60);
      stage.sees('网格群', /照片 5 张[\s\S]*发现问题 5 个：当场解决 2 个，还要处理 3 个/);
    });

    it('counts what is told in words when it ends, and says nothing of two people where one is out', async () => {
      const stage = await out();
      await stage.later(70 * 60);
      stage.sees('指挥群', '问过了，没有人回');
      await stage.says('网01', '收工 发现问题3个 当场解决2个 上报1个', room);
      await stage.later(16 * 60);
      stage.sees('网格群', '发现问题 3 个：当场解决 2 个，还要处理 1 个');
    });
  });
});

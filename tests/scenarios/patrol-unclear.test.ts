import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight, walk } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;
const states = async (stage: Stage): Promise<string[]> => (await tonight(stage)).points.map(({ state }) => state);

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('a photo of which nobody knows the point, on %s', (platform) => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      await stage.later(minutes(61));
      await stage.says('东02', '到岗', room);
      return stage;
    };
    const chooses = (stage: Stage, n: number): Promise<unknown> =>
      platform === 'telegram'
        ? stage.taps('东01', 'check_in_point', { ...room, value: String(n) })
        : stage.says('东01', `点位 ${String(n)}`, room);

    it('is asked about once, and the next one when that is answered', async () => {
      const stage = await running();
      await stage.says('东01', '小店后门 正常', picture());
      await stage.later(minutes(3));
      await stage.says('东01', '大榕树下面 正常', picture());
      await stage.later(minutes(2));
      const asked = (): number =>
        stage.cards('夜巡群').filter(({ lines }) => lines.some(({ text }) => text.includes('这是哪个点'))).length;
      expect(asked()).toBe(1);
      await chooses(stage, 2);
      await stage.later(30);
      expect(asked()).toBe(platform === 'telegram' ? 1 : 2);
      await chooses(stage, 4);
      expect(await states(stage)).toEqual(['open', 'seen', 'open', 'seen', 'open']);
    });

    it('that nobody answers is shown to the leader alone', async () => {
      const stage = await running();
      await stage.says('东01', '小店后门 正常', picture());
      await stage.later(minutes(1));
      for (const point of walk) await stage.says('东02', point, picture());
      await stage.says('东02', '收队', room);
      stage.sees('队长', /没说清是哪个点的照片：21:0\d 东01/);
      stage.seesNot('夜巡群', '没说清');
    });

    it('and told afterwards is asked about with the points first that were left out', async () => {
      const stage = await running();
      for (const point of ['上桥村口', '新屋路口']) {
        await stage.says('东01', point, picture());
        await stage.later(minutes(10));
      }
      await stage.says('东01', '补一张 刚才忘拍了', picture());
      await stage.later(30);
      const asked = stage.sees('夜巡群', '这是哪个点');
      expect(asked.indexOf('井头桥')).toBeLessThan(asked.indexOf('渡口'));
    });
  });

  describe('what is not simply a photo at its point', () => {
    it('is shown in the summary as what it is', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东02', '到岗', room);
      await stage.says('东01', '替东02打卡 1号', picture());
      await stage.later(minutes(10));
      await stage.says('东01', '2号', picture());
      await stage.says('东01', '刚才那张发错了 是3号', room);
      await stage.later(minutes(10));
      await stage.says('东02', '1号', picture());
      await stage.later(minutes(10));
      await stage.says('东02', '补一张 2号', picture());
      for (const n of [4, 5]) await stage.says('东02', `${String(n)}号`, picture());
      await stage.says('东02', '收队', room);
      stage.sees('夜巡群', /小结[\s\S]*事后补的 1 · 代打卡：东01 替 东02 · 同一个点再来的 1 · 改过的 1/);
    });

    it('is not there in a plain night', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '渡口到了', room);
      for (const point of walk) await stage.says('东01', point, picture());
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', /小结[\s\S]*照片 5 张/);
      stage.seesNot('夜巡群', /事后补|代打卡|再来的|改过的/);
    });
  });
});

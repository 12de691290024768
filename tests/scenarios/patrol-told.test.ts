import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight, walk } from './patrol-stage.ts';
import { closeStages, eastOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;
const seen = async (stage: Stage): Promise<number[]> =>
  (await tonight(stage)).points.filter(({ state }) => state === 'seen').map(({ n }) => n);

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('which point it was, on %s', (platform) => {
    const running = async (rules: NonNullable<Parameters<typeof patrolStage>[1]>['rules'] = {}): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform, rules });
      await stage.later(minutes(61));
      await stage.says('东02', '到岗', room);
      return stage;
    };

    it.each([
      ['XD-04', 4],
      ['新屋路口 门都关了', 4],
      ['老樟树 没事', 4],
      ['第4家', 4],
      ['4️⃣', 4],
      ['', 1],
    ])('%s is told by its code, name, other name or number, and else the next one', async (caption, n) => {
      const stage = await running();
      stage.placeOf('XD-04').aliases = ['老樟树'];
      await stage.says('东01', caption, picture());
      expect(await seen(stage)).toEqual([n]);
      expect(stage.cards('夜巡群')).toHaveLength(2);
    });

    it('is told by a position, and by the sign that stands there', async () => {
      const stage = await running();
      await stage.says('东01', '', { ...room, message: { position: { ...eastOf(5_600), live: false } } });
      expect(await seen(stage)).toEqual([3]);
      await stage.says('东01', '', { message: { start: 'p_XD-05' } });
      expect(await seen(stage)).toEqual([3, 5]);
      stage.sees('东01', '渡口');
    });

    it('that may not be seen yet does not count, and whoever sent it hears from when', async () => {
      const points = [{ place: 'XD-01' }, { place: 'XD-02', notBefore: '22:30' }];
      const stage = await running({ routes: [{ code: 'DX', name: '东线', points }] });
      await stage.says('东01', '井头桥', picture());
      expect(await seen(stage)).toEqual([]);
      stage.sees('夜巡群', /井头桥[\s\S]*22:30/);
      await stage.later(minutes(91));
      await stage.says('东01', '井头桥', picture());
      expect(await seen(stage)).toEqual([2]);
    });

    it('stays in the order that was drawn for the night, a restart included', async () => {
      const points = walk.map((_, at) => ({ place: `XD-0${String(at + 1)}` }));
      const stage = await running({ routes: [{ code: 'DX', name: '东线', order: 'random', points }] });
      const drawn = (await tonight(stage)).points.map(({ name }) => name);
      expect(drawn.toSorted()).toEqual([...walk].toSorted());
      await stage.restart();
      await stage.says('东01', '', picture());
      expect((await tonight(stage)).points.map(({ name }) => name)).toEqual(drawn);
      expect(await seen(stage)).toEqual([1]);
    });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const fire = '渡口着火了';
const hurt = '东01摔了一跤 脚肿了';
const child = '大塘沿有个小孩迷路了 找不到妈妈';
const minutes = (count: number): number => count * 60;

eachEngine((database) => {
  afterEach(closeStages);

  const running = async (): Promise<Stage> => {
    const stage = await patrolStage(database.store);
    await stage.later(minutes(61));
    await stage.says('东01', '到岗', room);
    await stage.says('东02', '到岗', room);
    await stage.says('东01', '1号', { ...room, message: photo() });
    return stage;
  };
  const told = async (stage: Stage): Promise<string[]> => {
    const { id } = await stage.incident();
    return (await stage.store.read.incidents.reports(id)).map(({ words }) => words);
  };

  describe('what a crew says of an incident that goes on reaches the officer', () => {
    it.each([
      [fire, '里面好像有人'],
      [fire, '火灭了 不用来了'],
      [fire, '误报'],
      [fire, '消防车来了'],
      [fire, '是烧稻草的 没事'],
      [fire, '虚惊一场'],
      [fire, '弄错了 没着火'],
      [fire, '邻居在泼水'],
      [fire, '莫来了 火打熄了'],
      [fire, 'someone is still inside'],
      [fire, 'fire is out, no need to come'],
      [hurt, '能走了 不用来了'],
      [hurt, '没事了 包扎好了'],
      [hurt, '好了 不要紧'],
      [hurt, 'he is fine now'],
      [hurt, '送医院了'],
      [child, '妈妈来接走了'],
      [child, '他自己走回家了'],
    ])('%s: four minutes later %s, of whoever told of it', async (first, then) => {
      const stage = await running();
      await stage.says('东02', first, room);
      await stage.later(minutes(4));
      await stage.says('东02', then, room);
      expect(await told(stage)).toEqual([first, then]);
      expect((await tonight(stage)).people.filter(({ leftAt }) => leftAt !== null)).toEqual([]);
    });

    it.each([
      [hurt, '没事了 包扎好了'],
      [fire, '火灭了'],
    ])('%s: at once %s', async (first, then) => {
      const stage = await running();
      await stage.says('东02', first, room);
      await stage.says('东02', then, room);
      stage.sees('指挥群', `“${then}”`);
      expect(await told(stage)).toEqual([first, then]);
    });

    it.each([
      [fire, '火灭了'],
      [fire, '是有人烧稻草 不是火灾'],
      [fire, '里面好像有人'],
      [fire, '消防车到了'],
      [fire, 'the fire is out'],
      [hurt, '人没事了 能走了'],
      [child, '妈妈来接走了'],
    ])('%s: two minutes later %s, of a mate', async (first, then) => {
      const stage = await running();
      await stage.says('东02', first, room);
      await stage.later(minutes(2));
      await stage.says('东01', then, room);
      expect(await told(stage)).toEqual([first, then]);
    });

    it.each(['火灭了 不用来了', '消防车来了', '误报'])(
      'a quarter of an hour later, while nobody has decided, too: %s',
      async (then) => {
        const stage = await running();
        await stage.says('东02', fire, room);
        await stage.later(minutes(15));
        await stage.says('东02', then, room);
        expect(await told(stage)).toEqual([fire, then]);
      },
    );

    it('and talk of the night does not, nor what is said of the walk', async () => {
      const stage = await running();
      await stage.says('东02', fire, room);
      await stage.later(minutes(4));
      for (const words of ['哈哈', '收到', '好的', '2号正常']) await stage.says('东02', words, room);
      for (const words of ['今天真冷', '谁带水了', '我们继续巡', '走了 下一个点', '看到了', '注意安全', '我马上到'])
        await stage.says('东01', words, room);
      await stage.says('东01', '2号', { ...room, message: photo() });
      expect(await told(stage)).toEqual([fire]);
    });

    it('nor what a mate says once it is over', async () => {
      const stage = await running();
      await stage.says('东02', fire, room);
      await stage.taps('值01', 'not_incident', { in: '指挥群' });
      await stage.says('东01', '火灭了', room);
      expect(await told(stage)).toEqual([fire]);
    });
  });

  describe('where it is', () => {
    it.each(['4号有人跳河', '4号着火了', '四号着火了', '4号 有人跳河', '4号点有人倒地 叫不醒'])(
      'is the fourth point of the walk: %s',
      async (words) => {
        const stage = await running();
        await stage.says('东02', words, room);
        expect((await stage.incident()).placeId).toBe(stage.placeOf('XD-04').id);
      },
    );

    it('is no point where a house bears the number', async () => {
      const stage = await running();
      await stage.says('东02', '4号楼着火了', room);
      expect(await stage.incident()).toMatchObject({ placeId: null, placeWords: '4号楼' });
    });

    it.each([
      ['东01掉沟里了', '在渡口'],
      ['有人掉河里了', '渡口这边'],
      ['仓库着火了', '渡口'],
    ])('%s leads nobody there: it is asked, and %s tells', async (words, where) => {
      const stage = await running();
      await stage.says('东02', words, room);
      stage.sees('夜巡群', '在哪里');
      await stage.says('东02', where, room);
      expect((await stage.incident()).placeId).toBe(stage.placeOf('XD-05').id);
    });
  });

  describe('a check-in while an incident goes on', () => {
    it.each(['3号', '大塘沿', '3号正常', '到大塘沿了', 'no 3'])(
      'with %s is one, and none of its pictures',
      async (words) => {
        const stage = await running();
        await stage.says('东02', hurt, room);
        await stage.later(minutes(6));
        await stage.says('东02', words, { ...room, message: photo() });
        const { points } = await tonight(stage);
        expect(points.find(({ n }) => n === 3)?.state).toBe('seen');
        expect(await told(stage)).toEqual([hurt]);
        expect(await stage.store.read.files.ofIncident((await stage.incident()).id)).toEqual([]);
      },
    );

    it('where it burns is a picture of the fire', async () => {
      const stage = await running();
      await stage.says('东02', fire, room);
      await stage.says('东02', '渡口', { ...room, message: photo() });
      expect(await stage.store.read.files.ofIncident((await stage.incident()).id)).toHaveLength(1);
    });

    it('what a mate shows of it is its picture too', async () => {
      const stage = await running();
      await stage.says('东02', fire, room);
      await stage.later(minutes(2));
      await stage.says('东01', '火灭了', { ...room, message: photo() });
      expect(await told(stage)).toEqual([fire, '火灭了']);
      expect(await stage.store.read.files.ofIncident((await stage.incident()).id)).toHaveLength(1);
      expect((await tonight(stage)).points.filter(({ state }) => state === 'seen').map(({ n }) => n)).toEqual([1]);
    });

    it('a picture without words is of the incident, and no empty words stand on the card', async () => {
      const stage = await running();
      await stage.says('东02', fire, room);
      await stage.says('东02', '', { ...room, message: photo() });
      expect(await stage.store.read.files.ofIncident((await stage.incident()).id)).toHaveLength(1);
      stage.sees('指挥群', '照片 1 张');
      stage.seesNot('指挥群', '“”');
    });
  });
});

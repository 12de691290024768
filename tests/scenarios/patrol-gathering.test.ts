import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { crew, patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;

/** Who is there, by call sign. */
async function present(stage: Stage): Promise<string[]> {
  const { people } = await tonight(stage);
  const there = people.filter(({ state }) => state === 'present').map(({ personId }) => personId);
  return (await stage.store.read.people.byIds(there)).map(({ name }) => name).toSorted();
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('who is said to be there', () => {
    it('is the speaker alone where it is the gear that is all there', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗 对讲机3台 警灯2个 钥匙1把 齐了', room);
      expect(await present(stage)).toEqual(['东01']);
      await stage.says('东02', '我到岗了 就差东03还没到', room);
      expect(await present(stage)).not.toContain('东03');
    });

    it('is all of a team that says so', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '我们到齐了 出发', room);
      expect(await present(stage)).toHaveLength(4);
    });

    it.each(['我们3人到齐', '3个人 人齐了'])(
      'is the speaker alone where fewer are there than are awaited: %s',
      async (words) => {
        const stage = await patrolStage(database.store);
        await stage.later(minutes(61));
        await stage.says('东01', words, room);
        expect(await present(stage)).toEqual(['东01']);
      },
    );

    it('is each by their own line of a list that lost its head, and who asks to be away is asked for', async () => {
      const stage = await patrolStage(database.store, { platform: 'wechat' });
      await stage.later(minutes(31));
      await stage.says('东02', '1、队长\n2、东01\n3、东02\n4、东03 请假', room);
      expect(await present(stage)).toEqual(['东01', '东02', '队长'].toSorted());
      const { people } = await tonight(stage);
      const awaited = people.filter(({ state }) => state === 'expected').map(({ personId }) => personId);
      expect(awaited).toEqual([stage.person('东03').id]);
      stage.sees('队长', '东03 请假');
      await stage.says('队长', '同意');
      const after = (await tonight(stage)).people.filter(({ state }) => state === 'leave');
      expect(after.map(({ personId }) => personId)).toEqual([stage.person('东03').id]);
    });

    it.each([
      ['我到了 队长还没到', ['东01']],
      ['我到了，东02路上堵车', ['东01']],
      ['到了，就差队长了', ['东01']],
      ['来了，等东03', ['东01']],
      ['东02 还没到 我到了', ['东01']],
      ['我和东02到了，队长没来', ['东01', '东02']],
      ['我跟东02都到了 东03还没看到人', ['东01', '东02']],
      ['我跟东02、东03到了 等队长', ['东01', '东02', '东03']],
      ['我和东02到了', ['东01', '东02']],
      ["I'm here, leader not here yet", ['东01']],
      ['队长还没到', []],
      ['我没到呢 别等我', []],
      ['我快到了', []],
      ['我到了 警察还没来', []],
    ])('is the speaker and who is named with them, and not whom they wait for: %s', async (words, there) => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', words, room);
      expect(await present(stage)).toEqual(there);
    });

    it.each([
      ['我也到了', ['东01']],
      ['到了到了', ['东01']],
      ['到咯', ['东01']],
      ['人到了', ['东01']],
      ['来了来了', ['东01']],
      ['我也来了', ['东01']],
      ['东02到', ['东02']],
      ['东02 东03 到了', ['东02', '东03']],
      ['东01、东02、东03都到了', ['东01', '东02', '东03']],
      ['东01东02都到了', ['东01', '东02']],
      ['快递到了', []],
      ['快来了', []],
      ['车到了', []],
    ])('is whoever has come, in whatever words, and nobody is asked for a point: %s', async (words, there) => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', words, room);
      expect(await present(stage)).toEqual(there);
      await stage.later(120);
      expect(stage.cards('夜巡群').some(({ lines }) => JSON.stringify(lines).includes('哪个点'))).toBe(false);
    });

    it('is whoever says so with the gear that they have, in English too', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', "I'm here, 2 radios, car key", room);
      expect(await present(stage)).toEqual(['东01']);
      expect((await tonight(stage)).shift.gear[0]).toMatchObject({ item: 'radio', taken: 2 });
    });

    it('is, of two teams together, the one that says so', async () => {
      const roster = { start: '2026-11-22T21:00', rule: 'FREQ=DAILY', minutes: 180, route: 'DX' };
      const stage = await patrolStage(database.store, {
        cast: [...crew(), { name: '西01', roles: ['volunteer'], duty: 'off' }],
        rules: { rosters: [{ code: 'LH', name: '联合夜巡', turns: [['DP', 'XP']], ...roster }] },
        teams: [{ code: 'XP', name: '西片队', leader: null, members: ['西01'], room: '西片群' }],
      });
      await stage.later(minutes(61));
      await stage.says('东01', '人都到齐了', room);
      const there = await present(stage);
      expect(there).toHaveLength(4);
      expect(there).not.toContain('西01');
    });
  });

  describe('a night that is called off in other words', () => {
    it('is off when the leader says so, and by nobody else', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(31));
      await stage.says('东01', '今晚下大雨 取消巡逻', room);
      expect((await tonight(stage)).shift.state).toBe('planned');
      await stage.says('队长', '今晚下大雨 取消巡逻', room);
      stage.sees('夜巡群', '取消了：今晚 21:00');
      await expect(tonight(stage)).rejects.toThrow('no shift tonight');
    });

    it('can only be ended once it has begun', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('队长', '今晚不巡了', room);
      stage.sees('夜巡群', '这一班已经开始了。要提前结束，说一声“收队”。');
      expect((await tonight(stage)).shift.state).toBe('running');
    });
  });

  describe('danger at a point that is told by its number', () => {
    it('is where that point is', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '3号点有人躺地上不动了', room);
      stage.sees('指挥群', '大塘沿');
      const place = (await tonight(stage)).points.find(({ n }) => n === 3)?.placeId;
      const incident = await stage.incident();
      expect(incident.placeId).toBe(place);
      expect(incident.position).not.toBeNull();
    });
  });

  describe('a long round', () => {
    it('names some of the points that nobody saw, and counts the rest', async () => {
      const stage = await patrolStage(database.store, { points: 60 });
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await stage.says('东01', '收队', room);
      await stage.later(minutes(20));
      stage.sees('夜巡群', /小结[\s\S]*没看到：上桥村口、[\s\S]*还有 45 个/);
    });
  });
});

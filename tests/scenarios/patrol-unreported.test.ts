import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine, type TestDatabase } from '../support/stores.ts';
import { closeStages, type Stage } from './stage.ts';
import { crew, patrolRules, patrolStage, tonight, walk } from './patrol-stage.ts';

const minutes = (count: number): number => count * 60;

/** A night on WeChat twenty minutes after its start, to which nobody has come; 警01 leads the team and is not of the crew. */
async function nobodyCame(database: TestDatabase, more: Parameters<typeof patrolStage>[1] = {}): Promise<Stage> {
  const stage = await patrolStage(database.store, {
    platform: 'wechat',
    cast: [...crew('wechat'), { name: '救01', platform: 'wechat' }],
    ...more,
  });
  await stage.does(async ({ tx }) => {
    for (const team of await tx.people.teams())
      if (team.kind === 'patrol') await tx.people.putTeam({ ...team, leaderId: stage.person('警01').id });
  });
  await stage.later(minutes(61 + 21));
  return stage;
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('a leader on WeChat who is not of the crew', () => {
    it.each(['他们在外面了', '在外面了', '他们出去了。'])(
      'says %s without a code, and it is understood',
      async (words) => {
        const stage = await nobodyCame(database);
        stage.sees('警01', /还没有人到岗[\s\S]*回 他们在外面了 [0-9A-Z]{4}/);
        await stage.says('警01', words);
        stage.sees('警01', '知道了，当他们在外面。60 分钟没有消息，我再问平安。');
        await stage.says('警01', words);
        stage.sees('警01', '这一步已经办过了');
        stage.holds('夜巡群', '今晚 21:00', '🟢');
        await stage.end();
      },
    );

    it('rings them, and then calls the night off', async () => {
      const stage = await nobodyCame(database);
      await stage.says('警01', '我打电话问');
      stage.sees('警01', '问到了告诉我');
      const { id } = (await tonight(stage)).shift;
      await stage.says('警01', '这班不去了');
      expect((await stage.store.read.shifts.byId(id))?.state).toBe('cancelled');
      stage.sees('夜巡群', '取消了：今晚 21:00');
    });

    it('is told that one which is out can only be ended', async () => {
      const stage = await nobodyCame(database);
      await stage.says('警01', '他们在外面了');
      await stage.says('警01', '这班不去了');
      stage.sees('警01', '要提前结束，说一声“收队”');
      expect((await tonight(stage)).shift.state).toBe('running');
    });

    it('is asked which, where two teams of theirs wait for it', async () => {
      const { routes, rosters } = patrolRules(walk.length);
      const [east] = rosters;
      const rules = { routes, rosters: [east, { ...east, code: 'XP', name: '西片夜巡', turns: ['XP'] }] as never };
      const west = { code: 'XP', name: '西片队', leader: null, members: ['救01'], room: '西片群' } as const;
      const stage = await nobodyCame(database, { rules, teams: [{ ...west, platform: 'wechat' }] });
      await stage.says('警01', '他们在外面了');
      stage.sees('警01', /是哪一班？.*东片夜巡 [0-9A-Z]{4}.*西片夜巡 [0-9A-Z]{4}/);
      await stage.says('救01', '到岗', { in: '西片群' });
      await stage.says('警01', '他们在外面了');
      stage.sees('警01', '知道了，当他们在外面');
      expect((await stage.store.read.shifts.running()).map(({ welfare }) => welfare)).toEqual([null, null]);
    });
  });

  describe('an officer on WeChat', () => {
    it('says it in the command’s own group; whoever has nothing to do with it changes nothing', async () => {
      const stage = await nobodyCame(database);
      await stage.group('微信指挥群', 'command', 'wechat');
      await stage.says('救01', '他们在外面了');
      stage.sees('救01', '这句我没看懂');
      expect((await tonight(stage)).shift.welfare?.step).toBe('unreported');
      await stage.says('值01', '他们在外面了', { in: '微信指挥群' });
      expect((await tonight(stage)).shift.welfare).toBeNull();
    });
  });
});

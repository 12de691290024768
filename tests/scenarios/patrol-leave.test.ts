import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

eachEngine((database) => {
  afterEach(closeStages);

  describe.each(['telegram', 'wechat'] as const)('leave that several ask for, on %s', (platform) => {
    const asked = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store, { platform });
      for (const name of ['东01', '东02', '东03']) await stage.says(name, '明晚请假');
      return stage;
    };
    const newest = (stage: Stage): string => {
      const card = stage.cards('队长').at(-1);
      return card === undefined ? '' : textOf(card);
    };
    const absent = async (stage: Stage): Promise<string[]> => {
      const now = stage.clock.now();
      const [view] = await stage.store.read.shifts.between(now + 12 * 3_600_000, now + 36 * 3_600_000);
      return (view?.people ?? [])
        .filter(({ state }) => state === 'leave')
        .map(({ personId }) => ['东01', '东02', '东03'].find((name) => stage.person(name).id === personId) ?? '?')
        .toSorted();
    };

    it('is asked back by name and code where the leader only says 同意', async () => {
      const stage = await asked();
      await stage.says('队长', '同意');
      expect(newest(stage)).toMatch(
        /^有 3 个等你定，是哪一个？回：同意 \w{4}（东03）、同意 \w{4}（东02）、同意 \w{4}（东01）。都准就回“都同意”。$/,
      );
      expect(await absent(stage)).toEqual([]);
    });

    it('is all granted by 都同意, and the leader reads at once that too few are left', async () => {
      const stage = await asked();
      await stage.says('队长', '都同意');
      expect(await absent(stage)).toEqual(['东01', '东02', '东03']);
      expect(newest(stage)).toBe('同意了，班表改好了，会告诉他们。这一班只剩 1 人，至少要 2 人，再找个人吧。');
      for (const name of ['东01', '东02', '东03']) stage.sees(name, '队长 准假了');
    });

    it.each([
      ['同意东01', ['东01']],
      ['准了东02', ['东02']],
      ['东03的可以', ['东03']],
      ['东02 同意', ['东02']],
      ['同意东01 23号', ['东01']],
      ['同意东01 25号', []],
      ['同意老王', []],
    ])('%s decides on who is named', async (words, away) => {
      const stage = await asked();
      await stage.says('队长', words);
      expect(await absent(stage)).toEqual(away);
    });

    it('is refused of who is named, and by nobody but the leader', async () => {
      const stage = await asked();
      await stage.says('东02', '同意东01');
      expect(await absent(stage)).toEqual([]);
      await stage.says('队长', '东02那个不行');
      stage.sees('东02', '没准');
      await stage.says('队长', '都同意');
      expect(await absent(stage)).toEqual(['东01', '东03']);
    });

    it('of several days is decided at once by the name, and asked back with the days', async () => {
      const stage = await patrolStage(database.store, { platform });
      await stage.says('东01', '明后两天请假');
      await stage.says('队长', '同意');
      expect(newest(stage)).toMatch(/同意 \w{4}（东01 11月23日）、同意 \w{4}（东01 11月24日）/);
      await stage.says('队长', '同意东01');
      expect(newest(stage)).toBe('好，11月23日、24日的班 东01 不用来，会告诉他。');
      expect(await absent(stage)).toEqual(['东01']);
    });

    describe('of one the leader says in plain words', () => {
      const one = async (words: string): Promise<Stage> => {
        const stage = await patrolStage(database.store, { platform });
        await stage.says('东01', '明晚请假');
        await stage.says('队长', words);
        return stage;
      };
      it.each(['准', '批了', '那就准了', '可以', '同意，好好休息'])('%s: yes', async (words) => {
        const stage = await one(words);
        expect(await absent(stage)).toEqual(['东01']);
        stage.sees('东01', '队长 准假了');
      });
      it.each(['不准', '不行', '不同意，人不够了'])('%s: no', async (words) => {
        const stage = await one(words);
        expect(await absent(stage)).toEqual([]);
        stage.sees('东01', '没准');
      });
      it.each(['好的', '可以，但要找人替', '找个人替你再说', '准备出发'])('%s: nothing yet', async (words) => {
        const stage = await one(words);
        const now = stage.clock.now();
        const views = await stage.store.read.shifts.between(now, now + 72 * 3_600_000);
        const open = await Promise.all(views.map(({ shift }) => stage.store.read.shifts.openRequests(shift.id)));
        expect(open.flat()).toHaveLength(1);
        expect(await absent(stage)).toEqual([]);
      });
    });

    it('is asked back by name where the leader only says 批了', async () => {
      const stage = await asked();
      await stage.says('队长', '批了');
      expect(newest(stage)).toContain('有 3 个等你定，是哪一个？');
      expect(await absent(stage)).toEqual([]);
    });

    it('is no business of anybody else, and nothing where nothing waits', async () => {
      const stage = await asked();
      await stage.says('东01', '都同意');
      expect(await absent(stage)).toEqual([]);
      await stage.says('队长', '都同意');
      await stage.says('队长', '都同意');
      stage.sees('队长', '这句我没看懂');
    });
  });

  describe('on duty a number of the route is a point, and any other a day', () => {
    const running = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store);
      await stage.later(61 * 60);
      await stage.says('东02', '到岗', { in: '夜巡群' });
      return stage;
    };

    it.each(['3号去不了 路封了', '3号去不了', '3号到不了 水淹了'])(
      '%s is a point that will not be seen',
      async (words) => {
        const stage = await running();
        await stage.says('东02', words, { in: '夜巡群' });
        expect((await tonight(stage)).points.map(({ state }) => state)).toEqual([
          'open',
          'open',
          'excused',
          'open',
          'open',
        ]);
        expect(stage.cards('队长')).toEqual([]);
      },
    );

    it.each([{ in: '夜巡群' }, {}])('25号去不了 is leave (%j)', async (where) => {
      const stage = await running();
      await stage.says('东02', '25号去不了', where);
      stage.sees('队长', '东02 请假：周三晚上 21:00');
      expect((await tonight(stage)).points.map(({ state }) => state)).not.toContain('excused');
    });

    it.each(['25号有事去不了', '3号来不了 替我一下'])('%s is leave', async (words) => {
      const stage = await running();
      await stage.says('东02', words, { in: '夜巡群' });
      expect((await tonight(stage)).points.map(({ state }) => state)).not.toContain('excused');
      stage.sees('队长', '东02');
    });
  });

  it('one more granted leaves fewer, and the cards that still wait say so', async () => {
    const stage = await patrolStage(database.store);
    for (const name of ['东01', '东02', '东03']) await stage.says(name, '明晚请假');
    expect(
      stage
        .cards('队长')
        .map(textOf)
        .join('\n')
        .match(/同意后还有 3 人/g),
    ).toHaveLength(3);
    await stage.taps('队长', 'request_grant');
    expect(
      stage
        .cards('队长')
        .map(textOf)
        .join('\n')
        .match(/同意后还有 2 人/g),
    ).toHaveLength(2);
  });
});

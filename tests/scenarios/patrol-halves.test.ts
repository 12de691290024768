import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;
const half = { turns: ['DP'], minutes: 180, route: 'DX', rule: 'FREQ=DAILY' };
const rosters = (first: string, second: string) => [
  { ...half, code: 'N1', name: first, start: '2026-11-22T20:00', handsOverTo: 'N2' },
  { ...half, code: 'N2', name: second, start: '2026-11-22T23:00' },
];

/** Who is there, by the half: first, then second. */
async function present(stage: Stage): Promise<string[][]> {
  const views = await stage.store.read.shifts.between(0, stage.clock.now() + 86_400_000);
  return Promise.all(
    views.slice(0, 2).map(async ({ people }) => {
      const ids = people.filter(({ state }) => state === 'present').map(({ personId }) => personId);
      return (await stage.store.read.people.byIds(ids)).map(({ name }) => name).toSorted();
    }),
  );
}

async function states(stage: Stage): Promise<string[]> {
  const views = await stage.store.read.shifts.between(0, stage.clock.now() + 86_400_000);
  return views.slice(0, 2).map(({ shift }) => shift.state);
}

eachEngine((database) => {
  afterEach(closeStages);

  /** A team that goes twice in one night; it is so many minutes after eight, and 东01 and 东02 are out. */
  const out = async (after: number, names: [string, string] = ['上半夜', '下半夜']) => {
    const stage = await patrolStage(database.store, {
      rules: { rosters: rosters(...names) },
      at: Date.UTC(2026, 10, 22, 11, 59),
    });
    await stage.later(minutes(2));
    for (const name of ['东01', '东02']) await stage.says(name, '到岗', room);
    await stage.later(minutes(after - 1));
    return stage;
  };

  describe('two halves of a night with the same people', () => {
    it.each([
      ['到岗', 155, 1],
      ['到岗了', 155, 1],
      ['下半夜到岗', 155, 1],
      ['后半夜到岗', 155, 1],
      ['下半夜的签到', 155, 1],
      ['second half, signing in', 155, 1],
      ['上半夜到岗', 155, 0],
      ['上半夜的我到岗了，来晚了', 155, 0],
      ['到岗', 60, 0],
      ['不好意思刚忙完 到岗', 125, 0],
      ['下半夜到岗', 125, 1],
      ['到岗', 185, 1],
    ])('%s, so many minutes after eight: %i', async (words, after, at) => {
      const stage = await out(after);
      await stage.says('东03', words, room);
      const there = await present(stage);
      expect(there[at]).toContain('东03');
      expect(there[1 - at]).not.toContain('东03');
    });

    it('a half is called as people call it, whatever stands around it in its name', async () => {
      const stage = await out(155, ['东片夜巡前半夜', '东片夜巡后半夜']);
      await stage.says('东03', '前半夜到岗', room);
      await stage.says('队长', '下半夜到岗', room);
      expect(await present(stage)).toEqual([['东01', '东02', '东03'], ['队长']]);
    });

    it('whoever goes on is there in both, and says the first once more without being in the second', async () => {
      const stage = await out(155);
      await stage.says('东01', '到岗', room);
      await stage.says('东02', '上半夜到岗', room);
      expect(await present(stage)).toEqual([['东01', '东02'], ['东01']]);
    });

    it('the others are said to be there, or later, in the one that begins', async () => {
      const stage = await out(155);
      await stage.says('东01', '东03到了', room);
      expect(await present(stage)).toEqual([['东01', '东02'], ['东03']]);
      await stage.says('队长', '晚10分钟到', room);
      const [, second] = await stage.store.read.shifts.between(0, stage.clock.now() + 86_400_000);
      const late = second?.people.find(({ personId }) => personId === stage.person('队长').id);
      expect(late?.lateMinutes).toBe(10);
    });

    it('收队 a little after eleven is of the half that was walked', async () => {
      const stage = await out(182);
      await stage.says('东01', '收队', room);
      expect(await states(stage)).toEqual(['closing', 'running']);
    });

    it('收队 of a leader at home is of the half that is out', async () => {
      const stage = await out(182);
      await stage.says('队长', '收队', room);
      expect(await states(stage)).toEqual(['closing', 'running']);
    });

    it.each([
      ['收队', ['closing', 'running']],
      ['上半夜收队', ['closing', 'running']],
      ['下半夜收队', ['running', 'closing']],
    ])(
      '%s of those who are out for both is of the half whose time is over, or that they call',
      async (words, after) => {
        const stage = await out(155);
        await stage.says('东01', '到岗', room);
        await stage.later(minutes(27));
        await stage.says('东01', words, room);
        expect(await states(stage)).toEqual(after);
      },
    );
  });
});

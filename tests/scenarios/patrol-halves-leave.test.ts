import { afterEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/stores.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';

const database = freshDatabase('sqlite');
afterEach(closeStages);

const room = { in: '夜巡群' };
const half = { minutes: 180, route: 'DX', rule: 'FREQ=DAILY;INTERVAL=2' };
/** One half after the other: tonight of the east team, tomorrow night of another. */
const rosters = [
  { ...half, code: 'N1', name: '上半夜', start: '2026-11-22T20:00', turns: ['DP'] },
  { ...half, code: 'N2', name: '下半夜', start: '2026-11-22T23:00', turns: ['DP'] },
  { ...half, code: 'N3', name: '上半夜', start: '2026-11-23T20:00', turns: ['XP'] },
  { ...half, code: 'N4', name: '下半夜', start: '2026-11-23T23:00', turns: ['XP'] },
];

const staged = async () =>
  patrolStage(database.store, {
    rules: { rosters },
    at: Date.UTC(2026, 10, 22, 10),
    cast: [
      ...['队长', '东01', '东02', '东03', '西01', '西02', '警01'].map((name) => ({
        name,
        roles: ['volunteer' as const],
        duty: 'off' as const,
      })),
    ],
    teams: [{ code: 'XP', name: '西片队', leader: '西01', members: ['西01', '西02'], room: '西片群' }],
  });

interface Wish {
  kind: string;
  shift: string;
  with: string | undefined;
  for: string | null;
}

/** What is asked for and not decided, by the shift's day and name. */
async function asked(stage: Stage): Promise<Wish[]> {
  const called = async (id: Parameters<typeof stage.store.read.shifts.byId>[0]): Promise<string> => {
    const shift = await stage.store.read.shifts.byId(id);
    return `${shift?.date.slice(-2) ?? ''} ${shift?.name ?? ''}`;
  };
  const wishes = await stage.store.read.shifts.undecidedRequests(20);
  const read = wishes.map(async ({ kind, shiftId, withShiftId, withPersonId }) => ({
    kind,
    shift: await called(shiftId),
    with: (await stage.store.read.people.byIds(withPersonId === null ? [] : [withPersonId]))[0]?.name,
    for: withShiftId === null ? null : await called(withShiftId),
  }));
  return (await Promise.all(read)).toSorted((a, b) => (a.shift < b.shift ? -1 : 1));
}

const shifts = async (stage: Stage): Promise<string[]> => (await asked(stage)).map(({ shift }) => shift);

/** Who is still to come tonight, by the half. */
async function tonight(stage: Stage): Promise<string[][]> {
  const views = await stage.store.read.shifts.between(0, stage.clock.now() + 86_400_000);
  return Promise.all(
    views.slice(0, 2).map(async ({ people }) => {
      const ids = people.filter(({ state }) => state !== 'leave').map(({ personId }) => personId);
      return (await stage.store.read.people.byIds(ids)).map(({ name }) => name).toSorted();
    }),
  );
}

describe('leave of a night with two shifts', () => {
  it.each([
    ['今晚下半夜请假', ['22 下半夜']],
    ['今晚11点到2点那班我来不了', ['22 下半夜']],
    ['今晚23:00请假', ['22 下半夜']],
    ['凌晨那班我不来了', ['22 下半夜']],
    ['今晚上半夜请假', ['22 上半夜']],
    ['今晚两个班都请假', ['22 上半夜', '22 下半夜']],
    ['今天全天请假', ['22 上半夜', '22 下半夜']],
    ['后天请假', ['24 上半夜', '24 下半夜']],
    ["can't make the second half tonight", ['22 下半夜']],
    ["can't make the 11pm shift tonight", ['22 下半夜']],
  ])('%s', async (words, expected) => {
    const stage = await staged();
    await stage.says('东01', words, room);
    expect(await shifts(stage)).toEqual(expected);
  });

  it('a day is named once, however many shifts it has', async () => {
    const stage = await staged();
    await stage.says('东01', '今晚请假');
    expect(stage.cards('东01').map(textOf).join('\n')).toContain('11月22日的班报上去了');
  });

  it('what is taken back is what is called', async () => {
    const stage = await staged();
    await stage.says('东01', '今晚请假');
    await stage.says('东01', '今晚下半夜我能来了');
    expect(await shifts(stage)).toEqual(['22 上半夜']);
    await stage.says('东01', '今晚请假取消');
    expect(await shifts(stage)).toEqual([]);
  });

  it.each([
    ['东01今晚下半夜不用来了', [4, 3]],
    ['东01今晚不用来了', [3, 3]],
  ])('a leader lets one go: %s', async (words, left) => {
    const stage = await staged();
    await stage.says('队长', words, room);
    expect((await tonight(stage)).map(({ length }) => length)).toEqual(left);
  });

  it.each([
    ['东01', '今晚下半夜警01替我', ['22 下半夜']],
    ['东01', '今晚警01替我', ['22 上半夜', '22 下半夜']],
    ['队长', '今晚下半夜警01顶东01', ['22 下半夜']],
    ['队长', '今晚警01顶东01', ['22 上半夜', '22 下半夜']],
  ])('%s: %s', async (who, words, expected) => {
    const stage = await staged();
    await stage.says(who, words, room);
    const wishes = await asked(stage);
    expect(wishes.map(({ shift }) => shift)).toEqual(expected);
    expect(wishes.every((one) => one.kind === 'stand_in' && one.with === '警01')).toBe(true);
  });

  it.each([
    ['今晚下半夜我跟西02换一下，明晚下半夜我去', '22 下半夜', '23 下半夜'],
    ['今晚下半夜跟西02换明晚上半夜', '22 下半夜', '23 上半夜'],
    ['今晚上半夜跟西02换班，明晚下半夜我来', '22 上半夜', '23 下半夜'],
    ['今晚下半夜跟西02换班', '22 下半夜', '23 上半夜'],
    ['今晚23:00-2:00那班跟西02明晚的下半夜换', '22 下半夜', '23 下半夜'],
    ['下半夜跟西02换班', '22 下半夜', '23 上半夜'],
    ['今晚跟西02换班', '22 上半夜', '23 上半夜'],
    ['今晚跟西02换一下，明晚我去', '22 上半夜', '23 上半夜'],
  ])('a swap is of the halves that are named: %s', async (words, given, taken) => {
    const stage = await staged();
    await stage.says('东01', words, room);
    expect(await asked(stage)).toEqual([{ kind: 'swap', shift: given, with: '西02', for: taken }]);
  });

  it('what was swapped away is no more to be given', async () => {
    const stage = await staged();
    await stage.says('队长', '东01今晚上半夜不用来了', room);
    await stage.says('东01', '今晚跟西02换班', room);
    expect((await asked(stage)).map(({ shift }) => shift)).toEqual(['22 下半夜']);
  });
});

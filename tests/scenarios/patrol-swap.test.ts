import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, textOf, type Stage } from './stage.ts';
import type { Store } from '../../core/ports/store.ts';

const dayMs = 86_400_000;
const east = { in: '甲群' };
const west = { in: '乙群' };

/** Two squads that take turns: 东01 is of the first, which has tonight and the night after tomorrow, 东03 of the other. */
function twoSquads(store: Store): Promise<Stage> {
  const night = { rule: 'FREQ=DAILY', minutes: 360, route: 'DX' };
  return patrolStage(store, {
    rules: { rosters: [{ ...night, code: 'AB', name: '夜巡', turns: ['A', 'B'], start: '2026-11-22T21:00' }] },
    teams: [
      { code: 'A', name: '甲队', leader: '队长', members: ['队长', '东01', '东02'], room: '甲群' },
      { code: 'B', name: '乙队', leader: '警01', members: ['警01', '东03'], room: '乙群' },
    ],
  });
}

/** Who is of a night, so many days from now, and how. */
async function crewOn(stage: Stage, days: number): Promise<string[]> {
  const now = stage.clock.now();
  const view = (await stage.store.read.shifts.between(now, now + (days + 1) * dayMs)).at(days);
  const people = await stage.store.read.people.byIds((view?.people ?? []).map(({ personId }) => personId));
  const name = (id: string): string => people.find((one) => one.id === id)?.name ?? '';
  return (view?.people ?? []).map(
    ({ personId, state, standsInForId }) =>
      `${name(personId)} ${state}${standsInForId === null ? '' : ` for ${name(standsInForId)}`}`,
  );
}

const asPlanned = [
  ['警01 expected', '东03 expected'],
  ['队长 expected', '东01 expected', '东02 expected'],
];
const bothNights = async (stage: Stage): Promise<string[][]> => [await crewOn(stage, 1), await crewOn(stage, 2)];

async function swapped(stage: Stage): Promise<void> {
  await stage.says('东01', '后天跟东03换班', east);
  await stage.taps('东03', 'request_agree');
  await stage.taps('队长', 'request_grant');
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('a swap of which one night is no longer theirs to give', () => {
    it('ends by the yes of whoever was asked, and both hear what holds now', async () => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', '后天跟东03换班', east);
      await stage.says('东03', '明晚我请假', west);
      await stage.taps('警01', 'request_grant');
      await stage.taps('东03', 'request_agree');
      expect(stage.chats.telegram.taps.at(-1)?.text).toMatch(/换不成了.*重新说一遍/);
      stage.sees('东01', /换不成了：明晚 .*后天晚上 .*还是照原来的。去不了，再找人换/);
      expect(stage.sees('东03', '换不成了：要换的班变了')).not.toContain('[');
      expect((await crewOn(stage, 2))[1]).toBe('东01 expected');
    });

    it('ends by the leader’s yes too, whose card has no buttons then', async () => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', '后天跟东03换班', east);
      await stage.taps('东03', 'request_agree');
      await stage.says('东03', '明晚我请假', west);
      await stage.taps('警01', 'request_grant');
      await stage.taps('队长', 'request_grant');
      expect(stage.sees('队长', '换不成了：要换的班变了')).not.toContain('[');
      stage.sees('东01', '换不成了');
      stage.sees('东03', /后天晚上 .*不用你去了，还是 东01 的班/);
    });
  });

  describe('whoever is named swaps, wherever their name stands', () => {
    const wish = async (stage: Stage): Promise<string> => {
      const [request] = await stage.store.read.shifts.undecidedRequests(9);
      if (request === undefined) return 'nothing';
      const { read } = stage.store;
      const days = await Promise.all(
        [request.shiftId, request.withShiftId].map(async (id) => (id === null ? null : await read.shifts.byId(id))),
      );
      const other = request.withPersonId === null ? null : await read.people.byId(request.withPersonId);
      return [request.kind, other?.name, ...days.map((day) => day?.date.slice(-2))].join(' ');
    };

    it.each([
      ['我今晚跟东03的明晚换', 'swap 东03 22 23'],
      ['我后天跟东03周三换', 'swap 东03 24 25'],
      ['我后天晚上跟东03周三晚上换一下', 'swap 东03 24 25'],
      ['换班 东03', 'swap 东03 22 23'],
      ['调班：东01今晚↔东03明晚', 'swap 东03 22 23'],
      ['调班 东03明晚 东01今晚', 'swap 东03 22 23'],
      ['swap tonight with 东03', 'swap 东03 22 23'],
      ['东03说今晚替我', 'stand_in 东03 22 '],
      ['今晚替我一下 东03', 'stand_in 东03 22 '],
      ['can 东03 cover for me tonight', 'stand_in 东03 22 '],
      ['队长，今晚我想换班', 'leave  22 '],
      ['谁能跟我换班', 'leave  22 '],
    ])('%s', async (words, expected) => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', words, east);
      expect(await wish(stage)).toBe(expected);
    });

    it.each(['今晚跟东02把灯泡换了', '跟东03明晚一起把电池换了'])('nobody by talk of things: %s', async (words) => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', words, east);
      expect(await wish(stage)).toBe('nothing');
    });
  });

  describe('a swap that both ask for', () => {
    const both = async (): Promise<Stage> => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', '今晚跟东03换班', east);
      await stage.says('东03', '明晚跟东01换班', west);
      for (const name of ['东01', '东03']) await stage.taps(name, 'request_agree');
      return stage;
    };

    const nights = async (stage: Stage): Promise<string[][]> => [await crewOn(stage, 0), await crewOn(stage, 1)];

    it('is done by one yes, and nobody reads of it twice or otherwise', async () => {
      const stage = await both();
      await stage.taps('队长', 'request_grant');
      expect(stage.sees('警01', '已同意（队长），班表改好了')).not.toContain('[');
      for (const name of ['东01', '东03']) {
        const read = stage.cards(name).map(textOf).join('\n');
        expect(read.match(/同意了：|定了：/g)).toHaveLength(1);
        expect(read).not.toMatch(/换不成|不用你去了|还是你的班/);
      }
      expect(await nights(stage)).toEqual([
        ['队长 expected', '东01 leave', '东02 expected', '东03 expected for 东01'],
        ['警01 expected', '东03 leave', '东01 expected for 东03'],
      ]);
    });

    it('and that one leader does not grant is the other one’s to decide still', async () => {
      const stage = await both();
      await stage.taps('队长', 'request_refuse');
      expect(await nights(stage)).toEqual(asPlanned.toReversed());
      await stage.taps('警01', 'request_grant');
      expect((await nights(stage))[1]).toContain('东01 expected for 东03');
    });

    it('leaves open what one of them wished of another night', async () => {
      const stage = await both();
      await stage.says('东01', '11月26日请假', east);
      await stage.taps('警01', 'request_grant');
      expect(await stage.store.read.shifts.undecidedRequests(10)).toHaveLength(1);
    });
  });

  it('leave that waits for the same night is over with a swap, and nobody is told that it is still theirs', async () => {
    const stage = await twoSquads(database.store);
    await stage.says('东03', '明晚我请假', west);
    await stage.says('东01', '后天跟东03换班', east);
    await stage.taps('东03', 'request_agree');
    await stage.taps('队长', 'request_grant');
    expect(await stage.store.read.shifts.undecidedRequests(10)).toEqual([]);
    expect(stage.sees('警01', '东03 请假')).not.toContain('[');
  });

  describe('a swap that is taken back', () => {
    it.each(['跟东03换回来', '换班取消', '后天那班不换了', '取消跟东03的换班', 'swap back with 东03'])(
      'by %s is undone as a whole, when the other one and a leader say yes',
      async (words) => {
        const stage = await twoSquads(database.store);
        await swapped(stage);
        expect(await crewOn(stage, 1)).toContain('东01 expected for 东03');
        await stage.says('东01', words, east);
        stage.sees('东03', /东01 想跟你换班：你去 明晚/);
        await stage.taps('东03', 'request_agree');
        await stage.taps('警01', 'request_grant');
        expect(await bothNights(stage)).toEqual(asPlanned);
        await stage.says('东01', '我的班');
        expect(stage.sees('东01', '你接下来的班')).not.toMatch(/顶|替你去|明晚 /);
      },
    );

    it('by the other one is undone in the same way', async () => {
      const stage = await twoSquads(database.store);
      await swapped(stage);
      await stage.says('东03', '跟东01换回来', west);
      await stage.taps('东01', 'request_agree');
      await stage.taps('队长', 'request_grant');
      expect(await bothNights(stage)).toEqual(asPlanned);
    });

    it('is undone as a whole although one of them has leave for it by now', async () => {
      const stage = await twoSquads(database.store);
      await swapped(stage);
      await stage.says('东03', '后天请假');
      await stage.taps('队长', 'request_grant');
      const before = await bothNights(stage);
      await stage.says('东01', '换班取消', east);
      expect(await bothNights(stage)).toEqual(before);
      await stage.taps('东03', 'request_agree');
      await stage.taps('警01', 'request_grant');
      expect(await bothNights(stage)).toEqual(asPlanned);
    });

    it('is asked about as a whole too, where only leave is said to be taken back', async () => {
      const stage = await twoSquads(database.store);
      await swapped(stage);
      const before = await bothNights(stage);
      await stage.says('东01', '后天我又能来了', east);
      stage.sees('东03', /东01 想跟你换班：你去 明晚/);
      expect(await bothNights(stage)).toEqual(before);
    });

    it('stays as it is where the other one does not agree', async () => {
      const stage = await twoSquads(database.store);
      await swapped(stage);
      const before = await bothNights(stage);
      await stage.says('东01', '跟东03换回来', east);
      await stage.taps('东03', 'request_decline');
      expect(await bothNights(stage)).toEqual(before);
    });

    it('is withdrawn while nobody has decided, and refused by whoever had said yes', async () => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', '后天跟东03换班', east);
      await stage.says('东01', '不换了', east);
      stage.sees('甲群', '撤回了');
      await stage.says('东01', '后天跟东03换班', east);
      await stage.taps('东03', 'request_agree');
      await stage.says('东03', '我不换了', west);
      stage.sees('东01', '东03 不方便');
      expect(await bothNights(stage)).toEqual(asPlanned);
    });

    it('cannot be undone by halves once one of the nights has begun', async () => {
      const stage = await twoSquads(database.store);
      await swapped(stage);
      await stage.daysLater(1);
      await stage.later(2 * 3_600);
      await stage.says('东01', '跟东03换回来', east);
      stage.sees('甲群', /跟 东03 换的班，有一班已经开始或者过了，换不回来/);
    });

    it('asks nobody to stand in tonight where nothing was swapped', async () => {
      const stage = await twoSquads(database.store);
      await stage.says('东01', '跟东03换回来', east);
      stage.sees('甲群', '没查到换好的班');
      expect(stage.cards('东03')).toEqual([]);
    });

    it('is not meant by batteries, a question or talk', async () => {
      const stage = await twoSquads(database.store);
      await swapped(stage);
      const before = stage.cards('东03').length;
      for (const words of ['对讲机电池换回来了', '换回来了吗', '灯泡不换了']) await stage.says('东01', words, east);
      expect(stage.cards('东03')).toHaveLength(before);
    });
  });

  describe('a swap with somebody who has no night to give for it', () => {
    const room = { in: '夜巡群' };
    const asked = async (): Promise<Stage> => {
      const stage = await patrolStage(database.store);
      await stage.says('东01', '明天跟东03换班', room);
      return stage;
    };
    const open = async (stage: Stage): Promise<number> => (await stage.store.read.shifts.undecidedRequests(9)).length;

    it.each(['换班取消', '取消换班', '不换了', '明天那班不换了', '跟东03不换了', 'cancel the swap'])(
      'is withdrawn by %s',
      async (words) => {
        const stage = await asked();
        expect(await open(stage)).toBe(1);
        await stage.says('东01', words, room);
        stage.sees('夜巡群', '撤回了');
        expect(await open(stage)).toBe(0);
      },
    );

    it('is declined by the other one in the same words', async () => {
      const stage = await asked();
      await stage.says('东03', '我不换了', room);
      stage.sees('东01', '东03 不方便');
      expect(await open(stage)).toBe(0);
    });

    it('stays where another night, somebody else or no duty is named', async () => {
      const stage = await asked();
      for (const words of ['后天那班不换了', '跟东02不换了', '电筒不换了']) await stage.says('东01', words, room);
      await stage.says('东02', '不换了', room);
      expect(await open(stage)).toBe(1);
    });
  });
});

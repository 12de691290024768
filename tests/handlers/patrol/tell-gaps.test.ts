import { beforeEach, describe, expect, it } from 'vitest';
import { planDay } from '../../../handlers/patrol/plan-day.ts';
import { planShifts } from '../../../handlers/patrol/plan-shifts.ts';
import { tellGaps } from '../../../handlers/patrol/tell-gaps.ts';
import { patrolDesk, patrolZone, type PatrolDesk } from '../../support/patrol-zone.ts';
import { eachEngine } from '../../support/stores.ts';

const shanghai = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
const morning = (day: number): number => shanghai(`2026-11-${day}T07:30`);
const roster = (turns: string, more = ''): string[] => [
  'rosters:',
  `  - {code: N, name: 夜巡, turns: [${turns}], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 360${more}}`,
];

eachEngine((database) => {
  let desk: PatrolDesk;
  let before: Set<string>;
  beforeEach(() => {
    desk = patrolDesk(database);
    before = new Set();
  });
  const planned = async (...lines: string[]): Promise<void> => {
    await desk.import(patrolZone(...lines), morning(22));
    await desk.run(morning(22), planShifts);
  };
  /** What a look tells, as `room: dates`, since the last one. */
  const told = async (now: number, look = tellGaps): Promise<string[]> => {
    await desk.run(now, look);
    const lines: string[] = [];
    for (const room of await database.store.read.rooms.all()) {
      for (const { id, notice } of await database.store.read.outbox.history(room.id, 99)) {
        if (before.has(id) || notice.kind !== 'shift_gaps') continue;
        before.add(id);
        const shifts = await Promise.all(notice.shiftIds.map((one) => database.store.read.shifts.byId(one)));
        lines.push(`${room.externalId}: ${shifts.map((shift) => shift?.date.slice(5)).join(' ')}`);
      }
    }
    return lines.sort();
  };
  /** Lets the first person of a night, or all of them, be away. */
  const away = (date: string, how: 'first' | 'all'): Promise<void> =>
    desk.run(morning(22), async (work) => {
      const shift = await work.tx.shifts.ofRoster('N', date);
      const people = (await work.tx.shifts.view(shift!.id))?.people ?? [];
      for (const person of how === 'all' ? people : people.slice(0, 1)) {
        await work.tx.shifts.putPerson({ ...person, state: 'leave' });
      }
    });

  describe('the morning’s look for gaps', () => {
    it('says nothing when every night of the next days has its people', async () => {
      await planned(...roster('A, B'));
      expect(await told(morning(22))).toEqual([]);
    });

    it('tells a leader of all of them in one message, and of none beyond the days that the zone looks ahead', async () => {
      await planned(...roster('A'));
      for (const day of [23, 24, 26]) await away(`2026-11-${day}`, 'first');
      expect(await told(morning(22))).toEqual(['direct:jia: 11-23 11-24']);
    });

    it('tells what was told again only when it got worse, and on the day itself, then the command too', async () => {
      await planned(...roster('A'));
      await away('2026-11-24', 'first');
      expect(await told(morning(22))).toEqual(['direct:jia: 11-24']);
      expect(await told(morning(22) + 1)).toEqual([]);
      await away('2026-11-24', 'all');
      expect(await told(morning(23))).toEqual(['direct:jia: 11-24']);
      expect(await told(morning(24))).toEqual(['command: 11-24', 'direct:jia: 11-24']);
      expect(await told(morning(24) + 1)).toEqual([]);
    });

    it('forgets a gap that was filled, so that it is news when it opens again', async () => {
      await planned(...roster('A'));
      await away('2026-11-24', 'first');
      await told(morning(22));
      await desk.run(morning(22), async (work) => {
        const shift = await work.tx.shifts.ofRoster('N', '2026-11-24');
        const [first] = (await work.tx.shifts.view(shift!.id))?.people ?? [];
        await work.tx.shifts.putPerson({ ...first!, state: 'expected' });
      });
      expect(await told(morning(22) + 1)).toEqual([]);
      await away('2026-11-24', 'first');
      expect(await told(morning(22) + 2)).toEqual(['direct:jia: 11-24']);
    });

    it('tells the command where a team has no leader, or one without a chat', async () => {
      await planned(...roster('C', ', minimum: 1'));
      // 戊 has no chat and no group.
      expect(await told(morning(22))).toEqual(['command: 11-22 11-23 11-24']);
    });

    it('tells both leaders of a joint night', async () => {
      await planned(...roster('[A, B]', ', minimum: 5'));
      const both = await told(morning(22));
      expect(both).toEqual(['command: 11-22', 'direct:bing: 11-22 11-23 11-24', 'direct:jia: 11-22 11-23 11-24']);
    });

    it('comes by its timer at half past seven, and at once after a morning on which the program stood still', async () => {
      await planned(...roster('A'));
      const gapsTimer = async (): Promise<number | undefined> =>
        (await desk.timers()).find(({ kind, subject }) => kind === 'shift_plan' && subject === 'gaps')?.dueAt;
      expect(await gapsTimer()).toBe(morning(23));
      await told(morning(23), (work) => planDay(work, 'gaps'));
      await desk.run(shanghai('2026-11-24T10:00'), (work) => planDay(work, 'zone'));
      expect(await gapsTimer()).toBe(shanghai('2026-11-24T10:00'));
      await desk.run(shanghai('2026-11-24T06:00'), (work) => planDay(work, 'zone'));
      expect(await gapsTimer()).toBe(morning(24));
    });
  });
});

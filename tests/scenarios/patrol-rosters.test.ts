import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { crew, patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const day = 86_400_000;
const minutes = (count: number): number => count * 60;
const base = { minutes: 180, route: 'DX', rule: 'FREQ=DAILY' };
const villages = [
  { code: 'XC', name: '西塘村', leader: '队长', members: ['东01', '东02'], room: '西塘群' },
  { code: 'HC', name: '荷塘村', leader: '警01', members: ['东03', '警01'], room: '荷塘群' },
] as const;

/** What is planned: day, time and team, for so many days. */
async function planned(stage: Stage, days: number): Promise<string[]> {
  const teams = new Map((await stage.store.read.people.teams()).map(({ id, code }) => [id, code]));
  const views = await stage.store.read.shifts.between(stage.clock.now() - day, stage.clock.now() + days * day);
  return views
    .filter(({ shift }) => shift.state !== 'cancelled')
    .map(({ shift }) => `${shift.date.slice(5)} ${shift.teamIds.map((id) => teams.get(id) ?? '').join('+')}`);
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('two villages in turn', () => {
    const roster = { ...base, code: 'CX', name: '两村轮流', turns: ['XC', 'HC'], start: '2026-11-20T20:30' };

    it('have every other night; one that is left out moves no other, and one can be for both', async () => {
      const exceptions = [
        { date: '2026-11-24', cancelled: true },
        { date: '2026-11-26', teams: ['XC', 'HC'] },
      ];
      const stage = await patrolStage(database.store, {
        rules: { rosters: [{ ...roster, exceptions }] },
        teams: villages,
      });
      expect(await planned(stage, 7)).toEqual([
        '11-22 XC',
        '11-23 HC',
        '11-25 HC',
        '11-26 XC+HC',
        '11-27 HC',
        '11-28 XC',
      ]);
      stage.seesNot('荷塘群', '今晚');
      await stage.later(minutes(1));
      stage.sees('西塘群', /今晚 20:30–23:30 两村轮流/);
      expect(stage.cards('荷塘群')).toEqual([]);
    });

    it('have one more night when their leader says so, which the roster does not take back', async () => {
      const stage = await patrolStage(database.store, {
        rules: { rosters: [{ ...roster, exceptions: [{ date: '2026-11-24', cancelled: true }] }] },
        teams: villages,
      });
      await stage.says('警01', '临时班 11月24日 20:00-22:00 东03 渡口', { in: '荷塘群' });
      stage.sees('荷塘群', /20:00–22:00/);
      expect(await planned(stage, 3)).toContain('11-24 HC');
      await stage.daysLater(1);
      expect(await planned(stage, 2)).toContain('11-24 HC');
    });
  });

  describe('a duty that keeps to working days', () => {
    it('stays away over the National Day, comes on a Saturday that is worked, and goes on in turn', async () => {
      const at = Date.UTC(2026, 8, 29, 12);
      const off = {
        ...base,
        code: 'CX',
        name: '园区夜查',
        turns: ['XC', 'HC'],
        start: '2026-09-28T21:00',
        holidays: 'off' as const,
      };
      const stage = await patrolStage(database.store, { at, rules: { rosters: [off] }, teams: villages });
      expect(await planned(stage, 12)).toEqual(['09-29 HC', '09-30 XC', '10-08 HC', '10-09 XC', '10-10 HC']);
    });
  });

  describe('two shifts in a night in which the clocks are put forward', () => {
    it('the second begins when the first ends, takes over from it, and lasts its three hours', async () => {
      const rosters = [
        { ...base, code: 'N1', name: '前半夜', turns: ['XC'], start: '2027-03-20T20:00', handsOverTo: 'N2' },
        { ...base, code: 'N2', name: '后半夜', turns: ['HC'], start: '2027-03-20T23:00' },
      ];
      // Saturday, 27 March 2027, 19:00 in Berlin; at two in the morning it is three.
      const stage = await patrolStage(database.store, {
        timeZone: 'Europe/Berlin',
        at: Date.UTC(2027, 2, 27, 18),
        rules: { rosters },
        teams: villages,
        cast: crew(),
      });
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', { in: '西塘群' });
      await stage.later(minutes(170));
      stage.sees('荷塘群', /今晚 23:00–次日03:00 后半夜/);
      await stage.says('东01', '交班', { in: '西塘群' });
      await stage.later(minutes(12));
      await stage.says('东03', '接班', { in: '荷塘群' });
      await stage.says('东03', '到岗', { in: '荷塘群' });
      const [first, second] = (await stage.store.read.shifts.between(0, stage.clock.now())).slice(-2);
      expect(first?.shift.handover).toMatchObject({ toShiftId: second?.shift.id });
      expect(first?.shift.handover?.takenAt).not.toBeNull();
      await stage.later(minutes(179 + 31));
      const over = await stage.store.read.shifts.view(second?.shift.id ?? ('' as never));
      expect(over?.shift.endsAt).toBe(Date.UTC(2027, 2, 28, 1));
      expect(over?.shift.state).toBe('ended');
      expect(over?.people.find(({ personId }) => personId === stage.person('东03').id)?.minutes).toBe(180);
    });
  });
});

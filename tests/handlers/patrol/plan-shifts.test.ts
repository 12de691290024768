import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ShiftId } from '../../../core/ids.ts';
import type { ShiftView } from '../../../core/ports/shifts.ts';
import { shiftSubject } from '../../../core/shift.ts';
import { planDay } from '../../../handlers/patrol/plan-day.ts';
import { planShifts, type PlanSummary } from '../../../handlers/patrol/plan-shifts.ts';
import { usualPatrolRules } from '../../../core/zone/patrol-rules.ts';
import { traceShift } from '../../../handlers/work.ts';
import { patrolDesk, patrolZone, type PatrolDesk } from '../../support/patrol-zone.ts';
import { eachEngine } from '../../support/stores.ts';

const shanghai = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
const dayMs = 86_400_000;

/** Noon of a Sunday. */
const noon = shanghai('2026-11-22T12:00');
const night = (more = '', code = 'N'): string =>
  `{code: ${code}, name: 夜巡, turns: [A, B], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 360${more}}`;
const rosters = (...lines: string[]): string[] => ['rosters:', ...lines.map((line) => `  - ${line}`)];
const route = (order: string, ...places: string[]): string =>
  `routes: [{code: R, name: 线路, order: ${order}, points: [${places.map((place) => `{place: ${place}}`).join(', ')}]}]`;

eachEngine((database) => {
  let desk: PatrolDesk;
  beforeEach(() => {
    desk = patrolDesk(database);
  });
  const plan = (now: number): Promise<PlanSummary> => desk.run(now, planShifts);
  const imported = async (now: number, ...lines: string[]): Promise<PlanSummary> => {
    await desk.import(patrolZone(...lines), now);
    return plan(now);
  };
  const all = (): Promise<ShiftView[]> => desk.shifts(noon - dayMs);
  const on = async (date: string, code = 'N'): Promise<ShiftView> => {
    const shift = await database.store.read.shifts.ofRoster(code, date);
    const view = shift === null ? null : await database.store.read.shifts.view(shift.id);
    if (view === null) throw new Error(`no shift of ${code} on ${date}`);
    return view;
  };
  const signs = async ({ people }: ShiftView): Promise<string[]> => {
    const known = await database.store.read.people.byIds(people.map(({ personId }) => personId));
    return people.map(({ personId }) => known.find(({ id }) => id === personId)?.callSign ?? '').sort();
  };
  const timersOf = async (id: ShiftId): Promise<[string, number][]> =>
    (await desk.timers()).filter(({ subject }) => subject === id).map(({ kind, dueAt }) => [kind, dueAt]);
  const queued = async (): Promise<number> =>
    (await database.store.read.outbox.depth()).reduce((sum, { waiting }) => sum + waiting, 0);
  const byHand = (date: string): Promise<void> =>
    desk.run(noon, async (work) => {
      const { shift, people } = await on(date);
      const [first] = people;
      await work.tx.shifts.putPerson({ ...first!, state: 'leave' });
      await traceShift(work, shift, 'excused', first!.personId);
    });

  describe('planning', () => {
    it('has every night of the days ahead, with the teams in turn, from tonight', async () => {
      expect(await imported(noon, route('fixed', 'P-1', 'P-2'), ...rosters(night(', route: R')))).toEqual({
        added: 8,
        changed: 0,
        cancelled: 0,
      });
      const shifts = await all();
      expect(shifts.map(({ shift }) => shift.date)).toEqual([
        '2026-11-22',
        '2026-11-23',
        '2026-11-24',
        '2026-11-25',
        '2026-11-26',
        '2026-11-27',
        '2026-11-28',
        '2026-11-29',
      ]);
      // 1 November is the first team's, so the 22nd, 21 nights later, is the second's.
      expect(await Promise.all(shifts.slice(0, 3).map(signs))).toEqual([
        ['丁', '丙'],
        ['乙', '甲'],
        ['丁', '丙'],
      ]);
      const [{ shift, people, points }] = shifts as [ShiftView];
      expect(shift).toMatchObject({
        rosterCode: 'N',
        state: 'planned',
        startsAt: shanghai('2026-11-22T20:00'),
        endsAt: shanghai('2026-11-23T02:00'),
        minimum: 2,
        handover: null,
      });
      expect(people.every(({ state, guest }) => state === 'expected' && !guest)).toBe(true);
      expect(points.map(({ n, name, dueAt }) => [n, name, dueAt])).toEqual([
        [1, '大塘', shift.endsAt],
        [2, '西塘村', shift.endsAt],
      ]);
    });

    it('twice, or after every import, adds nothing', async () => {
      await imported(noon, ...rosters(night()));
      const before = await all();
      const timers = await desk.timers();
      expect(await plan(noon)).toEqual({ added: 0, changed: 0, cancelled: 0 });
      expect(await imported(noon, ...rosters(night()))).toEqual({ added: 0, changed: 0, cancelled: 0 });
      expect(await all()).toEqual(before);
      expect((await desk.timers()).map(({ kind, subject, dueAt }) => [kind, subject, dueAt])).toEqual(
        timers.map(({ kind, subject, dueAt }) => [kind, subject, dueAt]),
      );
      expect(await database.store.read.trace.of(shiftSubject(before[0]!.shift))).toHaveLength(1);
    });

    it('goes one day further each morning, and makes up for days on which the program stood still', async () => {
      await imported(noon, ...rosters(night()));
      expect(await plan(noon + dayMs)).toMatchObject({ added: 1 });
      expect(await plan(noon + 4 * dayMs)).toMatchObject({ added: 3 });
      expect((await all()).at(-1)?.shift.date).toBe('2026-12-03');
    });

    it('sets the timers of each shift, of tomorrow’s planning, and of the look for gaps', async () => {
      await imported(noon, ...rosters(night()));
      const { shift } = await on('2026-11-22');
      expect(await timersOf(shift.id)).toEqual([
        ['shift_remind', shift.startsAt - 30 * 60_000],
        ['shift_start', shift.startsAt],
      ]);
      const own = (await desk.timers()).filter(({ kind }) => kind === 'shift_plan');
      expect(own.map(({ subject, dueAt }) => [subject, dueAt])).toEqual([
        ['zone', shanghai('2026-11-23T06:00')],
        ['gaps', shanghai('2026-11-23T07:30')],
      ]);
    });

    it('does nothing in a zone without rosters', async () => {
      await imported(noon);
      expect(await desk.timers()).toEqual([]);
    });

    it('begins at once with a shift in whose time it is first planned, which is not late', async () => {
      const now = shanghai('2026-11-22T21:30');
      await imported(now, ...rosters(night()));
      const { shift } = await on('2026-11-22');
      expect(shift.startsAt).toBeLessThan(now);
      expect(await timersOf(shift.id)).toEqual([['shift_start', now]]);
    });

    it('lets two teams go together, with everybody once', async () => {
      await imported(
        noon,
        ...rosters(
          '{code: N, name: 联巡, turns: [[A, B, C]], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 60, gear: [{item: vest, count: 5}]}',
        ),
      );
      const joint = await on('2026-11-22');
      expect(joint.shift.teamIds).toHaveLength(3);
      expect(joint.shift.gear).toEqual([{ item: 'vest', count: 5, taken: null, returned: null }]);
      expect(joint.people).toHaveLength(5);
    });

    it('draws a random order once for each shift, and keeps it', async () => {
      const lines = [route('random', 'P-1', 'P-2', 'P-3'), ...rosters(night(', route: R'))];
      await imported(noon, ...lines);
      const before = (await all()).map(({ points }) => points.map(({ name }) => name));
      expect(new Set(before.map(String)).size).toBeGreaterThan(1);
      await imported(noon, ...lines.map((line) => line.replace('minutes: 360', 'minutes: 300')));
      expect((await all()).map(({ points }) => points.map(({ name }) => name).sort())).toEqual(
        before.map((names) => [...names].sort()),
      );
      await imported(noon, ...lines);
      expect((await all()).map(({ points }) => points.map(({ name }) => name))).toEqual(before);
    });
  });

  describe('a roster that has changed', () => {
    it('moves what has not begun, with its timers', async () => {
      await imported(noon, ...rosters(night()));
      expect(await imported(noon, ...rosters(night().replace('20:00', '21:00').replace('夜巡', '晚巡')))).toMatchObject(
        {
          added: 0,
          changed: 8,
        },
      );
      const { shift } = await on('2026-11-23');
      expect(shift).toMatchObject({ startsAt: shanghai('2026-11-23T21:00'), name: '晚巡' });
      expect(await timersOf(shift.id)).toEqual([
        ['shift_remind', shift.startsAt - 30 * 60_000],
        ['shift_start', shift.startsAt],
      ]);
      expect((await database.store.read.trace.of(shiftSubject(shift))).map(({ what }) => what)).toEqual([
        'shift_planned',
        'shift_changed',
      ]);
    });

    it('takes a new member along, and lets one go who has left the team', async () => {
      await imported(noon, ...rosters(night()));
      await desk.import(patrolZone(...rosters(night())).replace('members: [甲, 乙]', 'members: [甲, 戊]'), noon);
      expect(await plan(noon)).toMatchObject({ changed: 4 });
      expect(await signs(await on('2026-11-23'))).toEqual(['戊', '甲']);
    });

    it('walks its new route, under the new names of its places', async () => {
      await imported(noon, route('fixed', 'P-1'), ...rosters(night(', route: R')));
      await imported(noon, route('fixed', 'P-3', 'P-1'), ...rosters(night(', route: R')));
      expect((await on('2026-11-24')).points.map(({ name }) => name)).toEqual(['荷塘村', '大塘']);
      const text = patrolZone(route('fixed', 'P-3', 'P-1'), ...rosters(night(', route: R')));
      await desk.import(text.replace('name: 荷塘村', 'name: 新荷塘'), noon);
      await plan(noon);
      expect((await on('2026-11-24')).points.map(({ name }) => name)).toEqual(['新荷塘', '大塘']);
    });

    it('leaves a night that somebody changed by hand as it is', async () => {
      await imported(noon, ...rosters(night()));
      await byHand('2026-11-23');
      const before = await on('2026-11-23');
      expect(await imported(noon, ...rosters(night(', minimum: 4')))).toMatchObject({ changed: 7 });
      expect(await on('2026-11-23')).toEqual(before);
    });

    it('follows where what somebody changed was taken back since', async () => {
      await imported(noon, ...rosters(night()));
      await byHand('2026-11-23');
      await desk.run(noon, async (work) => {
        const { shift, people } = await on('2026-11-23');
        const away = people.find(({ state }) => state === 'leave')!;
        await work.tx.shifts.putPerson({ ...away, state: 'expected' });
        await traceShift(work, shift, 'shift_changed', away.personId, { back: away.personId });
      });
      expect(await imported(noon, ...rosters(night(', minimum: 4')))).toMatchObject({ changed: 8 });
      expect((await on('2026-11-23')).shift.minimum).toBe(4);
    });

    it.each(['withdrawn', 'refused', null])('follows where a wish was %s', async (state) => {
      await imported(noon, ...rosters(night()));
      await desk.run(noon, async (work) => {
        const { shift, people } = await on('2026-11-23');
        await traceShift(work, shift, 'request_made', people[0]!.personId, {});
        if (state !== null) await traceShift(work, shift, 'request_decided', people[0]!.personId, { state });
      });
      expect(await imported(noon, ...rosters(night(', minimum: 4')))).toMatchObject({ changed: 8 });
    });

    it('leaves a night to which somebody came in addition as it is', async () => {
      await imported(noon, ...rosters(night()));
      await desk.run(noon, async (work) => {
        const { shift, people } = await on('2026-11-23');
        await traceShift(work, shift, 'stood_in', people[0]!.personId, { for: null });
      });
      expect(await imported(noon, ...rosters(night(', minimum: 4')))).toMatchObject({ changed: 7 });
    });

    it('leaves what runs, or is over, as it is', async () => {
      await imported(noon, ...rosters(night()));
      const { shift } = await on('2026-11-22');
      await desk.run(noon, (work) => work.tx.shifts.put({ ...shift, state: 'running' }));
      await imported(shanghai('2026-11-22T21:00'), ...rosters(night(', minimum: 4')));
      expect((await on('2026-11-22')).shift).toMatchObject({ state: 'running', minimum: 2 });
      expect((await on('2026-11-23')).shift.minimum).toBe(4);
    });

    it('cancels the nights that it no longer has, and the timers with them', async () => {
      await imported(noon, ...rosters(night()));
      const off = ', exceptions: [{date: 2026-11-24, cancelled: true}]';
      expect(await imported(noon, ...rosters(night(off)))).toEqual({ added: 0, changed: 0, cancelled: 1 });
      const { shift } = await on('2026-11-24');
      expect(shift.state).toBe('cancelled');
      expect(await timersOf(shift.id)).toEqual([]);
      expect(await queued()).toBe(0);
    });

    it('brings back a night that it had cancelled itself, and none that a leader called off', async () => {
      const off = ', exceptions: [{date: 2026-11-24, cancelled: true}]';
      await imported(noon, ...rosters(night()));
      await desk.run(noon, async (work) => {
        const { shift, people } = await on('2026-11-25');
        await work.tx.shifts.put({ ...shift, state: 'cancelled' });
        await traceShift(work, shift, 'shift_cancelled', people[0]!.personId);
      });
      await imported(noon, ...rosters(night(off)));
      expect(await imported(noon, ...rosters(night()))).toEqual({ added: 0, changed: 1, cancelled: 0 });
      const { shift } = await on('2026-11-24');
      expect(shift.state).toBe('planned');
      expect(await timersOf(shift.id)).toHaveLength(2);
      expect((await on('2026-11-25')).shift.state).toBe('cancelled');
    });

    it('that is gone cancels all that has not begun, and stops planning; back again it has them again', async () => {
      await imported(noon, ...rosters(night()));
      expect(await imported(noon)).toEqual({ added: 0, changed: 0, cancelled: 8 });
      expect(await all()).toEqual([]);
      expect(await desk.timers()).toEqual([]);
      expect(await imported(noon, ...rosters(night()))).toEqual({ added: 0, changed: 8, cancelled: 0 });
      expect(await all()).toHaveLength(8);
    });

    it('keeps what people agreed on when a night comes back', async () => {
      await imported(noon, ...rosters(night()));
      await byHand('2026-11-23');
      await imported(noon);
      await imported(noon, ...rosters(night()));
      const back = await on('2026-11-23');
      expect(back.shift.state).toBe('planned');
      expect(back.people.filter(({ state }) => state === 'leave')).toHaveLength(1);
    });

    it('tells those who have been reminded already that their night is off', async () => {
      await imported(noon, ...rosters(night()));
      await imported(
        shanghai('2026-11-22T19:45'),
        ...rosters(night(', exceptions: [{date: 2026-11-22, cancelled: true}]')),
      );
      const room = await database.store.read.rooms.byExternal('web', 'room-b');
      expect((await database.store.read.outbox.history(room!.id, 9)).map(({ notice }) => notice)).toEqual([
        expect.objectContaining({ kind: 'shift_answer', result: { kind: 'shift_cancelled', name: '夜巡' } }),
      ]);
      expect(await queued()).toBe(1);
    });

    it('that comes later leaves the others alone', async () => {
      await imported(noon, ...rosters(night()));
      expect(await imported(noon, ...rosters(night(), night('', 'M')))).toEqual({ added: 8, changed: 0, cancelled: 0 });
    });
  });

  describe('a roster with another code', () => {
    it('keeps its nights with all that was agreed on, and nobody is told that one is off', async () => {
      await imported(noon, ...rosters(night()));
      await byHand('2026-11-23');
      const before = await on('2026-11-23');
      const soon = shanghai('2026-11-22T19:45');
      expect(await imported(soon, ...rosters(night('', 'NIGHT')))).toEqual({ added: 0, changed: 0, cancelled: 0 });
      expect(await queued()).toBe(0);
      expect(await all()).toHaveLength(8);
      const kept = await on('2026-11-23', 'NIGHT');
      expect(kept).toEqual({ ...before, shift: { ...before.shift, rosterCode: 'NIGHT' } });
      expect(await imported(soon, ...rosters(night()))).toEqual({ added: 0, changed: 0, cancelled: 0 });
      expect(await on('2026-11-23')).toEqual(before);
    });

    it('goes on with the night that runs, and begins no second one', async () => {
      await imported(noon, ...rosters(night()));
      const { shift } = await on('2026-11-22');
      await desk.run(noon, (work) => work.tx.shifts.put({ ...shift, state: 'running' }));
      await imported(shanghai('2026-11-22T22:00'), ...rosters(night('', 'NIGHT')));
      expect((await on('2026-11-22', 'NIGHT')).shift.id).toBe(shift.id);
      expect(await all()).toHaveLength(8);
    });

    it('has its new name and what else is new, but where somebody changed a night', async () => {
      await imported(noon, ...rosters(night()));
      await byHand('2026-11-23');
      const renamed = night(', minimum: 3', 'NIGHT').replace('夜巡', '东片夜巡');
      expect(await imported(noon, ...rosters(renamed))).toEqual({ added: 0, changed: 7, cancelled: 0 });
      expect((await on('2026-11-24', 'NIGHT')).shift).toMatchObject({ name: '东片夜巡', minimum: 3 });
      expect((await on('2026-11-23', 'NIGHT')).shift).toMatchObject({ name: '夜巡', minimum: 2 });
    });

    it('does not bring back a night that a leader had called off', async () => {
      await imported(noon, ...rosters(night()));
      await desk.run(noon, async (work) => {
        const { shift, people } = await on('2026-11-25');
        await work.tx.shifts.put({ ...shift, state: 'cancelled' });
        await traceShift(work, shift, 'shift_cancelled', people[0]!.personId);
      });
      await imported(noon, ...rosters(night('', 'NIGHT')));
      expect((await on('2026-11-25', 'NIGHT')).shift.state).toBe('cancelled');
      expect(await all()).toHaveLength(7);
    });

    it('is another where its time or its teams are others, and beside one that stays', async () => {
      await imported(noon, ...rosters(night()));
      const later = night('', 'LATE').replace('20:00', '22:00');
      expect(await imported(noon, ...rosters(later))).toEqual({ added: 8, changed: 0, cancelled: 8 });
      const other = night('', 'OTHER').replace('20:00', '22:00').replace('[A, B]', '[A]');
      expect(await imported(noon, ...rosters(other))).toEqual({ added: 4, changed: 0, cancelled: 4 });
      expect(await imported(noon, ...rosters(other, night('', 'TOO')))).toMatchObject({ added: 8, cancelled: 0 });
    });

    it('takes over from its other half, which has a new code too', async () => {
      const half = (code: string, start: string, more = ''): string =>
        night(more, code).replace('20:00', start).replace('360', '180');
      await imported(noon, ...rosters(half('E', '20:00', ', handsOverTo: L'), half('L', '23:00')));
      const before = (await on('2026-11-24', 'E')).shift.handover;
      await imported(noon, ...rosters(half('E2', '20:00', ', handsOverTo: L2'), half('L2', '23:00')));
      expect((await on('2026-11-24', 'E2')).shift.handover).toEqual(before);
      expect((await on('2026-11-24', 'L2')).shift.id).toBe(before?.toShiftId);
    });
  });

  describe('handing over', () => {
    const early = night(', handsOverTo: late', 'early').replace('minutes: 360', 'minutes: 180');
    const late = night('', 'late').replace('20:00', '23:00').replace('minutes: 360', 'minutes: 180');

    it('goes to the shift that begins when this one ends', async () => {
      await imported(noon, ...rosters(early, late));
      const giving = await on('2026-11-24', 'early');
      expect(giving.shift.handover).toEqual({
        toShiftId: (await on('2026-11-24', 'late')).shift.id,
        givenById: null,
        givenAt: null,
        takenById: null,
        takenAt: null,
        missing: [],
        words: '',
      });
    });

    it('goes to the same desk the next day, also when that was planned a day later', async () => {
      const desks = rosters(night(', kind: desk, handsOverTo: N').replace('minutes: 360', 'minutes: 1440'));
      await imported(noon, ...desks);
      expect((await on('2026-11-29')).shift.handover).toBeNull();
      await plan(noon + dayMs);
      const last = await on('2026-11-29');
      expect(last.shift.handover?.toShiftId).toBe((await on('2026-11-30')).shift.id);
    });

    it('goes to nobody any more when the roster says so', async () => {
      await imported(noon, ...rosters(early, late));
      await imported(noon, ...rosters(early.replace(', handsOverTo: late', '')));
      expect((await on('2026-11-24', 'early')).shift.handover).toBeNull();
    });

    it('goes to nobody any more when that one is cancelled', async () => {
      await imported(noon, ...rosters(early, late));
      await imported(
        noon,
        ...rosters(early, late.replace('}', ', exceptions: [{date: 2026-11-24, cancelled: true}]}')),
      );
      expect((await on('2026-11-24', 'early')).shift.handover).toBeNull();
      expect((await on('2026-11-23', 'early')).shift.handover).not.toBeNull();
    });
  });

  it('calls nothing off when it is to plan fewer days ahead', async () => {
    const text = patrolZone(...rosters(night()));
    await desk.import(text.replace('planDays: 7', 'planDays: 14'), noon);
    expect(await plan(noon)).toMatchObject({ added: 15 });
    expect(await imported(noon, ...rosters(night(', minimum: 3')))).toEqual({ added: 0, changed: 15, cancelled: 0 });
    expect(await plan(noon + dayMs)).toEqual({ added: 0, changed: 0, cancelled: 0 });
    expect(await plan(noon + 8 * dayMs)).toMatchObject({ added: 1 });
  });

  it('follows, in the morning, the zone file that came in a moment ago', async () => {
    await imported(noon, ...rosters(night()));
    await desk.run(noon + dayMs, async (work) => {
      const before = { ...work.zone, patrols: { ...usualPatrolRules } };
      await planDay({ ...work, zone: before }, 'zone');
    });
    expect(await all()).toHaveLength(9);
  });

  it('plans hundreds of teams in several goes, soon after one another', async () => {
    const many = Array.from({ length: 40 }, (_, i) => night('', `N${i}`));
    expect((await imported(noon, ...rosters(...many))).added).toBe(104);
    const next = async (): Promise<number | undefined> =>
      (await desk.timers()).find(({ kind, subject }) => kind === 'shift_plan' && subject === 'zone')?.dueAt;
    expect(await next()).toBe(noon + 200);
    const added: number[] = [];
    for (let i = 1; i < 5; i += 1) added.push((await plan(noon + i * 200)).added);
    expect(added).toEqual([104, 104, 8, 0]);
    expect(await next()).toBe(shanghai('2026-11-23T06:00'));
  }, 60_000);

  it('leaves out who is no longer here', async () => {
    await imported(noon, ...rosters(night()));
    await desk.run(noon, async (work) => {
      const gone = (await work.tx.people.byCallSign('乙'))!;
      await work.tx.people.put({ ...gone, active: false });
      return gone.id satisfies PersonId;
    });
    expect(await plan(noon + dayMs)).toMatchObject({ changed: 4 });
    expect(await signs(await on('2026-11-25'))).toEqual(['甲']);
  });
});

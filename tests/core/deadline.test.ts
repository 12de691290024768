import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeadlineRules, DeadlineTerms, Pause } from '../../core/deadline.ts';
import {
  inWorkingDays,
  lateDays,
  sumDeadline,
  withExtension,
  withoutPause,
  withPause,
  withRework,
  zoneInstant,
} from '../../core/deadline.ts';
import { workingCalendar, workingDaysBetween } from '../../core/working-days.ts';

const timeZone = 'Asia/Shanghai';
const rules: DeadlineRules = { timeZone, calendar: workingCalendar(), workStart: '08:30', workEnd: '17:30' };
const at = (date: string, clock = '10:00'): number => zoneInstant(date, clock, timeZone);
const terms = (startAt: number, count: number, more: Partial<DeadlineTerms> = {}): DeadlineTerms => ({
  startAt,
  given: { unit: 'working_days', count },
  extensions: [],
  pauses: [],
  ...more,
});
const granted = (days: number): DeadlineTerms['extensions'][number] => ({
  why: 'granted',
  days,
  reason: '等配件',
  byId: null,
  at: 0,
});

describe('a deadline', () => {
  it('does not count the day on which it begins, and ends with the working hours', () => {
    const sum = sumDeadline(terms(at('2026-11-23'), 5), rules);
    expect(sum).toMatchObject({
      startDate: '2026-11-23',
      given: 5,
      dueDate: '2026-11-30',
      dueAt: at('2026-11-30', '17:30'),
    });
    expect(sum.notable).toEqual([
      { date: '2026-11-28', why: 'weekend', name: '' },
      { date: '2026-11-29', why: 'weekend', name: '' },
    ]);
  });

  it('passes over the National Day and counts the Saturday that makes up for it', () => {
    const sum = sumDeadline(terms(at('2026-09-30'), 3), rules);
    expect(sum.dueDate).toBe('2026-10-10');
    expect(sum.notable.filter(({ why }) => why === 'holiday')).toHaveLength(7);
    expect(sum.notable.at(-1)).toEqual({ date: '2026-10-10', why: 'makeup', name: '国庆节' });
  });

  it('begins on the zone’s day, not on the day of Greenwich', () => {
    // 23:30 in Shanghai on Sunday is 15:30 UTC: Monday is the first day.
    expect(sumDeadline(terms(at('2026-11-22', '23:30'), 1), rules).dueDate).toBe('2026-11-23');
    expect(sumDeadline(terms(at('2026-11-23', '00:10'), 1), rules).dueDate).toBe('2026-11-24');
  });

  it('moves by the days of an extension', () => {
    const sum = sumDeadline(withExtension(terms(at('2026-11-23'), 5), granted(3)), rules);
    expect(sum).toMatchObject({ given: 5, extended: 3, dueDate: '2026-12-03' });
  });

  it('moves by the working days on which the clock stood, and only by them', () => {
    const begun = terms(at('2026-11-23'), 5);
    const stopped = withPause(begun, 'asked', '台风', at('2026-11-25'));
    expect(sumDeadline(stopped, rules)).toMatchObject({ dueDate: null, dueAt: null });
    const running = withoutPause(stopped, at('2026-11-30'));
    expect(sumDeadline(running, rules)).toMatchObject({ paused: 3, dueDate: '2026-12-03' });
  });

  it('does not move for a stop within one day', () => {
    const running = withoutPause(
      withPause(terms(at('2026-11-23'), 5), 'asked', '', at('2026-11-24', '09:00')),
      at('2026-11-24', '15:00'),
    );
    expect(sumDeadline(running, rules)).toMatchObject({ paused: 0, dueDate: '2026-11-30' });
  });

  it('stays where it was when the clock is stopped after it', () => {
    const late = withPause(terms(at('2026-11-23'), 5), 'recheck', '', at('2026-12-02'));
    expect(sumDeadline(late, rules)).toMatchObject({ dueDate: '2026-11-30' });
    expect(lateDays({ dueDate: '2026-11-30' }, at('2026-12-02'), rules)).toBe(2);
  });

  it('stops once and runs once', () => {
    const once = withPause(terms(at('2026-11-23'), 5), 'asked', 'a', at('2026-11-24'));
    expect(withPause(once, 'recheck', 'b', at('2026-11-25'))).toBe(once);
    const running = withoutPause(once, at('2026-11-26'));
    expect(withoutPause(running, at('2026-11-27'))).toBe(running);
  });

  it('in hours runs around the clock, except in pauses', () => {
    const spot: DeadlineTerms = { ...terms(at('2026-11-28', '22:00'), 0), given: { unit: 'hours', count: 24 } };
    expect(sumDeadline(spot, rules)).toMatchObject({ unit: 'hours', dueAt: at('2026-11-29', '22:00') });
    const stopped = withPause(spot, 'asked', '', at('2026-11-29', '08:00'));
    expect(sumDeadline(stopped, rules)).toMatchObject({ dueAt: null });
    const running = withoutPause(stopped, at('2026-11-29', '10:00'));
    expect(sumDeadline(running, rules)).toMatchObject({ dueAt: at('2026-11-30', '00:00'), paused: 120 });
  });

  it('of hours becomes one of working days when it is extended', () => {
    const spot: DeadlineTerms = { ...terms(at('2026-11-24'), 0), given: { unit: 'hours', count: 24 } };
    const days = withExtension(inWorkingDays(spot, at('2026-11-23'), 5), granted(2));
    expect(sumDeadline(days, rules)).toMatchObject({
      unit: 'working_days',
      given: 5,
      extended: 2,
      dueDate: '2026-12-02',
    });
  });

  it('leaves time for what comes back, and adds nothing where there is enough', () => {
    const begun = terms(at('2026-11-23'), 5);
    const late = withRework(begun, 2, '没修好', at('2026-12-01'), rules);
    expect(late.extensions).toMatchObject([{ why: 'rework', days: 3 }]);
    expect(sumDeadline(late, rules).dueDate).toBe('2026-12-03');
    expect(withRework(begun, 2, '', at('2026-11-24'), rules)).toBe(begun);
  });

  /** Pauses in order that do not overlap, the last one closed too. */
  const pauses = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 * 24 }), { maxLength: 8 })
    .map((hours) => hours.sort((a, b) => a - b))
    .map((hours): Pause[] =>
      hours.slice(0, hours.length - (hours.length % 2)).flatMap((hour, i) =>
        i % 2 === 1
          ? []
          : [
              {
                why: 'asked',
                from: at('2026-09-01') + hour * 3_600_000,
                to: at('2026-09-01') + (hours[i + 1] ?? hour) * 3_600_000,
                reason: '',
              },
            ],
      ),
    );

  it('adds up: every day from start to due date is a working day that counted, or is named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 10 }), pauses, (count, more, stops) => {
        const given = terms(at('2026-09-01'), count, { extensions: [granted(more)], pauses: stops });
        const sum = sumDeadline(given, rules);
        const { dueDate } = sum;
        if (dueDate === null) throw new Error('no pause is open');
        const between = workingDaysBetween(rules.calendar, sum.startDate, dueDate);
        expect(between).toBe(sum.given + sum.extended + sum.paused);
        const length = Temporal.PlainDate.from(sum.startDate).until(dueDate, { largestUnit: 'day' }).days;
        const off = sum.notable.filter(({ why }) => why === 'weekend' || why === 'holiday').length;
        expect(length).toBe(sum.given + sum.extended + sum.paused + off);
        expect(rules.calendar.kindOf(dueDate).working).toBe(true);
      }),
    );
  });

  it('never comes sooner by an extension or a pause', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 10 }), pauses, (count, more, stops) => {
        const plain = sumDeadline(terms(at('2026-09-01'), count), rules).dueAt ?? 0;
        const stopped = sumDeadline(terms(at('2026-09-01'), count, { pauses: stops }), rules).dueAt ?? 0;
        const longer = sumDeadline(terms(at('2026-09-01'), count, { extensions: [granted(more)] }), rules).dueAt ?? 0;
        expect(stopped).toBeGreaterThanOrEqual(plain);
        expect(longer).toBeGreaterThan(plain);
      }),
    );
  });
});

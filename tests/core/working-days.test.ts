import { describe, expect, it } from 'vitest';
import { addWorkingDays, workingCalendar, workingDaysBetween } from '../../core/working-days.ts';

const calendar = workingCalendar();
const works = (date: string): boolean => calendar.kindOf(date).working;

describe('the working calendar', () => {
  it.each([
    ['2026-11-23', true, 'an ordinary Monday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-02-16', false, '除夕'],
    ['2026-02-14', true, 'a Saturday of 调休 before the Spring Festival'],
    ['2026-02-28', true, 'a Saturday of 调休 after it'],
    ['2026-10-10', true, 'a Saturday of 调休 after the National Day'],
    ['2026-10-07', false, 'the last day of the National Day holidays'],
    ['2026-10-08', true, 'the first working day after them'],
    ['2027-02-05', false, '除夕 2027'],
    ['2027-06-09', false, '端午 2027'],
    ['2027-09-15', false, '中秋 2027'],
  ])('knows %s: working %s, %s', (date, expected) => {
    expect(works(date)).toBe(expected);
  });

  it('has the lunar days of 2027 where the moon has them', () => {
    const lunar = (monthCode: string, day: number): string =>
      Temporal.PlainDate.from({ calendar: 'chinese', year: 2027, monthCode, day }).withCalendar('iso8601').toString();
    expect(calendar.kindOf(lunar('M01', 1)).name).toBe('春节');
    expect(calendar.kindOf(lunar('M05', 5)).name).toBe('端午节');
    expect(calendar.kindOf(lunar('M08', 15)).name).toBe('中秋节');
  });

  it('gives 2026 as many 调休 as the notice does', () => {
    const year = Array.from({ length: 365 }, (_, i) =>
      Temporal.PlainDate.from('2026-01-01').add({ days: i }).toString(),
    );
    expect(year.filter((date) => calendar.kindOf(date).why === 'makeup')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(year.filter((date) => calendar.kindOf(date).why === 'holiday')).toHaveLength(33);
  });

  it('believes the zone file more than itself', () => {
    const own = workingCalendar([
      { date: '2027-02-20', working: true, name: '春节' },
      { date: '2026-11-23', working: false, name: '台风' },
    ]);
    expect(own.kindOf('2027-02-20')).toEqual({ working: true, why: 'makeup', name: '春节' });
    expect(own.kindOf('2026-11-23')).toEqual({ working: false, why: 'holiday', name: '台风' });
  });

  it('counts forwards and backwards', () => {
    expect(addWorkingDays(calendar, '2026-11-27', 1)).toBe('2026-11-30');
    expect(addWorkingDays(calendar, '2026-11-30', -1)).toBe('2026-11-27');
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkingDays(calendar, '2026-11-28', 0)).toBe('2026-11-28');
    expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-12')).toBe(4);
    expect(workingDaysBetween(calendar, '2026-10-12', '2026-09-30')).toBe(-4);
    expect(workingDaysBetween(calendar, '2026-11-28', '2026-11-29')).toBe(0);
  });

  it('gives up on a calendar without working days instead of counting for ever', () => {
    const never = { kindOf: () => ({ working: false, why: 'holiday', name: '' }) as const };
    expect(() => addWorkingDays(never, '2026-01-01', 1)).toThrow(RangeError);
  });
});

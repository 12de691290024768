import { describe, expect, it } from 'vitest';
import { saidDay, saidDays } from '../../core/said-day.ts';

/** A Sunday. */
const sunday = '2026-11-22';
const said = (words: string, today = sunday): string | undefined =>
  saidDay(words, Temporal.PlainDate.from(today))?.toString();

describe('a day that words name', () => {
  it('is reckoned from today', () => {
    expect(said('今晚来不了')).toBe('2026-11-22');
    expect(said('我明天请假')).toBe('2026-11-23');
    expect(said('后天')).toBe('2026-11-24');
    expect(said('大后天')).toBe('2026-11-25');
    expect(said('cannot come tonight')).toBe('2026-11-22');
    expect(said('Tomorrow please')).toBe('2026-11-23');
  });

  it('is the next such weekday, today included', () => {
    expect(said('周三我请假')).toBe('2026-11-25');
    expect(said('星期天')).toBe('2026-11-22');
    expect(said('礼拜日', '2026-11-23')).toBe('2026-11-29');
    expect(said('周末', '2026-11-24')).toBe('2026-11-28');
    expect(said('on Friday')).toBe('2026-11-27');
    expect(said('Wed or so')).toBe('2026-11-25');
  });

  it('is of the week that is named', () => {
    expect(said('下周三')).toBe('2026-11-25');
    expect(said('下周三', '2026-11-23')).toBe('2026-12-02');
    expect(said('这周三', '2026-11-27')).toBe('2026-11-25');
    expect(said('next monday', '2026-11-25')).toBe('2026-11-30');
  });

  it('is the next such date', () => {
    expect(said('28号')).toBe('2026-11-28');
    expect(said('3号')).toBe('2026-12-03');
    expect(said('３１日')).toBe('2026-12-31');
    expect(said('1月2日')).toBe('2027-01-02');
    expect(said('11月22号')).toBe('2026-11-22');
    expect(said('2月29日')).toBe('2028-02-29');
    expect(said('25 Nov')).toBe('2026-11-25');
    expect(said('by December 3rd')).toBe('2026-12-03');
    expect(said('the 1st of May')).toBe('2027-05-01');
  });

  it('of several all are found', () => {
    const today = Temporal.PlainDate.from(sunday);
    expect(saidDays('周四周五对换，周四也行', today)).toEqual(['2026-11-26', '2026-11-27']);
    expect(saidDays('12月1日与李强互换', today)).toEqual(['2026-12-01']);
    expect(saidDays('跟老李换个班', today)).toEqual([]);
  });

  it('is none where none is named, or where there is no such day', () => {
    for (const words of [
      '',
      '来不了',
      '2月30日',
      '13月1日',
      '0号',
      '32号',
      '上班',
      'we sat down',
      'the money',
      'sunny',
      'Feb 30',
    ])
      expect(said(words)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { saidShift } from '../../core/said-shift.ts';

const now = Date.parse('2026-11-22T18:00+08:00');
const said = (words: string, at = now): [string, string, string] | null => {
  const shift = saidShift(words, at, 'Asia/Shanghai');
  if (shift === null) return null;
  const clock = (instant: number): string =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString();
  return [clock(shift.startsAt), clock(shift.endsAt), shift.rest];
};

describe('a duty that somebody announces', () => {
  it('tonight from–to, with the people and places behind it', () => {
    expect(said('今晚20:00-23:00 西01 西02 渡口')).toEqual([
      '2026-11-22T20:00:00',
      '2026-11-22T23:00:00',
      '西01 西02 渡口',
    ]);
    expect(said('今晚8点到11点半 老李')).toEqual(['2026-11-22T20:00:00', '2026-11-22T23:30:00', '老李']);
  });

  it('over midnight, on another day, in full-width figures', () => {
    expect(said('明晚２３：００～２：００')).toEqual(['2026-11-23T23:00:00', '2026-11-24T02:00:00', '']);
    expect(said('11月28日 19:30–次日1:00 夜市')).toEqual(['2026-11-28T19:30:00', '2026-11-29T01:00:00', '夜市']);
    expect(said('1月2日 8:00-12:00')).toEqual(['2027-01-02T08:00:00', '2027-01-02T12:00:00', '']);
    expect(said('2月29日 20:00-23:00', Date.parse('2028-01-05T08:00Z'))?.[0]).toBe('2028-02-29T20:00:00');
  });

  it('with the words of the day in front of the hours', () => {
    expect(said('周五下午2点到5点半')?.slice(0, 2)).toEqual(['2026-11-27T14:00:00', '2026-11-27T17:30:00']);
    expect(said('28号晚上11点到2点')?.slice(0, 2)).toEqual(['2026-11-28T23:00:00', '2026-11-29T02:00:00']);
    expect(said('晚上9点到12点半')?.slice(0, 2)).toEqual(['2026-11-22T21:00:00', '2026-11-23T00:30:00']);
    expect(said('今晚1点到3点')?.slice(0, 2)).toEqual(['2026-11-23T01:00:00', '2026-11-23T03:00:00']);
    expect(said('明晚12点到2点')?.slice(0, 2)).toEqual(['2026-11-24T00:00:00', '2026-11-24T02:00:00']);
    expect(said('明天凌晨1点到3点')?.slice(0, 2)).toEqual(['2026-11-23T01:00:00', '2026-11-23T03:00:00']);
    expect(said('明天上午9点到下午1点')?.slice(0, 2)).toEqual(['2026-11-23T09:00:00', '2026-11-23T13:00:00']);
    expect(said('今晚20:00-24:00')?.slice(0, 2)).toEqual(['2026-11-22T20:00:00', '2026-11-23T00:00:00']);
    expect(said('今晚20:00-8:00')?.slice(0, 2)).toEqual(['2026-11-22T20:00:00', '2026-11-23T08:00:00']);
  });

  it('in English', () => {
    expect(said('tomorrow 20:00 to 23:00')).toEqual(['2026-11-23T20:00:00', '2026-11-23T23:00:00', '']);
    expect(said('friday 8pm until 11pm Li')).toEqual(['2026-11-27T20:00:00', '2026-11-27T23:00:00', 'Li']);
    expect(said('tonight 8-11 E01')).toEqual(['2026-11-22T20:00:00', '2026-11-22T23:00:00', 'E01']);
  });

  it('is none without from and to, when it is past, or no time at all', () => {
    expect(said('今晚加一班')).toBeNull();
    expect(said('今天8:00-12:00')).toBeNull();
    expect(said('这周三20:00-23:00')).toBeNull();
    expect(said('25:00-26:00')).toBeNull();
    expect(said('2月30日 20:00-23:00')).toBeNull();
  });
});

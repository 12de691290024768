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

  it('in English', () => {
    expect(said('tomorrow 20:00 to 23:00')).toEqual(['2026-11-23T20:00:00', '2026-11-23T23:00:00', '']);
  });

  it('is none without from and to, when it is past, or no time at all', () => {
    expect(said('今晚加一班')).toBeNull();
    expect(said('今天8:00-12:00')).toBeNull();
    expect(said('25:00-26:00')).toBeNull();
    expect(said('2月30日 20:00-23:00')).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf, zoneDate, zoneTime } from '../../core/zone-time.ts';

const at = (iso: string): number => Date.parse(iso);

describe("the zone's time", () => {
  it('shows date, minute and second on the zone’s clocks', () => {
    expect(zoneTime(at('2026-11-22T06:02:31.999Z'), 'Asia/Shanghai')).toEqual({
      date: '2026-11-22',
      year: 2026,
      month: 11,
      day: 22,
      clock: '14:02',
      clockWithSeconds: '14:02:31',
    });
  });

  it('turns the day at the zone’s midnight, not at that of UTC', () => {
    expect(zoneDate(at('2026-11-22T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-11-22');
    expect(zoneDate(at('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
    expect(zoneTime(at('2026-11-22T16:00:00Z'), 'Asia/Shanghai').clockWithSeconds).toBe('00:00:00');
    expect(zoneTime(at('2026-12-31T16:00:00Z'), 'Asia/Shanghai')).toMatchObject({ year: 2027, month: 1, day: 1 });
  });

  it('knows leap days', () => {
    expect(zoneDate(at('2028-02-28T16:30:00Z'), 'Asia/Shanghai')).toBe('2028-02-29');
    expect(zoneDate(at('2028-02-29T16:00:00Z'), 'Asia/Shanghai')).toBe('2028-03-01');
    expect(zoneDate(at('2027-02-28T16:00:00Z'), 'Asia/Shanghai')).toBe('2027-03-01');
  });

  it('follows a zone whose clocks change', () => {
    expect(zoneTime(at('2026-03-29T00:59:59Z'), 'Europe/Berlin').clock).toBe('01:59');
    expect(zoneTime(at('2026-03-29T01:00:00Z'), 'Europe/Berlin').clock).toBe('03:00');
  });

  it('refuses a time zone that is none', () => {
    expect(() => zoneTime(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a length of time', () => {
  it('is told in hours, minutes and seconds that add up again', () => {
    expect(spanOf(3_725_999)).toEqual({ hours: 1, minutes: 2, seconds: 5 });
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), (milliseconds) => {
        const { hours, minutes, seconds } = spanOf(milliseconds);
        expect(hours * 3600 + minutes * 60 + seconds).toBe(Math.floor(milliseconds / 1000));
        expect(Math.max(minutes, seconds)).toBeLessThan(60);
      }),
    );
  });

  it('is nothing when clocks disagree', () => {
    expect(spanOf(-5)).toEqual({ hours: 0, minutes: 0, seconds: 0 });
  });
});

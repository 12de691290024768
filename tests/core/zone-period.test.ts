import { describe, expect, it } from 'vitest';
import { zoneMonth, zonePeriod } from '../../core/zone-period.ts';

const zone = 'Asia/Shanghai';

describe('a month or a year on the zone’s calendar', () => {
  it('begins at midnight in the zone, and the next one follows without a gap', () => {
    const november = zonePeriod('2026-11', zone);
    expect(november?.from).toBe(Date.parse('2026-11-01T00:00+08:00'));
    expect(november?.to).toBe(zonePeriod('2026-12', zone)?.from);
    expect(november).toMatchObject({ before: '2026-10', after: '2026-12' });
  });

  it('knows the years around a month and around itself', () => {
    expect(zonePeriod('2027-01', zone)).toMatchObject({ before: '2026-12', after: '2027-02' });
    expect(zonePeriod('2026', zone)).toMatchObject({ before: '2025', after: '2027' });
    expect(zonePeriod('2026', zone)?.to).toBe(Date.parse('2027-01-01T00:00+08:00'));
  });

  it('takes a month in which the clocks change as long as it is', () => {
    const march = zonePeriod('2027-03', 'Europe/Berlin');
    expect((march?.to ?? 0) - (march?.from ?? 0)).toBe((31 * 24 - 1) * 3_600_000);
  });

  it('is none for anything else', () => {
    for (const name of ['', '2026-13', '2026-00', '1999-01', '2026-1', '2026-11-01', '２０２６'])
      expect(zonePeriod(name, zone)).toBeNull();
  });

  it('an instant just after midnight is of the new month', () => {
    expect(zoneMonth(Date.parse('2026-11-30T23:59:59+08:00'), zone)).toBe('2026-11');
    expect(zoneMonth(Date.parse('2026-12-01T00:00+08:00'), zone)).toBe('2026-12');
  });
});

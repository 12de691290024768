import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drillScore, scoredParts, scoreRules, type Measured } from '../../core/drill-score.ts';

const minute = 60_000;
const perfect: Measured = {
  spans: new Map([
    ['report_to_confirm', 20_000],
    ['confirm_to_orders', 10_000],
    ['orders_to_first_accept', 5_000],
    ['orders_to_seats_full', 40_000],
    ['orders_to_first_on_scene', 5 * minute],
  ]),
  seats: { filled: 3, of: 3 },
  safe: { filled: 3, of: 3 },
};

describe("a drill's score", () => {
  it('is made of parts that add up to a hundred', () => {
    expect(scoredParts.reduce((sum, part) => sum + scoreRules[part].of, 0)).toBe(100);
    expect(drillScore(perfect).total).toBe(100);
  });

  it('is nothing when nothing came to pass', () => {
    const nothing = { spans: new Map<string, number>(), seats: { filled: 0, of: 3 }, safe: { filled: 0, of: 0 } };
    expect(drillScore(nothing).total).toBe(0);
  });

  it('loses points evenly between in time and too late', () => {
    const half = new Map(perfect.spans).set('report_to_confirm', 3 * minute);
    const confirm = drillScore({ ...perfect, spans: half }).parts.find(({ part }) => part === 'confirm');
    expect(confirm).toMatchObject({ points: 8, of: 15, by: 'time', milliseconds: 180_000 });
  });

  it('counts the share of seats filled', () => {
    const seats = drillScore({ ...perfect, seats: { filled: 2, of: 3 } }).parts.find(({ part }) => part === 'seats');
    expect(seats).toEqual({ part: 'seats', points: 17, of: 25, by: 'share', filled: 2, needed: 3 });
  });

  it('is a whole number from 0 to 100, the sum of its parts, whatever was measured', () => {
    const share = fc.record({ filled: fc.nat({ max: 50 }), of: fc.nat({ max: 50 }) });
    const spans = fc.dictionary(fc.constantFrom(...perfect.spans.keys()), fc.nat({ max: 24 * 60 * minute }));
    fc.assert(
      fc.property(spans, share, share, (took, seats, safe) => {
        const { total, parts } = drillScore({ spans: new Map(Object.entries(took)), seats, safe });
        expect(Number.isInteger(total)).toBe(true);
        expect(total).toBe(parts.reduce((sum, { points }) => sum + points, 0));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
      }),
    );
  });
});

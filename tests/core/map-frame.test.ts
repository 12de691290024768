import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapFrame, pushApart, scaleMetres } from '../../core/map-frame.ts';

const sheet = { width: 984, height: 660, margin: 46 };
const here = { lat: 28.905, lon: 120.055 };

describe('a piece of the earth on a sheet', () => {
  it('has north up, east to the right, and everything inside the margin', () => {
    const places = [here, { lat: 28.915, lon: 120.055 }, { lat: 28.905, lon: 120.075 }];
    const { spotOf } = mapFrame(places, sheet);
    const [south, north, east] = places.map(spotOf);
    expect(north?.y).toBeLessThan(south?.y ?? 0);
    expect(east?.x).toBeGreaterThan(south?.x ?? 0);
    for (const { x, y } of places.map(spotOf)) {
      expect(x).toBeGreaterThanOrEqual(sheet.margin - 0.01);
      expect(x).toBeLessThanOrEqual(sheet.width - sheet.margin + 0.01);
      expect(y).toBeGreaterThanOrEqual(sheet.margin - 0.01);
      expect(y).toBeLessThanOrEqual(sheet.height - sheet.margin + 0.01);
    }
  });

  it('is equally long in every direction: a kilometre north is as far as one east', () => {
    const { spotOf, perMetre } = mapFrame([here, { lat: 28.925, lon: 120.085 }], sheet);
    const [from, north] = [spotOf(here), spotOf({ lat: here.lat + 1_000 / 111_195, lon: here.lon })];
    const east = spotOf({ lat: here.lat, lon: here.lon + 1_000 / (111_195 * Math.cos((here.lat * Math.PI) / 180)) });
    expect(from.y - north.y).toBeCloseTo(1_000 * perMetre, 1);
    expect((east.x - from.x) / (1_000 * perMetre)).toBeCloseTo(1, 2);
  });

  it('puts a single place into the middle, and not as large as a house', () => {
    const { spotOf, perMetre } = mapFrame([here], sheet);
    expect(spotOf(here)).toEqual({ x: 492, y: 330 });
    expect(perMetre).toBeLessThan(3);
  });
});

describe('spots that lie on each other', () => {
  it('are pushed apart and stay on the sheet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: 300, max: 340 }), y: fc.integer({ min: 300, max: 340 }) }), {
          minLength: 2,
          maxLength: 12,
        }),
        (spots) => {
          const moved = pushApart(spots, 30, sheet);
          for (const [i, a] of moved.entries()) {
            expect(a.x).toBeGreaterThanOrEqual(sheet.margin);
            for (const b of moved.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(24);
          }
        },
      ),
    );
  });

  it.each([60, 120])('along a straight road, %i of them, find room beside it', (count) => {
    const apart = 22;
    const spots = Array.from({ length: count }, (_, at) => ({ x: 46 + (at * 892) / (count - 1), y: 330 }));
    const moved = pushApart(spots, apart, sheet);
    for (const [i, a] of moved.entries())
      for (const b of moved.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(apart * 0.9);
  });

  it('stay where they are when there is room', () => {
    const spots = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ];
    expect(pushApart(spots, 36, sheet)).toEqual(spots);
  });
});

it('a scale has a round length', () => {
  expect([999, 1_000, 430, 219, 7_000].map(scaleMetres)).toEqual([500, 1_000, 200, 200, 5_000]);
});

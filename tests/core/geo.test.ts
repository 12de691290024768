import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, boxContains, distanceMetres, gcj02ToWgs84, travelSeconds, wgs84ToGcj02 } from '../../core/geo.ts';

const centre = { lat: 28.905, lon: 120.055 };
const inChina = fc.record({
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
  lon: fc.double({ min: 74, max: 134, noNaN: true }),
});
const anywhere = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  it('agrees with known distances', () => {
    expect(distanceMetres(centre, centre)).toBe(0);
    // One degree of a meridian on a sphere of the mean radius.
    expect(distanceMetres({ lat: 28, lon: 120 }, { lat: 29, lon: 120 })).toBeCloseTo(111_195, 0);
    // Beijing, Tiananmen to Shanghai, the Bund: 1,067 km.
    const far = distanceMetres({ lat: 39.9087, lon: 116.3975 }, { lat: 31.2397, lon: 121.4905 });
    expect(far / 1000).toBeGreaterThan(1_062);
    expect(far / 1000).toBeLessThan(1_072);
  });

  it('is the same in both directions and never more than half the earth', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const there = distanceMetres(a, b);
        expect(there).toBeCloseTo(distanceMetres(b, a), 6);
        expect(there).toBeLessThanOrEqual(20_015_200);
      }),
    );
  });

  it('is half the earth between opposite points, not NaN', () => {
    expect(distanceMetres({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20_015_114, 0);
  });
});

describe('the box around a circle', () => {
  it('misses nobody inside the circle, anywhere on earth', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 50_000 }), anywhere, (middle, radius, other) => {
        const near = {
          lat: Math.max(-90, Math.min(90, middle.lat + other.lat / 200)),
          lon: middle.lon + other.lon / 200,
        };
        if (near.lon < -180 || near.lon > 180) return;
        if (distanceMetres(middle, near) <= radius) expect(boxContains(boxAround(middle, radius), near)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is tight in the middle latitudes', () => {
    const box = boxAround(centre, 1_000);
    expect(distanceMetres(centre, { lat: box.north, lon: centre.lon })).toBeCloseTo(1_000, 3);
    expect(distanceMetres({ lat: centre.lat, lon: box.west }, { lat: centre.lat, lon: box.east })).toBeCloseTo(
      2_000,
      0,
    );
  });

  it('takes every longitude near a pole and at the 180th meridian', () => {
    expect(boxAround({ lat: 89.999, lon: 10 }, 1_000)).toMatchObject({ north: 90, west: -180, east: 180 });
    expect(boxAround({ lat: 0, lon: 179.999 }, 1_000)).toMatchObject({ west: -180, east: 180 });
  });
});

describe('travel time', () => {
  const ebike = { kmPerHour: 20, detourPercent: 30, setOffSeconds: 120 };

  it('counts setting off, the longer road and the speed', () => {
    const kilometreNorth = { lat: centre.lat + 1 / 111.195, lon: centre.lon };
    expect(travelSeconds(centre, kilometreNorth, ebike)).toBe(120 + 234);
  });

  it('is the setting off alone for somebody who is there', () => {
    expect(travelSeconds(centre, centre, ebike)).toBe(120);
  });
});

describe('GCJ-02', () => {
  it('agrees with the published test vector', () => {
    const shifted = wgs84ToGcj02({ lat: 31.1774276, lon: 121.5272106 });
    expect(shifted.lat).toBeCloseTo(31.17530398364597, 12);
    expect(shifted.lon).toBeCloseTo(121.531541859215, 12);
  });

  it('comes back to where it started, to the millimetre', () => {
    fc.assert(
      fc.property(inChina, (position) => {
        expect(distanceMetres(gcj02ToWgs84(wgs84ToGcj02(position)), position)).toBeLessThan(0.001);
      }),
    );
  });

  it('shifts by some hundred metres inside the mainland and not at all outside', () => {
    const shift = distanceMetres(centre, wgs84ToGcj02(centre));
    expect(shift).toBeGreaterThan(100);
    expect(shift).toBeLessThan(1_000);
    const berlin = { lat: 52.52, lon: 13.405 };
    expect(wgs84ToGcj02(berlin)).toEqual(berlin);
    expect(gcj02ToWgs84(berlin)).toEqual(berlin);
  });

  it('leaves the given position untouched', () => {
    const position = Object.freeze({ ...centre });
    expect(wgs84ToGcj02(position)).not.toBe(position);
    expect(position).toEqual(centre);
  });
});

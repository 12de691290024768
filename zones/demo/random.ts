import type { Position } from '../../core/message.ts';

/** Chance with a fixed seed, so that the demo zone comes out the same on every machine. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** Whole, both ends included. */
  int(min: number, max: number): number;
  pick<Value>(list: readonly Value[]): Value;
  /** `count` different values, in chance order. */
  some<Value>(list: readonly Value[], count: number): Value[];
  /** Somewhere around a position: most within `metres`, none beyond three times that. */
  near(centre: Position, metres: number): Position;
}

const metresPerDegree = 111_195;

/** A mulberry32 sequence: small, even, and the same everywhere. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <Value>(list: readonly Value[]): Value => {
    const value = list[int(0, list.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  const some = <Value>(list: readonly Value[], count: number): Value[] => {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)).flat();
  };
  // The sum of three even throws is bell-shaped and, unlike the real bell, ends.
  const throwMetres = (metres: number): number => (next() + next() + next() - 1.5) * 2 * metres;
  const near = (centre: Position, metres: number): Position => ({
    lat: centre.lat + throwMetres(metres) / metresPerDegree,
    lon: centre.lon + throwMetres(metres) / (metresPerDegree * Math.cos((centre.lat * Math.PI) / 180)),
  });
  return { next, int, pick, some, near };
}

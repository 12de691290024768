import { describe, expect, it } from 'vitest';
import { unclear, walkAt } from '../../core/point-clues.ts';
import { checkInOf, minute, nightAt, pointPlace, walkPast } from '../support/check-in-factory.ts';

const route = Array.from({ length: 30 }, (_, at) =>
  pointPlace(`P-${String(at + 1)}`, `${String(at + 1)}号杆`, at * 400),
);

/** What is offered on a walk of thirty points, of which these were seen, ten minutes apart. */
function offered(seen: readonly number[], first: readonly number[] = []): readonly number[] {
  const points = walkPast(route, Object.fromEntries(seen.map((n) => [n, { state: 'seen' as const }])));
  const checkIns = seen.map((n, at) => checkInOf({ n, at: nightAt + at * 10 * minute }));
  const known = { kind: 'patrol' as const, points, checkIns, places: route, radiusMetres: 80 };
  const which = unclear(walkAt(known, nightAt + 300 * minute), first);
  return which.kind === 'unclear' ? which.choices : [];
}

describe('which point it may have been', () => {
  it('is first the one that is expected, then what is near it, and at last what was left out long before', () => {
    expect(offered([3, 10, 20])).toEqual([21, 22, 19, 23, 1, 2]);
  });

  it('is near the one that is expected where nothing was left out', () => {
    expect(offered([1, 2, 3, 4, 5])).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('is what was named before all', () => {
    expect(offered([3, 10, 20], [28, 29])).toEqual([28, 29, 21, 22, 1, 2]);
  });
});

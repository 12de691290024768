import { distanceMetres } from './geo.ts';
import type { Position } from './message.ts';
import { these, unclear, type PointClues, type Walk, type WhichPoint } from './point-clues.ts';
import type { ShiftPoint } from './shift.ts';

/** Between two points the position is at one when the other is so much farther. */
const nearerBy = 0.6;
/** A position beside every point still speaks for the nearest, within so many radii. */
const besideRadii = 3;
/** No phone is trusted to be farther off than that, whatever it says. */
const mostAccuracyMetres = 200;

/** The point that a position is at. @param among only one of these can be meant; null: any */
export function pointByPosition(
  { position }: PointClues,
  walk: Walk,
  among: readonly number[] | null,
): WhichPoint | null {
  if (position === null) return null;
  const places = new Map(walk.places.map((place) => [place.id, place]));
  const near = walk.points
    .flatMap(({ n, placeId, state }) => {
      const there = placeId === null ? null : (places.get(placeId)?.position ?? null);
      if (there === null || (among !== null && !among.includes(n))) return [];
      return [{ n, open: state === 'open', metres: distanceMetres(position, there) }];
    })
    .toSorted((a, b) => a.metres - b.metres);
  const [first, second] = near;
  if (first === undefined) return null;
  const radius = Math.max(walk.radiusMetres, Math.min(position.accuracyMetres ?? 0, mostAccuracyMetres));
  const clear = second === undefined || second.metres > radius * 1.5 || first.metres < second.metres * nearerBy;
  if (first.metres <= radius) {
    if (clear) return these([first.n], 'position', 'said');
    const within = near.filter(({ metres }) => metres <= radius * 1.5);
    return (
      between(within, walk) ??
      unclear(
        walk,
        within.map(({ n }) => n),
      )
    );
  }
  if (first.metres > radius * besideRadii || !clear) return null;
  return these([first.n], 'position', 'likely');
}

/** Two points are as near: the one that is expected, else the only one that is still open. */
function between(within: readonly { n: number; open: boolean }[], { expected }: Walk): WhichPoint | null {
  const next = within.find(({ n }) => expected.length === 1 && expected[0]?.n === n);
  const open = within.filter((point) => point.open);
  const chosen = next ?? (open.length === 1 ? open[0] : undefined);
  return chosen === undefined ? null : these([chosen.n], 'position', 'likely');
}

/** A position that is nowhere near speaks against the one that was expected. */
export function isElsewhere(position: Position, next: ShiftPoint, { places, radiusMetres }: Walk): boolean {
  const there = places.find(({ id }) => id === next.placeId)?.position ?? null;
  return there !== null && distanceMetres(position, there) > radiusMetres * besideRadii;
}

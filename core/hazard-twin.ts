import type { HazardKind } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { distanceMetres } from './geo.ts';
import { isOtherHouse } from './hazard-draft.ts';
import type { Hazard } from './hazard.ts';
import type { HazardId, PlaceId } from './ids.ts';
import type { Position } from './message.ts';
import type { HazardRules } from './zone/hazard-rules.ts';

/** A telling that may be about a hazard that is known. */
export interface HazardTelling {
  kinds: readonly HazardKind[];
  placeId: PlaceId | null;
  placeWords: string;
  /** Known for certain: see `hazardPosition` in core/hazard-owner.ts. */
  position: Position | null;
  at: Instant;
}

/** `same`: it joins as "also seen". `maybe`: a human is asked. */
export interface Twin {
  hazard: Hazard;
  sure: 'same' | 'maybe';
  /** Null when one of the two has no position. */
  metres: number | null;
}

/** How far apart the pictures of two hazards look, in bits of a perceptual hash; null: nothing to compare. */
export type PhotoDistance = (other: HazardId) => number | null;

/** Spaces and marks apart, the same words for a place; a bare name of a village is no such words: it has no number. */
function samePlaceWords(a: string, b: string): boolean {
  const plain = (words: string): string => words.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');
  return plain(a) === plain(b) && /\p{N}/u.test(plain(a));
}

type Likeness = Pick<Twin, 'sure' | 'metres'>;

function likeness(hazard: Hazard, telling: HazardTelling, rules: Pick<HazardRules, 'sameMetres'>): Likeness | null {
  if (hazard.position !== null && telling.position !== null) {
    const metres = distanceMetres(hazard.position, telling.position);
    return metres <= rules.sameMetres ? { sure: 'same', metres } : null;
  }
  const samePlace = hazard.placeId !== null && hazard.placeId === telling.placeId;
  if (!samePlace || isOtherHouse(hazard, telling)) return null;
  return { sure: samePlaceWords(hazard.placeWords, telling.placeWords) ? 'same' : 'maybe', metres: null };
}

/**
 * The open hazard that a telling is about: the same kind, recent, and within a few steps (or in the same numbered house). In a
 * large place without positions it is only a "maybe". A similar picture makes a maybe, too: pictures of two extinguishers
 * look alike. Of several the surest and nearest wins.
 * @param candidates open hazards near by, as `HazardReads.near` finds them
 */
export function findTwin(
  candidates: readonly Hazard[],
  telling: HazardTelling,
  rules: Pick<HazardRules, 'sameMetres' | 'sameDays'>,
  photos?: { distance: PhotoDistance; atMost: number },
): Twin | null {
  const since = telling.at - rules.sameDays * 86_400_000;
  const twins = candidates.flatMap((hazard): Twin[] => {
    if (hazard.state === 'closed' || hazard.reportedAt < since) return [];
    const shared = telling.kinds.filter((kind) => hazard.kinds.includes(kind));
    if (shared.length === 0) return [];
    const like = likeness(hazard, telling, rules);
    if (like !== null && shared.some((kind) => kind !== 'other')) return [{ hazard, ...like }];
    // "Other" is no kind: two of them at the same spot may be anything, and a human looks.
    if (like?.sure === 'same') return [{ hazard, ...like, sure: 'maybe' }];
    const bits = photos?.distance(hazard.id) ?? null;
    return bits !== null && bits <= (photos?.atMost ?? 0) ? [{ hazard, sure: 'maybe', metres: null }] : [];
  });
  const rank = ({ sure, metres }: Twin): number => (sure === 'same' ? 0 : 1_000_000) + (metres ?? 500_000);
  return twins.sort((a, b) => rank(a) - rank(b) || a.hazard.reportedAt - b.hazard.reportedAt)[0] ?? null;
}

/** What a dispute is about: the words for each kind that are found, and how like each kind the whole message is. */
import type { DisputeKind } from '../../catalogue.ts';
import { disputeKindShares } from '../likeness/likeness.ts';
import { loud, wordPieces } from '../likeness/pieces.ts';
import type { Piece } from '../likeness/pieces.ts';
import type { Cue } from './cue.ts';
import { harmCues } from './harm-cues.ts';
import { homeCues } from './home-cues.ts';
import { moneyCues } from './money-cues.ts';
import { placeCues } from './place-cues.ts';
import { workCues } from './work-cues.ts';

/** A kind that words speak for; `start` and `end` are places in the plain text of those that speak most for it. */
export interface LikelyKind {
  readonly kind: DisputeKind;
  /** How plainly words name it: 5 and more says it outright, 0 names nothing. */
  readonly weight: number;
  /** How likely it is, of all kinds; the shares sum to 1. */
  readonly share: number;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly kind: DisputeKind;
  readonly name: string;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

const all = Object.entries({ ...workCues, ...moneyCues, ...homeCues, ...placeCues, ...harmCues }) as (readonly [
  DisputeKind,
  readonly Cue[],
])[];

function cuesIn(plain: string): Found[] {
  const found: Found[] = [];
  for (const [kind, cues] of all) {
    for (const [place, cue] of cues.entries()) {
      const match = cue.words.exec(plain);
      if (match === null) continue;
      const end = match.index + match[0].length;
      found.push({ kind, name: `${kind}.${place}`, weight: cue.weight, start: match.index, end });
    }
  }
  return found;
}

/** A cue counts as so many pieces for each of its weight: it says more than three letters do. */
const loudness = 3;

function piecesOf(plain: string, found: readonly Found[]): Piece[] {
  return [...wordPieces(plain), ...found.flatMap((cue) => loud(cue.name, cue.weight * loudness, cue))];
}

/** What kinds are learned by: the pieces of the words, and the cues that are found in them. */
export function kindPieces(plain: string): Piece[] {
  return piecesOf(plain, cuesIn(plain));
}

/** Kinds less likely than this are not worth naming. */
const least = 0.04;

/** Every kind that is likely at all, the likeliest first. */
export function likelyKinds(plain: string): LikelyKind[] {
  const found = cuesIn(plain);
  const kinds: LikelyKind[] = [];
  for (const [kind, share] of disputeKindShares(piecesOf(plain, found))) {
    const own = found.filter((one) => one.kind === kind);
    if (share < least && own.length === 0) continue;
    const [first] = own.sort((a, b) => b.weight - a.weight);
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    kinds.push({ kind, weight, share, start: first?.start ?? 0, end: first?.end ?? Math.min(plain.length, 24) });
  }
  return kinds.sort((a, b) => b.share - a.share);
}

/** How a kind of dispute is recognised: words that speak for it, each with a weight, added up. */
import type { DisputeKind } from '../../catalogue.ts';
import { oneOf } from '../one-of.ts';

/** Words that speak for a kind: 5 and more says it outright, 3 is usual for it, 1 only helps. */
export interface Cue {
  readonly weight: number;
  readonly words: RegExp;
}

/** The cues of some kinds; of each cue only its first occurrence counts. */
export type Cues = Readonly<Partial<Record<DisputeKind, readonly Cue[]>>>;

/** A cue from its ways of saying. */
export function cue(weight: number, ...ways: readonly string[]): Cue {
  return { weight, words: oneOf(...ways) };
}

/** How danger is written down: a kind of incident and the words in which people report it. */
import type { IncidentKind } from '../../catalogue.ts';
import { oneOf } from '../one-of.ts';

/**
 * Ways of saying that something is happening. Without `needs` the words stand on their own; with `now` something beside
 * them must say here and now; with `victim` somebody it happens to, or a cry for help, must be named.
 */
export interface DangerSign {
  /** `any` when the words tell of danger without its kind. */
  readonly kind: IncidentKind | 'any';
  /** Global: a sign may be denied at one place and stand at the next. */
  readonly words: RegExp;
  /** What the same words also say when there is no danger. */
  readonly unless?: RegExp;
  readonly needs?: 'now' | 'victim';
}

/** Words that stand on their own. */
export function sure(kind: DangerSign['kind'], ways: readonly string[], unless?: RegExp): DangerSign {
  return { kind, words: new RegExp(oneOf(...ways), 'g'), ...(unless === undefined ? {} : { unless }) };
}

/** Words that need something beside them. */
export function needing(
  needs: 'now' | 'victim',
  kind: DangerSign['kind'],
  ways: readonly string[],
  unless?: RegExp,
): DangerSign {
  return { ...sure(kind, ways, unless), needs };
}

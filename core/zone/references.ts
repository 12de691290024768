import type { UnknownCode, ZoneIssue, ZonePath } from './fault.ts';
import { nearest } from './nearest.ts';

/** What there is, by key, and where it stands in the file. */
export type Keys = Map<string, ZonePath>;

/** Guessing what was meant costs a look at every known word, so only the first errors get a guess. */
const guesses = 50;

/** Collects errors between the entries of a file. */
export class References {
  readonly issues: ZoneIssue[] = [];

  /** Says so when a key was there before. */
  unique(seen: Keys, value: string, path: ZonePath): void {
    const first = seen.get(value);
    if (first === undefined) seen.set(value, path);
    else this.issues.push({ severity: 'error', path, code: 'duplicate', value, first });
  }

  /** Says so when a reference leads nowhere. */
  exists(code: UnknownCode, known: ReadonlyMap<string, ZonePath>, value: string, path: ZonePath): void {
    if (known.has(value)) return;
    const guess = this.issues.length < guesses ? nearest(value, known.keys()) : null;
    this.issues.push({ severity: 'error', path, code, value, nearest: guess });
  }
}

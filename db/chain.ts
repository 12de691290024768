import { hash } from 'node:crypto';
import type { ChainedEntry, TraceEntry } from '../core/ports/trace.ts';

/** The hash that a chain begins with. */
export const chainStart = '';

/** The end of a chain: how many entries it has and the last one's hash. */
export interface ChainEnd {
  n: number;
  hash: string;
}

/** Hangs an entry on the end of its chain. */
export function chained(entry: TraceEntry, end: ChainEnd): ChainedEntry {
  const n = end.n + 1;
  return { ...entry, n, previousHash: end.hash, hash: hashOf(entry, n, end.hash) };
}

/** Why an entry does not fit behind the one before it; null when it does. */
export function misfit(entry: ChainedEntry, end: ChainEnd): string | null {
  if (entry.n !== end.n + 1) return `entry ${end.n + 1} is missing`;
  if (entry.previousHash !== end.hash) return 'does not hang on the entry before it';
  return isEmptied(entry) || entry.hash === hashOf(entry, entry.n, entry.previousHash) ? null : 'was changed';
}

/** What an entry holds once it was emptied: who and what are gone, its place in the chain stays. */
export const emptied = { forgotten: true } as const;

/** Whether an entry was emptied. It can then only be proved that it stands where it stood. */
export function isEmptied({ actorId, data }: TraceEntry): boolean {
  return actorId === null && canonicalJson(data) === canonicalJson(emptied);
}

/** SHA-256 over the previous hash and the entry as JSON with sorted keys. */
function hashOf({ subject, what, actorId, at, data }: TraceEntry, n: number, previousHash: string): string {
  return hash('sha256', `${previousHash}\n${canonicalJson({ subject, n, what, actorId, at, data })}`);
}

/** JSON whose text does not depend on the order in which keys were set. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

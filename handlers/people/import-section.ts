import { isDeepStrictEqual } from 'node:util';
import { emptySection, type SectionSummary } from '../../core/zone/summary.ts';

/** How one section of the file meets what is stored. */
export interface SectionImport<Row, Stored extends { active: boolean }> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What is stored, by key, the inactive too. */
  stored: ReadonlyMap<string, Stored>;
  /** The row as it is to be stored, keeping the id of what is there. */
  merge: (row: Row, stored: Stored | null) => Stored;
  put: (next: Stored) => Promise<void>;
}

/**
 * Adds what is new, changes what differs, retires what the file no longer names. What is equal is not touched.
 * The stored rows are matched by key, so that the same file twice changes nothing.
 */
export async function importSection<Row, Stored extends { active: boolean }>(
  section: SectionImport<Row, Stored>,
): Promise<SectionSummary> {
  const summary = emptySection();
  const inFile = new Set<string>();
  for (const row of section.rows) {
    const key = section.keyOf(row);
    inFile.add(key);
    const stored = section.stored.get(key) ?? null;
    const next = section.merge(row, stored);
    if (stored !== null && isDeepStrictEqual(next, stored)) {
      summary.unchanged += 1;
      continue;
    }
    await section.put(next);
    (stored === null ? summary.added : summary.changed).push(key);
  }
  for (const [key, stored] of section.stored) {
    if (!stored.active || inFile.has(key)) continue;
    await section.put({ ...stored, active: false });
    summary.retired.push(key);
  }
  return summary;
}

/** Rows by their key; what has none is left out. */
export function byKey<Stored>(rows: readonly Stored[], keyOf: (row: Stored) => string | null): Map<string, Stored> {
  return new Map(
    rows.flatMap((row): [string, Stored][] => {
      const key = keyOf(row);
      return key === null ? [] : [[key, row]];
    }),
  );
}

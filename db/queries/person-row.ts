import type { Person } from '../../core/people.ts';
import type { Tables } from '../schema.ts';
import { positionOf } from './rows.ts';

/** A person as stored: the base in two columns. */
export type PersonRow = Tables['people']['$inferSelect'];

/** The person of a row. */
export function personOf({ baseLat, baseLon, gender, ...row }: PersonRow): Person {
  return { ...row, base: positionOf(baseLat, baseLon), ...(gender === null ? {} : { gender }) };
}

/** The row of a person. */
export function personRow({ base, gender, ...rest }: Person): PersonRow {
  return { ...rest, baseLat: base?.lat ?? null, baseLon: base?.lon ?? null, gender: gender ?? null };
}

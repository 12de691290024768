import { plainPhone } from '../../core/matter-words.ts';
import type { Person } from '../../core/people.ts';
import type { Tables } from '../schema.ts';
import { positionOf } from './rows.ts';

/** A person as stored: the base in two columns, and the number once more as it is looked up. */
export type PersonRow = Tables['people']['$inferSelect'];

/** The person of a row. */
export function personOf({ baseLat, baseLon, gender, ...row }: PersonRow): Person {
  const { id, callSign, name, phone, language, roles, duty, certificates, active } = row;
  const base = positionOf(baseLat, baseLon);
  const known = { id, callSign, name, phone, language, roles, duty, certificates, base, active };
  return gender === null ? known : { ...known, gender };
}

/** The row of a person. */
export function personRow({ base, gender, ...rest }: Person): PersonRow {
  const plain = plainPhone(rest.phone);
  return {
    ...rest,
    plainPhone: plain === '' ? null : plain,
    baseLat: base?.lat ?? null,
    baseLon: base?.lon ?? null,
    gender: gender ?? null,
  };
}

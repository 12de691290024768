import type { ZoneFileInput } from '../../core/zone/schema.ts';

/** Rows as the file has them. */
export type PersonRow = NonNullable<ZoneFileInput['people']>[number];
export type TeamRow = NonNullable<ZoneFileInput['teams']>[number];
export type PlaceRow = NonNullable<ZoneFileInput['places']>[number];

import type { HazardCursor, HazardFilter } from '../../core/ports/hazards.ts';
import { eq, gte, inArray, lte, sql } from '../drizzle.ts';
import type { Tables } from '../schema.ts';

type Of<Name extends keyof Tables> = Pick<Tables, Name>;

/** The conditions of a filter; `status` in the words of the partial index. */
export function fitting({ hazards }: Of<'hazards'>, filter: HazardFilter) {
  return [
    filter.status === 'open' ? sql`${hazards.state} <> 'closed'` : undefined,
    filter.status === 'closed' ? sql`${hazards.state} = 'closed'` : undefined,
    filter.kind && eq(hazards.kind, filter.kind),
    filter.kinds && inArray(hazards.kind, [...filter.kinds]),
    filter.placeId && eq(hazards.placeId, filter.placeId),
    filter.ownerId && eq(hazards.ownerId, filter.ownerId),
    filter.area === undefined ? undefined : eq(hazards.area, filter.area),
    filter.from === undefined ? undefined : gte(hazards.reportedAt, filter.from),
    filter.to === undefined ? undefined : lte(hazards.reportedAt, filter.to),
  ];
}

/** Further down the list than this one, newest first. */
export function listedAfter({ hazards }: Of<'hazards'>, { reportedAt, id }: HazardCursor) {
  return sql`(${hazards.reportedAt}, ${hazards.id}) < (${reportedAt}, ${id})`;
}

import type { Incident } from '../../core/incident.ts';
import type { Tables } from '../schema.ts';
import { positionOf } from './rows.ts';

/** An incident as stored: the position in two columns. */
export type IncidentRow = Tables['incidents']['$inferSelect'];

/** The incident of a row. */
export function incidentOf({ lat, lon, ...row }: IncidentRow): Incident {
  return { ...row, position: positionOf(lat, lon) };
}

/** The row of an incident. */
export function incidentRow({ position, ...rest }: Incident): IncidentRow {
  return { ...rest, lat: position?.lat ?? null, lon: position?.lon ?? null };
}

import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { Position } from '../../core/message.ts';
import type { Tables } from '../schema.ts';
import { positionOf } from './rows.ts';

/** A hazard as stored: the position in two columns and its square, the main kind once more. */
export type HazardRow = Tables['hazards']['$inferSelect'];
export type HazardReportRow = Tables['hazardReports']['$inferSelect'];
export type HazardDraftRow = Tables['hazardDrafts']['$inferSelect'];

/** Squares of a thousandth of a degree: about 111 metres from north to south, less from west to east. */
const squaresPerDegree = 1_000;

function cellAt(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}

/** The square that a position lies in. */
export function cellOf({ lat, lon }: Position): string {
  return cellAt(Math.floor(lat * squaresPerDegree), Math.floor(lon * squaresPerDegree));
}

/** Every square that a box touches; a radius of 1,000 metres touches a few hundred. */
export function cellsOf(box: { south: number; west: number; north: number; east: number }): string[] {
  const cells: string[] = [];
  const edge = (degrees: number): number => Math.floor(degrees * squaresPerDegree);
  for (let row = edge(box.south); row <= edge(box.north); row += 1) {
    for (let column = edge(box.west); column <= edge(box.east); column += 1) cells.push(cellAt(row, column));
  }
  return cells;
}

/** The hazard of a row. */
export function hazardOf({ lat, lon, ...row }: HazardRow): Hazard {
  const hazard: Hazard & Partial<Pick<HazardRow, 'cell' | 'kind'>> = { ...row, position: positionOf(lat, lon) };
  delete hazard.cell;
  delete hazard.kind;
  return hazard;
}

/** The row of a hazard. */
export function hazardRow({ position, ...rest }: Hazard): HazardRow {
  return {
    ...rest,
    kind: rest.kinds[0] ?? 'other',
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    cell: position && cellOf(position),
  };
}

/** The report of a row. */
export function hazardReportOf({ lat, lon, ...row }: HazardReportRow): HazardReport {
  return { ...row, position: positionOf(lat, lon) };
}

/** The row of a report. */
export function hazardReportRow({ position, ...rest }: HazardReport): HazardReportRow {
  return { ...rest, lat: position?.lat ?? null, lon: position?.lon ?? null };
}

/** The draft of a row. */
export function hazardDraftOf({ told, ...row }: HazardDraftRow): HazardDraft {
  // Drafts of earlier versions know of no other teller.
  return { ...row, ...told, tellerId: told.tellerId ?? null };
}

/** The row of a draft. */
export function hazardDraftRow(draft: HazardDraft): HazardDraftRow {
  const { id, token, state, personId, roomId, startedAt, touchedAt, expiresAt, hazardId, ...told } = draft;
  return { id, token, state, personId, roomId, startedAt, touchedAt, expiresAt, hazardId, told };
}

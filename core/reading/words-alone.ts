import type { IncidentKind } from '../catalogue.ts';
import { incidentKinds } from '../catalogue.ts';
import type { Context, Reading } from './reading.ts';
import { read } from './read.ts';

/** Reads words that came without a chat around them: a report from another system, the words of a drill, a report shown again. */
export function readWords(text: string, context: Context = {}): Reading {
  const nothing = { photos: 0, location: false, openOrder: false, openShift: false, openCase: false } as const;
  return read({ ...nothing, text, room: 'village', openQuestion: null, quote: null }, context);
}

/** The incident kinds among a reading's kinds, in the order of the catalogue. */
export function incidentKindsOf(reading: Reading): IncidentKind[] {
  return incidentKinds.map(({ code }) => code).filter((code) => reading.fields.kinds?.includes(code) === true);
}

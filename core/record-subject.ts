import type { RecordOf } from './ports/personal-data.ts';
import type { TraceSubject } from './ports/trace.ts';

const names = { incidents: 'incident', hazards: 'hazard', shifts: 'shift' } as const;

/** Whose trace a record's is. */
export function recordSubject({ kind, id }: RecordOf): TraceSubject {
  return `${names[kind]}:${id}`;
}

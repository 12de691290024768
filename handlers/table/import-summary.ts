import type { TableName } from '../../core/table/table.ts';
import type { Work } from '../work.ts';

/** What an import came to, in rows. */
export interface TableSummary {
  added: number;
  changed: number;
  unchanged: number;
}

/** Keeps in the zone's trace that a table was imported. */
export async function traceTable(
  work: Pick<Work, 'tx' | 'now'>,
  table: TableName,
  summary: TableSummary,
): Promise<TableSummary> {
  const data = { table, ...summary };
  await work.tx.trace.append({ subject: 'zone', what: 'table_imported', actorId: null, at: work.now, data });
  return summary;
}

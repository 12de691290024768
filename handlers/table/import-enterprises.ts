import { isDeepStrictEqual } from 'node:util';
import type { PlaceId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';
import type { EnterpriseRow } from '../../core/table/enterprises.ts';
import { setColourTimer } from '../place/place-timer.ts';
import type { Work } from '../work.ts';
import { traceTable, type TableSummary } from './import-summary.ts';

/** Adds enterprises and changes those whose code is known; what the table does not name stays as it is. */
export async function importEnterprises(work: Work, rows: readonly EnterpriseRow[]): Promise<TableSummary> {
  const summary: TableSummary = { added: 0, changed: 0, unchanged: 0 };
  const stored = new Map((await work.tx.places.all()).map((place) => [place.code, place]));
  for (const row of rows) {
    const known = stored.get(row.code) ?? (await work.tx.places.byCode(row.code));
    const place: Place = { id: known?.id ?? work.ids.next<PlaceId>(work.now), ...row, active: true };
    if (known !== null && isDeepStrictEqual(place, known)) {
      summary.unchanged += 1;
      continue;
    }
    await work.tx.places.put(place);
    // An assessment may have changed: the next morning's look compares it with what people decided on.
    if (known !== null) await setColourTimer(work, place.id, false);
    summary[known === null ? 'added' : 'changed'] += 1;
  }
  return traceTable(work, 'enterprises', summary);
}

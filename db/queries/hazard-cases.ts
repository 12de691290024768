import type { PersonId } from '../../core/ids.ts';
import type { Handle } from '../handle.ts';
import type { KnownCase } from '../read-ahead.ts';
import { openOwners } from './hazard-queries.ts';
import { lastTellings } from './hazard-report-queries.ts';

/** What these people have to do with hazards. */
export async function readCases(handle: Handle, people: readonly PersonId[]): Promise<Map<PersonId, KnownCase>> {
  const [open, last] = await Promise.all([handle.run(openOwners, { people }), handle.run(lastTellings, { people })]);
  const owners = new Set(open.map(({ personId }) => personId));
  const told = new Map(last.map(({ personId, at }) => [personId, at]));
  return new Map(people.map((id) => [id, { owns: owners.has(id), toldAt: told.get(id) ?? null }]));
}

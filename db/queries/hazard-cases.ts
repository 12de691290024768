import type { PersonId } from '../../core/ids.ts';
import type { Handle } from '../handle.ts';
import type { KnownCase } from '../read-ahead.ts';
import { lastTellings, openOwners } from './hazard-queries.ts';

/** What these people have to do with hazards. */
export async function readCases(handle: Handle, people: readonly PersonId[]): Promise<Map<PersonId, KnownCase>> {
  const owners = new Set((await handle.run(openOwners, { people })).map(({ personId }) => personId));
  const told = new Map((await handle.run(lastTellings, { people })).map(({ personId, at }) => [personId, at]));
  return new Map(people.map((id) => [id, { owns: owners.has(id), toldAt: told.get(id) ?? null }]));
}

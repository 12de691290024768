import { isAware, readerOf } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import type { Work } from '../work.ts';

/** Gives the sides that know of the matter, and whom the bot knows, their rights to it: to see what the sides share, to answer. */
export async function nameParties(work: Work, matter: Matter): Promise<void> {
  const people = await work.tx.matters.people(matter.id);
  const sides = matter.body.parties.filter(isAware).flatMap((party) => readerOf(matter, party) ?? []);
  const added = sides.filter(
    (id) =>
      !people.some(({ personId, standing }) => personId === id && (standing === 'party' || standing === 'teller')),
  );
  if (added.length === 0) return;
  await work.tx.matters.setPeople(matter.id, [
    ...people.map(({ personId, standing }) => ({ personId, standing })),
    ...added.map((personId) => ({ personId, standing: 'party' as const })),
  ]);
}

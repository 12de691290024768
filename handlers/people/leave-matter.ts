import type { PersonId } from '../../core/ids.ts';
import { isOver, type Matter } from '../../core/matter.ts';
import type { Party } from '../../core/party.ts';
import type { Work } from '../work.ts';
import { forgetMatter } from '../matter/forget-matters.ts';

/**
 * Takes somebody who is to be erased out of a matter. One that nobody else has a part in is forgotten; of an ended one that others
 * need too their name, phone and standing go. False: it is still open, and waits until it ends.
 */
export async function leaveMatter(work: Pick<Work, 'tx' | 'now'>, found: Matter, personId: PersonId): Promise<boolean> {
  const matter = await work.tx.matters.lock(found.id);
  if (matter === null) return true;
  const alone = matter.body.parties.every((party) => party.personId === personId || isBlank(party));
  const over = isOver(matter);
  if ((over && alone) || matter.state === 'telling') {
    await forgetMatter(work, matter);
    return true;
  }
  if (!over) return false;
  const parties = matter.body.parties.map((party) => (party.personId === personId ? withoutName(party) : party));
  const teller = matter.tellerId === personId ? { tellerId: null, roomId: null } : {};
  await work.tx.matters.put({ ...matter, ...teller, body: { ...matter.body, parties } });
  const people = await work.tx.matters.people(matter.id);
  await work.tx.matters.setPeople(
    matter.id,
    people.filter((one) => one.personId !== personId),
  );
  return true;
}

function isBlank({ name, phone, personId }: Party): boolean {
  return name === '' && phone === '' && personId === null;
}

function withoutName(party: Party): Party {
  return { ...party, name: '', phone: '', personId: null, proxy: null };
}

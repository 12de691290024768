import { matterSubject, type Matter } from '../../core/matter.ts';
import { withOtherSide } from '../../core/matter-sides.ts';
import { partyOf } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';

/**
 * Others see it from now on. What the reception desk wrote down is not its own, and a clue without a name is nobody's: then no
 * teller is kept. Nothing is said here, and nobody is asked to take it.
 * @param matter locked, and being told
 * @param person who tells, or writes down; null: a page without a name
 */
export async function handIn(work: Work, matter: Matter, person: Person | null): Promise<Matter> {
  await work.tx.timers.cancel('matter_talk', matter.id);
  const filed: Matter = {
    ...matter,
    state: 'reported',
    need: null,
    reportedAt: work.now,
    changedAt: work.now,
    ...whoTold(matter),
  };
  // There is another side to be asked, also when nobody said its name.
  if (filed.kind === 'dispute') filed.body = withOtherSide(filed.body, { name: '', phone: '' }, false);
  await work.tx.matters.put(filed);
  await setTellers(work, filed, person);
  if (filed.tellerId === null && filed.door !== 'desk') await forgetSender(work, filed);
  return filed;
}

function whoTold(matter: Matter): Pick<Matter, 'tellerId' | 'roomId'> {
  const side = partyOf(matter.body.parties, 'a');
  const nameless = matter.kind === 'crime_clue' && (side === undefined || (side.name === '' && side.phone === ''));
  const { tellerId, roomId } = matter;
  return nameless || matter.door === 'desk' ? { tellerId: null, roomId: null } : { tellerId, roomId };
}

async function setTellers(work: Work, matter: Matter, person: Person | null): Promise<void> {
  const others = (await work.tx.matters.people(matter.id)).filter(({ standing }) => standing !== 'teller');
  const standing = matter.door === 'desk' ? 'desk' : matter.tellerId === null ? null : 'teller';
  await work.tx.matters.setPeople(matter.id, [
    ...others,
    ...(person === null || standing === null ? [] : [{ personId: person.id, standing } as const]),
  ]);
}

/** Who sent the pictures of a nameless clue is not kept with them. */
export async function forgetSender(work: Work, matter: Matter): Promise<void> {
  for (const { id } of await work.tx.files.ofSubject(matterSubject(matter))) {
    const file = await work.tx.files.lock(id);
    if (file !== null) await work.tx.files.put({ ...file, personId: null });
  }
}

/** Who stands in the trace for what its teller does; nobody does in that of a clue. */
export function tellerActor({ kind, tellerId }: Pick<Matter, 'kind' | 'tellerId'>): Matter['tellerId'] {
  return kind === 'crime_clue' ? null : tellerId;
}

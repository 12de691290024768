import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { Priority } from '../../core/notice.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import type { Work } from '../work.ts';

/** Somebody stands near by: from now on nothing that nobody asked for goes to this person, until they write again. */
export async function keepSilent(work: Work, matter: Matter, personId: PersonId): Promise<Matter> {
  return keep(work, matter, [...new Set([...(matter.body.silentFor ?? []), personId])]);
}

/** They write again, or tap: what is due from now on reaches them. */
export async function endSilence(work: Work, matter: Matter, personId: PersonId): Promise<Matter> {
  const silentFor = matter.body.silentFor ?? [];
  if (!silentFor.includes(personId)) return matter;
  return keep(
    work,
    matter,
    silentFor.filter((id) => id !== personId),
  );
}

async function keep(work: Work, matter: Matter, silentFor: readonly PersonId[]): Promise<Matter> {
  const kept: Matter = { ...matter, body: { ...matter.body, silentFor } };
  await work.tx.matters.put(kept);
  return kept;
}

/** Whether it would light up on a phone that is to stay dark: a reminder, or a turn that somebody else's step made. */
export async function isHeldBack(
  work: Pick<Work, 'tx'>,
  personId: PersonId,
  notice: PrivateNotice,
  priority: Priority,
): Promise<boolean> {
  if (priority !== 'reminder' && notice.kind !== 'matter_turn') return false;
  if (!('matterId' in notice) || notice.matterId === null) return false;
  const matter = await work.tx.matters.byId(notice.matterId);
  return matter?.body.silentFor?.includes(personId) === true;
}

import type { Person, Room } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { forgetMatter } from '../matter/forget-matters.ts';
import type { Work } from '../work.ts';

/**
 * Tells somebody, before the first private matter, what is kept, why, how long and how to end it, and asks for their agreement
 * (PIPL, Art. 14, 17, 29). Once, and in a direct chat only. Danger comes first: nobody is asked while somebody is in danger.
 */
export async function askToAgree(work: Work, person: Person, room: Pick<Room, 'id' | 'kind'>): Promise<void> {
  if (room.kind !== 'direct' || (await work.tx.personalData.consent(person.id)) !== null) return;
  await work.tx.personalData.putConsent(person.id, { askedAt: work.now, agreedAt: null });
  await sayPrivately(work, person.id, { kind: 'consent_asked' }, { priority: 'answer' }, room.id);
}

/** Who hands in what they told after they had been asked agrees by it, as they were told. */
export async function agreeByHandingIn(work: Work, person: Pick<Person, 'id'>): Promise<void> {
  const asked = await work.tx.personalData.consent(person.id);
  if (asked !== null && asked.agreedAt === null) await agreeToData(work, person);
}

/** At most so many are being told at once. */
const tellings = 20;

/**
 * Somebody who was asked does not agree: what they are telling is forgotten at once, and the next private matter asks anew (PIPL,
 * Art. 13 to 16). Null: they were not asked, have agreed, or tell nothing; then a no is about something else.
 */
export async function refuseData(work: Work, person: Pick<Person, 'id'>): Promise<MatterResult | null> {
  const asked = await work.tx.personalData.consent(person.id);
  if (asked === null || asked.agreedAt !== null) return null;
  const open = await work.tx.matters.ofPerson(person.id, ['teller'], { over: false, limit: tellings });
  const told = open.filter(({ state }) => state === 'telling');
  if (told.length === 0) return null;
  for (const matter of told) await forgetMatter(work, matter);
  await work.tx.personalData.removeConsent(person.id);
  return { kind: 'data_refused' };
}

/** Somebody agrees, by the button or by its words. */
export async function agreeToData(work: Work, person: Pick<Person, 'id'>): Promise<MatterResult> {
  const known = await work.tx.personalData.consent(person.id);
  if (known?.agreedAt == null) {
    await work.tx.personalData.putConsent(person.id, { askedAt: known?.askedAt ?? work.now, agreedAt: work.now });
    const subject = `person:${person.id}` as const;
    await work.tx.trace.append({ subject, what: 'consent_given', actorId: person.id, at: work.now, data: {} });
  }
  return { kind: 'data_agreed' };
}

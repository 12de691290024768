import { canStep, meetsApart, readerOf } from '../../core/dispute.ts';
import type { MatterId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { Party, PartyKey } from '../../core/party.ts';
import type { Standing } from '../matter/matter-standings.ts';
import { privateRules } from '../matter/rules.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { acceptMatter } from './accept-matter.ts';
import { keepCourse } from './keep-course.ts';
import { nameParties } from './name-parties.ts';
import { showWork } from './show-work.ts';
import { redrawSide, tellSides } from './tell-sides.ts';

const hour = 3_600_000;

/**
 * Asks every side that has not said so yet whether it agrees to mediation (People's Mediation Act, Art. 17): those whom the bot
 * knows in their direct chats, the others are rung by whoever has the matter, whose card says so. When all have agreed already,
 * the matter is accepted at once. Where somebody is in danger nobody is asked by itself: the other side would learn of it from a
 * machine, so a person decides whom to speak to, and when.
 * @param decided whoever has it says that the sides are to be asked now
 */
export async function askConsent(work: Work, matter: Matter, decided = false): Promise<Matter> {
  if (matter.kind !== 'dispute' || !canStep(matter, 'ask_consent')) return matter;
  const mayAsk = decided || !meetsApart(matter.body);
  const parties: Party[] = [];
  for (const party of matter.body.parties) parties.push(mayAsk ? await asked(work, matter, party) : party);
  const kept = await keepCourse(work, { ...matter, body: { ...matter.body, parties } });
  await nameParties(work, kept);
  if (parties.some(({ consent }) => consent === 'asked')) await askAgainLater(work, kept);
  const accepted = await acceptMatter(work, kept);
  if (accepted === kept) await showWork(work, kept, { moved: true });
  return accepted;
}

/** Asks a third side that was found out while the sides mediate already; they go on meanwhile. */
export async function askThirdSide(work: Work, matter: Matter): Promise<Matter> {
  if (matter.kind !== 'dispute' || !canStep(matter, 'note_consent') || meetsApart(matter.body)) return matter;
  const parties: Party[] = [];
  for (const party of matter.body.parties)
    parties.push(party.role === 'third' ? await asked(work, matter, party) : party);
  const kept = await keepCourse(work, { ...matter, body: { ...matter.body, parties } });
  await nameParties(work, kept);
  if (parties.some(({ consent }) => consent === 'asked')) await askAgainLater(work, kept);
  await showWork(work, kept);
  return kept;
}

/** The side with the question put to it; unchanged when it has answered, was asked already, or nothing reaches it. */
async function asked(work: Work, matter: Matter, party: Party): Promise<Party> {
  const { key, consent } = party;
  if (consent === 'yes' || consent === 'no' || consent === 'asked') return party;
  const reader = readerOf(matter, party);
  const notice = { kind: 'matter_consent', matterId: matter.id, side: key } as const;
  if (reader === null || !(await sayPrivately(work, reader, notice, { priority: 'answer', slot: consentSlot(matter) })))
    return party;
  await traceMatter(work, matter, 'matter_consent', null, { side: key, said: 'asked' });
  return { ...party, consent: 'asked', consentAt: work.now };
}

/** The question stands in one message, or in two when it was asked again, which show the answer later. */
const consentSlot = ({ id }: Pick<Matter, 'id'>): string => `matter-consent:${id}`;
const againSlot = (matter: Pick<Matter, 'id'>): string => `${consentSlot(matter)}:again`;

/** Where the question stands with this side. */
export function consentStanding(matter: Pick<Matter, 'id'>, side: PartyKey): Standing[] {
  const notice = { kind: 'matter_consent', matterId: matter.id, side } as const;
  return [consentSlot(matter), againSlot(matter)].map((slot) => ({ notice, slot }));
}

/** Draws the question anew with every side: its answer can be changed only while they mediate. */
export async function showConsents(work: Work, matter: Matter): Promise<void> {
  for (const party of matter.body.parties) await redrawSide(work, matter, party, ...consentStanding(matter, party.key));
}

async function askAgainLater(work: Work, matter: Matter): Promise<void> {
  await setTimer(work, 'matter_consent', matter.id, work.now + privateRules(work).consentHours * hour);
}

/** Nobody answered: the side is asked once more, and after that counts as not reached, so that somebody rings. */
export async function askConsentAgain(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  // Danger may have come to light since: then nobody is asked again by itself.
  if (matter === null || meetsApart(matter.body) || !(canStep(matter, 'ask_consent') || canStep(matter, 'propose')))
    return;
  const silent = matter.body.parties.filter(({ consent }) => consent === 'asked');
  if (silent.length === 0) return;
  // Half an interval more or less is the timer's own delay.
  const patience = 1.5 * privateRules(work).consentHours * hour;
  const late = silent.filter(({ consentAt }) => consentAt !== null && work.now - consentAt >= patience);
  const again = silent.filter((party) => !late.includes(party));
  const sides = again.map(({ key }) => key);
  const forSide = ({ key: side }: Party) => ({ kind: 'matter_consent', matterId: matter.id, side }) as const;
  await tellSides(work, matter, forSide, 'reminder', { sides, slot: againSlot(matter) });
  if (again.length > 0) await askAgainLater(work, matter);
  if (late.length === 0) return;
  const parties = matter.body.parties.map((party): Party =>
    late.includes(party) ? { ...party, consent: 'unreached' } : party,
  );
  for (const { key: side } of late)
    await traceMatter(work, matter, 'matter_consent', null, { side, said: 'unreached' });
  await showWork(work, await keepCourse(work, { ...matter, body: { ...matter.body, parties } }), { loud: true });
}

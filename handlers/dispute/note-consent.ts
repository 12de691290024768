import { canStep, stepRefusal } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf, type Party, type PartyKey } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { openSession } from '../../core/session-steps.ts';
import { offerMatter } from '../matter/offer-matter.ts';
import { traceMatter, type Work } from '../work.ts';
import { acceptMatter } from './accept-matter.ts';
import { consentStanding } from './ask-consent.ts';
import { endMatter } from './end-matter.ts';
import { keepCourse } from './keep-course.ts';
import { nameParties } from './name-parties.ts';
import { showWork } from './show-work.ts';
import { askTimes, tellBooked } from './tell-session.ts';
import { redrawSide } from './tell-sides.ts';

/** What can be noted of a side: its own yes or no; nobody could ask it; its proxy speaks for it with its consent, or does not. */
export const consents = ['yes', 'no', 'unreached', 'proxy', 'no_proxy'] as const;
export type Consent = (typeof consents)[number];

/**
 * Notes what a side says of mediation, by itself or to whoever rang it. All agree: it is accepted. A clear no ends it, and every
 * side hears which other ways there are (People's Mediation Act, Art. 17, 26); after a no to a first question a yes opens it again. A
 * third side that says no is left out, and the two go on.
 */
export async function noteConsent(
  work: Work,
  matter: Matter,
  side: PartyKey,
  said: Consent,
  by: PersonId | null,
): Promise<MatterResult> {
  const party = partyOf(matter.body.parties, side);
  if (party === undefined) return { kind: 'matter_none' };
  const open = said === 'yes' && party.consent === 'no' && party.role !== 'third' ? reopened(matter) : matter;
  const refusal = stepRefusal(open, 'note_consent');
  if (refusal !== null) return refusal;
  if (open !== matter) await reopen(work, open);
  if (said === 'proxy' || said === 'no_proxy') return noteProxy(work, open, party, said === 'proxy', by);
  const without = said === 'no' && party.role === 'third';
  const noted = { kind: 'matter_consent_noted', side, said, ...(without ? { without } : {}) } as const;
  // What was answered stands, though a message about it was lost.
  const answered = party.consent === 'yes' || party.consent === 'no';
  if (party.consent === said || (said === 'unreached' && answered)) return noted;
  await traceMatter(work, matter, 'matter_consent', by, { side, said });
  const kept = await keepCourse(work, withParty(open, { ...party, consent: said, consentAt: work.now }));
  await nameParties(work, kept);
  await redrawSide(work, kept, party, ...consentStanding(matter, side));
  if (party.role === 'third' && !canStep(kept, 'ask_consent')) {
    await thirdSaid(work, kept, party, { said, by });
    return noted;
  }
  if (said === 'no' && !without) {
    // Whoever brought it takes it back; another side refuses.
    await endMatter(work, kept, side === 'a' ? 'withdrawn' : 'refused', '', by);
    return noted;
  }
  const accepted = await acceptMatter(work, kept, by);
  if (accepted === kept) await showWork(work, kept, { loud: said === 'yes' && by !== kept.ownerId });
  // Nobody had it when it ended, and nobody is asked any more.
  if (open !== matter && kept.ownerId === null) await offerMatter(work, { ...kept, stop: 0 });
  return accepted === kept ? noted : { ...noted, accepted: true };
}

/** The two have begun already: a third side that agrees hears when they meet, one that does not is left out of it. */
async function thirdSaid(
  work: Work,
  matter: Matter,
  { key }: Party,
  { said, by }: { said: Consent; by: PersonId | null },
): Promise<void> {
  const open = openSession(matter.body);
  if (said === 'yes' && open !== null)
    await (open.state === 'proposed' ? askTimes(work, matter, open, [key]) : tellBooked(work, matter, open, [key]));
  await showWork(work, matter, { loud: by !== matter.ownerId });
}

function withParty(matter: Matter, party: Party): Matter {
  const parties = matter.body.parties.map((one) => (one.key === party.key ? party : one));
  return { ...matter, body: { ...matter.body, parties } };
}

/** Somebody speaks for a side only with its consent. */
async function noteProxy(
  work: Work,
  matter: Matter,
  party: Party,
  agreed: boolean,
  by: PersonId | null,
): Promise<MatterResult> {
  if (party.proxy === null) return { kind: 'matter_none' };
  await traceMatter(work, matter, 'matter_consent', by, { side: party.key, said: agreed ? 'proxy' : 'no_proxy' });
  const kept = await keepCourse(work, withParty(matter, { ...party, proxy: { ...party.proxy, agreed } }));
  await showWork(work, kept);
  return { kind: 'matter_noted' };
}

/** A mind that was changed: what ended with a no stands where it stood before, with whoever had it. */
function reopened(matter: Matter): Matter {
  if (matter.state !== 'ended' || (matter.outcome !== 'refused' && matter.outcome !== 'withdrawn')) return matter;
  return {
    ...matter,
    state: matter.ownerId === null ? 'screened' : 'assigned',
    outcome: null,
    endedAt: null,
    dueAt: null,
    body: { ...matter.body, endWords: '', followUps: [] },
  };
}

async function reopen(work: Work, matter: Matter): Promise<void> {
  await work.tx.timers.cancel('matter_follow_up', matter.id);
  await traceMatter(work, matter, 'matter_resumed', null);
}

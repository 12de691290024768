import type { PersonId } from '../../core/ids.ts';
import type { Matter, MatterOutcome } from '../../core/matter.ts';
import { calledOff, isOpen, withSession } from '../../core/session-steps.ts';
import { showCalled } from '../matter/call-in-danger.ts';
import { offerSlot, setStandings, showAnew, thoseWho } from '../matter/matter-standings.ts';
import { endPointers } from '../matter/point-in-group.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { showAnswered } from '../matter/tell-unanswered.ts';
import { traceMatter, type Work } from '../work.ts';
import { archiveIfVisited } from './archive-matter.ts';
import { showConsents } from './ask-consent.ts';
import { planVisits } from './follow-up.ts';
import { showWork } from './show-work.ts';
import { showSessions } from './tell-session.ts';
import { tellSides } from './tell-sides.ts';

const timers = [
  'matter_talk',
  'matter_offer',
  'matter_consent',
  'matter_session',
  'matter_deadline',
  'matter_idle',
  'matter_term',
  'matter_court',
] as const;

/**
 * Ends a matter without an agreement, or because its work is done. Every side hears it, with the other ways that there are
 * (People's Mediation Act, Art. 26: arbitration, authorities, courts); what was arranged is off, and the return visits are planned:
 * no matter is archived without one.
 * @param words why, as its owner says; in the file alone
 */
export async function endMatter(
  work: Work,
  matter: Matter,
  outcome: MatterOutcome,
  words: string,
  by: PersonId | null = null,
): Promise<Matter> {
  const off = matter.body.sessions.filter(isOpen).map(calledOff);
  const body = off.reduce(withSession, matter.body);
  const ended = await planVisits(work, {
    ...matter,
    state: 'ended',
    outcome,
    need: null,
    endedAt: work.now,
    changedAt: work.now,
    body: { ...body, suspended: null, endWords: words },
  });
  await work.tx.matters.put(ended);
  for (const kind of timers) await work.tx.timers.cancel(kind, matter.id);
  await traceMatter(work, matter, 'matter_ended', by, { outcome });
  // Who asked a question has its answer, which says it all.
  if (outcome !== 'answered') await tellEnd(work, ended, outcome);
  await showOver(work, ended);
  if (ended.ownerId === null) await endOffers(work, ended);
  await showCalled(work, ended);
  await showWork(work, ended, { loud: by !== ended.ownerId, moved: true });
  return archiveIfVisited(work, ended);
}

/** What the sides were asked stands there answered: by the end. */
async function showOver(work: Work, matter: Matter): Promise<void> {
  await showSessions(work, matter, matter.body.sessions);
  await showConsents(work, matter);
}

/** Whoever was asked to take it sees that nobody has to any more. */
async function endOffers(work: Work, matter: Matter): Promise<void> {
  const asked = [...(await thoseWho(work, matter, 'offered')), ...(await thoseWho(work, matter, 'desk'))];
  await setStandings(work, matter, { offered: [] });
  await showAnew(work, [...new Set(asked)], { kind: 'matter_offer', matterId: matter.id }, offerSlot(matter));
  await showAnswered(work, matter);
  await endPointers(work, matter);
}

async function tellEnd(work: Work, matter: Matter, outcome: MatterOutcome): Promise<void> {
  const notice = { kind: 'matter_ended', matterId: matter.id, outcome } as const;
  await tellSides(work, matter, () => notice);
  const { tellerId } = matter;
  const isSide = matter.body.parties.some(({ key, personId }) => personId === tellerId || key === 'a');
  // Told for somebody else, or a matter without sides.
  if (tellerId !== null && !isSide) await sayPrivately(work, tellerId, notice, { priority: 'answer' });
}

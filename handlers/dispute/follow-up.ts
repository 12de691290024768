import { canAgree } from '../../core/agreement-steps.ts';
import { isAware, readerOf } from '../../core/dispute.ts';
import type { MatterId } from '../../core/ids.ts';
import type { FollowUp, Matter, MatterKind } from '../../core/matter.ts';
import { takesPart } from '../../core/party.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { MatterAct } from '../matter/matter-act.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { questionSlot } from '../matter/show-questions.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { archiveIfVisited } from './archive-matter.ts';
import { dayAfterInstant, morningOf } from './day-at.ts';
import { finishAgreement } from './finish-agreement.ts';
import { showWork } from './show-work.ts';

/** After how many days somebody asks whether it holds, or helped. Of a clue nobody can be asked. */
const visitDays: Readonly<Record<MatterKind, readonly FollowUp['days'][]>> = {
  dispute: [7, 30, 90],
  women_adviser: [7, 30, 90],
  counselling: [7, 30, 90],
  help_request: [7],
  service_order: [7],
  legal_question: [7],
  crime_clue: [],
};
/** A visit that nobody answered is asked of the owner again after so many days, until it is done: nothing is archived without. */
const againDays = 7;

/** Plans the return visits from today on, and sets the timer of the first. The matter is given back for its caller to keep. */
export async function planVisits(work: Work, matter: Matter): Promise<Matter> {
  if (matter.body.followUps.length > 0) return matter;
  const { timeZone } = work.zone;
  const followUps = visitDays[matter.kind].map((days): FollowUp => ({
    days,
    dueAt: morningOf(dayAfterInstant(work.now, days, timeZone), timeZone),
    byId: null,
    at: null,
    holds: null,
    words: '',
  }));
  const [first] = followUps;
  if (first !== undefined) await setTimer(work, 'matter_follow_up', matter.id, first.dueAt);
  return { ...matter, dueAt: first?.dueAt ?? null, body: { ...matter.body, followUps } };
}

/** A visit is due: the sides that know of it are asked by a tap whether it holds, and the owner is told to look in on them. */
export async function askVisit(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  const visit = matter === null ? undefined : openVisit(matter);
  if (matter === null || visit === undefined || !canAgree(matter, 'visit') || visit.dueAt > work.now) return;
  const notice = { kind: 'matter_visit', matterId: matter.id, days: visit.days } as const;
  const again = work.now - visit.dueAt >= againDays * 86_400_000;
  const sides =
    matter.kind === 'dispute'
      ? matter.body.parties
          .filter((party) => isAware(party) && takesPart(party))
          .map((party) => readerOf(matter, party))
      : [matter.tellerId];
  // On day 7 the sides hear of the court's thirty days already: one message is enough, and the owner asks them.
  const hearOfCourt = visit.days === 7 && matter.endedAt === null && matter.body.court?.state === null;
  for (const id of new Set(again || hearOfCourt ? [] : sides))
    if (id !== null) await sayPrivately(work, id, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
  if (matter.ownerId !== null)
    await sayPrivately(work, matter.ownerId, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
  await setTimer(work, 'matter_follow_up', matter.id, work.now + againDays * 86_400_000);
}

/** The first visit that nobody has answered; undefined: all are. */
function openVisit(matter: Matter): FollowUp | undefined {
  return matter.body.followUps.find(({ at }) => at === null);
}

/**
 * It holds, or it does not: told by a side, or by the owner after a visit. What does not hold is the owner's to look into; after
 * the last visit the matter is archived.
 */
export async function noteVisit(work: Work, matter: Matter, act: MatterAct): Promise<MatterResult> {
  const visit = openVisit(matter);
  if (!canAgree(matter, 'visit') || visit === undefined) return { kind: 'matter_already', state: matter.state };
  if (visit.dueAt > work.now) return { kind: 'matter_not_yet', need: 'visit' };
  const holds = act.value === 'yes' ? true : act.value === 'no' ? false : null;
  const answered: FollowUp = {
    ...visit,
    byId: act.rights.has('owner') ? act.person.id : null,
    at: work.now,
    holds,
    words: act.words,
  };
  const followUps = matter.body.followUps.map((one) => (one.days === visit.days ? answered : one));
  const next = followUps.find(({ at }) => at === null) ?? null;
  const kept: Matter = {
    ...matter,
    dueAt: next?.dueAt ?? null,
    changedAt: work.now,
    body: { ...matter.body, followUps },
  };
  await work.tx.matters.put(kept);
  await traceMatter(work, matter, 'matter_followed_up', act.person.id, { days: visit.days, holds });
  if (next === null) await work.tx.timers.cancel('matter_follow_up', matter.id);
  else await setTimer(work, 'matter_follow_up', matter.id, next.dueAt);
  await showWork(work, kept, { loud: holds === false && !act.rights.has('owner') });
  // What has no day on which it is done is done when it still holds on the last visit.
  const onlyHolds = kept.state === 'effective' && kept.body.agreement?.terms.length === 0;
  if (next === null && holds === true && onlyHolds) await finishAgreement(work, kept, act.person.id);
  else await archiveIfVisited(work, kept);
  return { kind: 'matter_visited', next: next?.days ?? null };
}

import { canAgree } from '../../core/agreement-steps.ts';
import { givenUpAt } from '../../core/given-up.ts';
import { isAware, readerOf, sideOf } from '../../core/dispute.ts';
import type { MatterId } from '../../core/ids.ts';
import type { MatterRight } from '../../core/matter-permission.ts';
import type { FollowUp, Matter, MatterKind } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
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
import { giveUpVisits, mayVisitLate, missVisit, showLate, tellLate, withVisit } from './late-visit.ts';
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
/** A visit that nobody answered is asked of the owner again after so many days. */
const againDays = 7;
const day = 86_400_000;

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

/**
 * A visit is due: the sides that know of it are asked by a tap whether it holds, and the owner is told to look in on them, each week
 * anew; leaders hear of one that nobody makes for two. When the next falls due the one before it is kept as not made; long after the
 * last one all of it is given up.
 */
export async function askVisit(work: Work, subject: string): Promise<void> {
  const found = await work.tx.matters.lock(subject as MatterId);
  if (found === null || !canAgree(found, 'visit')) return;
  const endsAt = givenUpAt(found, work.zone.timeZone);
  if (endsAt !== null && endsAt <= work.now) return giveUpVisits(work, found);
  const matter = await pastOnes(work, found);
  const visit = openVisit(matter);
  if (visit === undefined || visit.dueAt > work.now) return planNext(work, matter);
  if (work.now - visit.dueAt < againDays * day) await askSides(work, matter, visit);
  const notice = { kind: 'matter_visit', matterId: matter.id, days: visit.days } as const;
  if (matter.ownerId !== null)
    await sayPrivately(work, matter.ownerId, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
  const told = await tellLate(work, matter, visit);
  // What only reminds changes nothing that the time until it is given up could be counted from.
  if (told !== found) await work.tx.matters.put(told);
  await planNext(work, told);
}

/** A visit whose successor is due by now was made by nobody. */
async function pastOnes(work: Work, matter: Matter): Promise<Matter> {
  let kept = matter;
  for (const visit of matter.body.followUps) {
    const next = matter.body.followUps.find(({ days }) => days > visit.days);
    if (visit.at === null && next !== undefined && next.dueAt <= work.now)
      kept = await missVisit(work, kept, visit, null);
  }
  if (kept === matter) return matter;
  const dated = { ...kept, dueAt: openVisit(kept)?.dueAt ?? null };
  await work.tx.matters.put(dated);
  await showLate(work, dated);
  await showWork(work, dated);
  return dated;
}

async function askSides(work: Work, matter: Matter, visit: FollowUp): Promise<void> {
  const notice = { kind: 'matter_visit', matterId: matter.id, days: visit.days } as const;
  const sides =
    matter.kind === 'dispute'
      ? matter.body.parties
          .filter((party) => isAware(party) && takesPart(party))
          .map((party) => readerOf(matter, party))
      : [matter.tellerId];
  // On day 7 the sides hear of the court's thirty days already: one message is enough, and the owner asks them.
  const hearOfCourt = visit.days === 7 && matter.endedAt === null && matter.body.court?.state === null;
  for (const id of new Set(hearOfCourt ? [] : sides))
    if (id !== null) await sayPrivately(work, id, notice, { priority: 'reminder', slot: questionSlot(work, matter) });
}

/** The timer for what comes next: the visit, the owner's next reminder, the next visit, or the day on which it is given up. */
async function planNext(work: Work, matter: Matter): Promise<void> {
  const open = matter.body.followUps.filter(({ at }) => at === null).map(({ dueAt }) => dueAt);
  const ahead = open.filter((dueAt) => dueAt > work.now);
  const again = open.length > ahead.length ? [work.now + againDays * day] : [];
  const endsAt = givenUpAt(matter, work.zone.timeZone) ?? Infinity;
  const next = Math.min(endsAt, ...again, ...ahead);
  if (Number.isFinite(next)) await setTimer(work, 'matter_follow_up', matter.id, next);
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
  const { person, rights } = act;
  const own = ['owner', 'teller', 'party'].some((right) => rights.has(right as MatterRight));
  const leads = !own && (await mayVisitLate(work, matter, visit, person));
  if (!own && !leads) return { kind: 'matter_not_yours' };
  if (visit.dueAt > work.now) return { kind: 'matter_not_yet', need: 'visit' };
  if (act.value === 'none')
    return leads || rights.has('owner') ? unmade(work, matter, visit, person) : { kind: 'matter_not_yours' };
  const holds = act.value === 'yes' ? true : act.value === 'no' ? false : null;
  const answered: FollowUp = {
    ...visit,
    byId: rights.has('owner') || leads ? person.id : null,
    at: work.now,
    holds,
    words: act.words,
  };
  const noted = withVisit(matter, answered);
  const kept = await keepVisits(work, holds === false && !rights.has('owner') ? withOneMore(work, noted) : noted);
  const next = openVisit(kept) ?? null;
  await traceMatter(work, matter, 'matter_followed_up', person.id, { days: visit.days, holds });
  const bad = holds === false && !rights.has('owner');
  await showWork(work, kept, bad ? { loud: true, heard: { side: sideOf(kept, person.id), at: work.now } } : {});
  // What has no day on which it is done is done when it still holds on the last visit.
  const onlyHolds = kept.state === 'effective' && kept.body.agreement?.terms.length === 0;
  if (next === null && holds === true && onlyHolds) await finishAgreement(work, kept, person.id);
  else await archiveIfVisited(work, kept);
  return { kind: 'matter_visited', next: next?.days ?? null };
}

/** Who says on the last visit that it did not help is asked once more: nothing ends with that. Of a dispute the course decides. */
function withOneMore(work: Work, matter: Matter): Matter {
  const { followUps } = matter.body;
  const days = visitDays.dispute.find((one) => followUps.every((visit) => visit.days < one));
  if (matter.kind === 'dispute' || days === undefined || openVisit(matter) !== undefined) return matter;
  const { timeZone } = work.zone;
  const dueAt = morningOf(dayAfterInstant(matter.endedAt ?? work.now, days, timeZone), timeZone);
  const more: FollowUp = { days, dueAt, byId: null, at: null, holds: null, words: '' };
  return { ...matter, body: { ...matter.body, followUps: [...followUps, more] } };
}

/** None can be made, as a leader or the owner says; the next one is still asked for. */
async function unmade(work: Work, matter: Matter, visit: FollowUp, person: Person): Promise<MatterResult> {
  const kept = await keepVisits(work, await missVisit(work, matter, visit, person));
  await showWork(work, kept);
  await archiveIfVisited(work, kept);
  return { kind: 'matter_visited', next: openVisit(kept)?.days ?? null };
}

/** Keeps what became of a visit, and sets the timer of what comes next. */
async function keepVisits(work: Work, matter: Matter): Promise<Matter> {
  const kept: Matter = { ...matter, dueAt: openVisit(matter)?.dueAt ?? null, changedAt: work.now };
  await work.tx.matters.put(kept);
  await planNext(work, kept);
  await showLate(work, kept);
  return kept;
}

import { canAgree } from '../../core/agreement-steps.ts';
import type { FollowUp, Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { leadersOf } from '../matter/leaders-of.ts';
import { redrawFor } from '../matter/matter-standings.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { traceMatter, type Work } from '../work.ts';
import { archive } from './archive-matter.ts';
import { showWork } from './show-work.ts';

const day = 86_400_000;
/** Leaders hear of a visit that nobody has made so long after it was due, and of the last one once more. */
const leaderDays = [14, 42] as const;

/** Told once more it comes as a message of its own. */
const unvisitedSlot = ({ id }: Pick<Matter, 'id'>, { days }: Pick<FollowUp, 'days'>, again: boolean): string =>
  `matter-unvisited:${id}:${String(days)}${again ? ':again' : ''}`;

/** Leaders hear of a visit that nobody has made; the matter is given back for its caller to keep. */
export async function tellLate(work: Work, matter: Matter, visit: FollowUp): Promise<Matter> {
  const isLast = matter.body.followUps.at(-1)?.days === visit.days;
  const told = visit.leaderAt ?? null;
  const due = (isLast ? leaderDays : leaderDays.slice(0, 1)).findLast((days) => work.now - visit.dueAt >= days * day);
  if (due === undefined || (told !== null && told >= visit.dueAt + due * day)) return matter;
  const notice = { kind: 'matter_unvisited', matterId: matter.id, days: visit.days } as const;
  let reached = false;
  const manner = { priority: 'reminder', slot: unvisitedSlot(matter, visit, told !== null) } as const;
  for (const { id } of await leadersOf(work, matter))
    reached = (await sayPrivately(work, id, notice, manner)) || reached;
  if (!reached)
    await toCommand(work, { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' }, { priority: 'reminder' });
  return withVisit(matter, { ...visit, leaderAt: work.now });
}

/** The same with one of its visits changed. */
export function withVisit(matter: Matter, visit: FollowUp): Matter {
  const followUps = matter.body.followUps.map((one) => (one.days === visit.days ? visit : one));
  return { ...matter, body: { ...matter.body, followUps } };
}

/** Whether this person is a leader who was told that nobody has made the visit, and may make it. */
export async function mayVisitLate(work: Work, matter: Matter, visit: FollowUp, { id }: Person): Promise<boolean> {
  return visit.leaderAt !== undefined && (await leadersOf(work, matter)).some((leader) => leader.id === id);
}

/** Nobody made it: the next one is due already, a leader says that none can be made, or all of it is given up. */
export async function missVisit(work: Work, matter: Matter, visit: FollowUp, by: Person | null): Promise<Matter> {
  const missed: FollowUp = { ...visit, at: work.now, byId: by?.id ?? null, holds: null, missed: true };
  await traceMatter(work, matter, 'matter_followed_up', by?.id ?? null, { days: visit.days, missed: true });
  return withVisit(matter, missed);
}

/** Leaders see in the same messages what came of the visits that they were told of. */
export async function showLate(work: Work, matter: Matter): Promise<void> {
  const late = matter.body.followUps.filter(({ leaderAt }) => leaderAt !== undefined);
  if (late.length === 0) return;
  const standings = late.flatMap((visit) =>
    [false, true].map((again) => ({
      slot: unvisitedSlot(matter, visit, again),
      notice: { kind: 'matter_unvisited', matterId: matter.id, days: visit.days } as const,
    })),
  );
  for (const { id } of await leadersOf(work, matter)) await redrawFor(work, id, standings);
}

/**
 * Nobody asked for so long that nobody will: what is left of the visits is kept as not made, leaders hear it, and the matter is
 * archived, so that its time until it is forgotten runs.
 */
export async function giveUpVisits(work: Work, matter: Matter): Promise<void> {
  let given = matter;
  const open = matter.body.followUps.filter(({ at }) => at === null);
  for (const visit of open) given = await missVisit(work, given, visit, null);
  for (const kind of ['matter_follow_up', 'matter_term', 'matter_court'] as const)
    await work.tx.timers.cancel(kind, matter.id);
  const archived = await archive(work, given);
  const last = archived.body.followUps.at(-1);
  if (last === undefined || !canAgree(matter, 'visit')) return;
  const notice = { kind: 'matter_unvisited', matterId: matter.id, days: last.days } as const;
  // News of its own, beside the message that asked for the visit.
  if (open.length > 0)
    for (const { id } of await leadersOf(work, archived))
      await sayPrivately(work, id, notice, { priority: 'reminder' });
  await showLate(work, archived);
  await showWork(work, archived, { moved: true });
}

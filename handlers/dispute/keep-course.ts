import type { Instant } from '../../core/clock.ts';
import { mediationEndsAt } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { isOpen } from '../../core/session-steps.ts';
import { privateRules } from '../matter/rules.ts';
import type { Work } from '../work.ts';

/** Writes a dispute's matter with all its fields, and when its owner has to look at it next. */
export async function keepCourse(work: Work, matter: Matter): Promise<Matter> {
  const kept: Matter = { ...matter, changedAt: work.now, dueAt: nextDue(work, matter) };
  await work.tx.matters.put(kept);
  return kept;
}

/** The last instant of mediating by the zone's rules; null: it was not accepted yet. */
export function deadlineOf(work: Work, matter: Matter): Instant | null {
  return mediationEndsAt(matter, privateRules(work).mediationDays, work.zone.timeZone);
}

/** The next session, or the end of the time; null while it rests. Before and after mediating others say what is due. */
function nextDue(work: Work, matter: Matter): Instant | null {
  if (matter.state === 'suspended') return null;
  if (matter.state !== 'accepted' && matter.state !== 'mediating') return matter.dueAt;
  const starts = matter.body.sessions.filter(isOpen).flatMap(({ startsAt }) => startsAt ?? []);
  const ends = deadlineOf(work, matter);
  const dues = ends === null ? starts : [...starts, ends];
  return dues.length === 0 ? null : Math.min(...dues);
}

import { inWorkingDays, withExtension } from '../../core/deadline.ts';
import { daysFor } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { setAlarms, withTerms } from './keep-clock.ts';
import { already, forStep } from './lock-hazard.ts';
import { dueTime, hazardRules } from './rules.ts';
import { saveHazard, showHazard, toPerson, toReporters } from './show-hazard.ts';

type Outcome = HazardResult | Refusal;

/** Nobody asks for more at once. */
const mostDays = 60;

/** The owner asks for more working days, with a reason; the leader decides, or the command where there is none. */
export async function askMore(
  work: Work,
  id: HazardId,
  owner: Person,
  ask: { days: number; reason: string },
): Promise<Outcome> {
  const found = await forStep(work, id, 'ask_more');
  if ('refused' in found) return found.refused;
  const { days, reason } = ask;
  if (!Number.isInteger(days) || days < 1 || days > mostDays) return { kind: 'stale' };
  if (reason.trim() === '') return { kind: 'hazard_reason_wanted' };
  const saved = await saveHazard(work, { ...found.hazard, asked: { days, reason: reason.trim(), at: work.now } });
  await traceHazard(work, saved, 'extension_asked', owner.id, { days, reason });
  const notice = { kind: 'hazard_more_asked', hazardId: saved.id } as const;
  const manner = { priority: 'answer', slot: `hazard-more:${saved.id}:${String(work.now)}` } as const;
  const toLeader = saved.leaderId !== null && (await toPerson(work, saved.leaderId, notice, manner));
  if (!toLeader) await toCommand(work, notice, manner);
  await showHazard(work, saved);
  return { kind: 'hazard_more_asked', days };
}

/**
 * The leader decides on what the owner asked. Granted: the deadline moves by working days, on the spot becomes by deadline,
 * and whoever told of it hears until when. The second of two deciders is told that it is done.
 */
export async function decideMore(work: Work, id: HazardId, leader: Person, granted: boolean): Promise<Outcome> {
  const found = await forStep(work, id, 'extend');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  const { asked } = hazard;
  if (asked === null || hazard.terms === null) return already(work, hazard);
  const answered: Hazard = { ...hazard, asked: null };
  const saved = await saveHazard(work, granted ? extended(work, answered, asked, leader) : answered);
  await traceHazard(work, saved, granted ? 'extended' : 'extension_refused', leader.id, {
    days: asked.days,
    reason: asked.reason,
    dueDate: saved.deadline?.dueDate ?? null,
  });
  await setAlarms(work, saved);
  if (saved.ownerId !== null) {
    await toPerson(
      work,
      saved.ownerId,
      { kind: 'hazard_more_decided', hazardId: saved.id, granted },
      { priority: 'answer' },
    );
  }
  await showHazard(work, saved);
  if (!granted) return { kind: 'hazard_not_extended' };
  await tellDelay(work, saved);
  return { kind: 'hazard_extended', due: dueTime(work, saved.dueAt) };
}

function extended(work: Work, hazard: Hazard, asked: { days: number; reason: string }, leader: Person): Hazard {
  if (hazard.terms === null) return hazard;
  const days = daysFor(hazardRules(work), hazard.kinds, hazard.grade ?? 'ordinary');
  const inDays = inWorkingDays(hazard.terms, hazard.assignedAt ?? work.now, days);
  const { reason } = asked;
  const terms = withExtension(inDays, { why: 'granted', days: asked.days, reason, byId: leader.id, at: work.now });
  return withTerms(
    work,
    { ...hazard, handling: hazard.handling === 'on_the_spot' ? 'by_deadline' : hazard.handling },
    terms,
  );
}

/** Whoever told of it hears that it takes another time. */
export async function tellDelay(work: Work, hazard: Hazard): Promise<void> {
  await toReporters(work, hazard, (report) => ({
    kind: 'hazard_turn',
    hazardId: hazard.id,
    reportId: report.id,
    turn: 'delayed',
  }));
}

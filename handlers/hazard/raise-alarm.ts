import type { Instant } from '../../core/clock.ts';
import { lateDays } from '../../core/deadline.ts';
import { isPaused, type Hazard, type OverdueStep } from '../../core/hazard.ts';
import { dueStep, overdueSteps } from '../../core/hazard-overdue.ts';
import type { HazardId, PersonId } from '../../core/ids.ts';
import type { Notice } from '../../core/notice.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { setAlarms } from './keep-clock.ts';
import { replaceOwner } from './replace-owner.ts';
import { deadlineRules, hazardRules } from './rules.ts';
import { saveHazard, showHazard, toPerson } from './show-hazard.ts';

/** Alarms that the morning's lists bring forward. */
export interface MorningAlarm {
  /** Steps until then are taken. */
  until: Instant;
  /** Who reads it in a list. */
  told: ReadonlySet<PersonId>;
}

const usually = ({ now }: Work): MorningAlarm => ({ until: now, told: new Set() });

/**
 * The day of a step has come: the owner, then the leader hears how the deadline stands, with its arithmetic; in the end
 * supervision 挂牌督办 is proposed to leader and command. An owner who left is replaced first. Steps that were slept through are
 * not made up for: the last one says it all.
 */
export async function raiseAlarm(work: Work, id: HazardId, morning: MorningAlarm = usually(work)): Promise<void> {
  const hazard = await work.tx.hazards.lock(id);
  if (hazard === null || (hazard.state !== 'assigned' && hazard.state !== 'accepted')) return;
  if (hazard.deadline === null || isPaused(hazard)) return;
  if (await replaceOwner(work, hazard)) return;
  const rules = deadlineRules(work);
  const steps = overdueSteps(hazard.deadline, hazardRules(work).overdue, rules);
  const { step, taken } = dueStep(steps, hazard.alarms, morning.until);
  const saved = await saveHazard(work, { ...hazard, alarms: taken });
  await setAlarms(work, saved);
  if (step === null) return;
  const late = lateDays(hazard.deadline, work.now, rules);
  await traceHazard(work, saved, 'overdue', null, { to: step.to, days: step.days, lateDays: late });
  await tell(work, saved, { step, late, told: morning.told });
  if (late >= 0) await showHazard(work, saved);
}

interface Alarm {
  step: OverdueStep;
  late: number;
  told: ReadonlySet<PersonId>;
}

async function tell(work: Work, hazard: Hazard, { step, late, told }: Alarm): Promise<void> {
  const notice: Notice = { kind: 'hazard_overdue', hazardId: hazard.id, step, lateDays: late };
  const manner = { priority: 'reminder' } as const;
  const reach = async (id: PersonId | null): Promise<boolean> =>
    id !== null && (told.has(id) || (await toPerson(work, id, notice, manner)));
  const owner = await reach(hazard.ownerId);
  if (step.to === 'owner' && owner) return;
  const leader = await reach(hazard.leaderId);
  if (!leader || step.to === 'supervision') await toCommand(work, notice, manner);
}

import { zoneInstant } from '../../core/deadline.ts';
import { dueInMorning } from '../../core/hazard-morning.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { replaceOwner } from './replace-owner.ts';
import { atWork, deadlineRules, hazardRules } from './rules.ts';
import { toPerson } from './show-hazard.ts';

/** As many as a reminder names. */
const named = 20;

/**
 * Nobody has graded, assigned, accepted or checked it. The command hears of everything that waits for it in one message a day,
 * edited in place; the owner of what is not accepted is asked by name. It comes again until somebody has done it.
 */
export async function remindWaiting(work: Work, id: HazardId): Promise<void> {
  const hazard = await work.tx.hazards.lock(id);
  if (hazard === null) return;
  const { state } = hazard;
  if (state !== 'reported' && state !== 'graded' && state !== 'assigned' && state !== 'fixed') return;
  if (state === 'assigned' && (await replaceOwner(work, hazard))) return;
  if (state === 'assigned') await remindOwner(work, hazard);
  else await remindCommand(work, state === 'fixed' ? 'check' : 'decide');
  await setTimer(work, 'hazard_waiting', id, atWork(work, hazardRules(work).waitingHours));
}

/** So long after the morning's list nothing is said again of what it named. */
const morningMs = 2 * 3_600_000;

/** The owner has read of it this morning, for it is late or due. */
function stoodInList(work: Work, hazard: Hazard): boolean {
  const rules = deadlineRules(work);
  const today = zoneDate(work.now, rules.timeZone);
  const at = zoneInstant(today, hazardRules(work).digestAt, rules.timeZone);
  if (!rules.calendar.kindOf(today).working || work.now < at || work.now - at > morningMs) return false;
  const { late, today: due } = dueInMorning([hazard], 'owned', rules, at);
  return late.length + due.length > 0 && (hazard.assignedAt ?? at) < at;
}

async function remindOwner(work: Work, hazard: Hazard): Promise<void> {
  if (stoodInList(work, hazard)) return;
  const notice = { kind: 'hazard_waiting', hazardIds: [hazard.id] } as const;
  const today = zoneDate(work.now, work.zone.timeZone);
  const manner = { priority: 'reminder', slot: `hazard-waiting:${hazard.id}:${today}` } as const;
  const told = hazard.ownerId !== null && (await toPerson(work, hazard.ownerId, notice, manner));
  if (!told) await toCommand(work, notice, manner);
}

async function remindCommand(work: Work, what: 'decide' | 'check'): Promise<void> {
  const { hazards } = work.tx;
  const waiting = what === 'check' ? await hazards.awaitingCheck(named) : await hazards.awaitingOfficer(named);
  const today = zoneDate(work.now, work.zone.timeZone);
  await toCommand(
    work,
    { kind: 'hazard_waiting', hazardIds: waiting.map(({ id }) => id) },
    { priority: 'reminder', slot: `hazard-waiting:${what}:${today}` },
  );
}

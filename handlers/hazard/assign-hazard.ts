import type { DeadlineTerms } from '../../core/deadline.ts';
import { withoutPause } from '../../core/deadline.ts';
import { daysFor } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId, PersonId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { leaderOf, namedOwner } from './find-people.ts';
import { setAlarms, setDigest, setWaiting, withTerms } from './keep-clock.ts';
import { forStep } from './lock-hazard.ts';
import { hazardRules } from './rules.ts';
import { orderSlot, saveHazard, showHazard, toPerson } from './show-hazard.ts';

type Outcome = HazardResult | Refusal;

/** The command gives it to one of the possible owners: by the button's id, or as words name them. */
export async function assignByName(work: Work, id: HazardId, actor: Person, value: string): Promise<Outcome> {
  const hazard = await work.tx.hazards.byId(id);
  if (hazard === null || value === '') return { kind: 'stale' };
  const by = { rules: hazardRules(work), places: work.zone.places };
  const owner = await namedOwner(work.tx.people, by, hazard, value);
  return owner === null ? { kind: 'hazard_no_owner' } : assignHazard(work, id, actor, owner);
}

/** The command gives it to somebody. Who has it now is told truthfully; the clock, once begun, goes on. */
export async function assignHazard(work: Work, id: HazardId, actor: Person, owner: Person): Promise<Outcome> {
  const found = await forStep(work, id, 'assign');
  if ('refused' in found) return found.refused;
  if (!owner.active) return { kind: 'hazard_no_owner' };
  if (found.hazard.ownerId !== owner.id) await giveTo(work, found.hazard, owner, actor.id);
  return { kind: 'hazard_assigned', owner: spokenName(owner) };
}

/** Hands a graded hazard to its owner, who hears at once; the deadline begins with the first owner and not again. */
export async function giveTo(work: Work, hazard: Hazard, owner: Person, actorId: PersonId | null): Promise<Hazard> {
  const by = { rules: hazardRules(work), places: work.zone.places };
  const leader = await leaderOf(work.tx.people, by, hazard);
  const given = withTerms(
    work,
    {
      ...hazard,
      state: 'assigned',
      handling: hazard.handling === 'supervised' ? 'supervised' : 'by_deadline',
      ownerId: owner.id,
      leaderId: leader?.id ?? hazard.leaderId,
      assignedAt: hazard.assignedAt ?? work.now,
      acceptedAt: null,
      asked: null,
    },
    hazard.terms === null ? firstTerms(work, hazard) : withoutPause(hazard.terms, work.now),
  );
  const saved = await saveHazard(work, given);
  await traceHazard(work, saved, 'assigned', actorId, {
    owner: owner.id,
    dueDate: saved.deadline?.dueDate ?? null,
    days: saved.terms?.given.count ?? 0,
  });
  await setAlarms(work, saved);
  await setWaiting(work, saved);
  await setDigest(work);
  await sendOrder(work, saved);
  await showHazard(work, saved, { priority: 'answer', ordered: true });
  return saved;
}

function firstTerms(work: Work, hazard: Hazard): DeadlineTerms {
  const count = daysFor(hazardRules(work), hazard.kinds, hazard.grade ?? 'ordinary');
  return { startAt: work.now, given: { unit: 'working_days', count }, extensions: [], pauses: [] };
}

/** The owner's order, loud. Nowhere to send it: the command hears so. */
export async function sendOrder(work: Work, hazard: Hazard, again = false): Promise<void> {
  if (hazard.ownerId === null) return;
  const sent = await toPerson(
    work,
    hazard.ownerId,
    { kind: 'hazard_order', hazardId: hazard.id, ...(again ? { again } : {}) },
    { priority: 'answer', slot: orderSlot(hazard) },
  );
  if (sent) return;
  await toCommand(
    work,
    { kind: 'undelivered', what: 'hazard_order', personId: hazard.ownerId, roomTitle: '' },
    { priority: 'answer' },
  );
}

/** The owner says that it is not theirs: the command finds somebody else, and the clock goes on meanwhile. */
export async function handBack(work: Work, id: HazardId, owner: Person, words = ''): Promise<Outcome> {
  const found = await forStep(work, id, 'hand_back');
  if ('refused' in found) return found.refused;
  const free = await saveHazard(work, {
    ...found.hazard,
    state: 'graded',
    ownerId: null,
    acceptedAt: null,
    dueAt: null,
    asked: null,
  });
  await traceHazard(work, free, 'handed_back', owner.id, words === '' ? {} : { words });
  await setAlarms(work, free);
  await setWaiting(work, free);
  await showHazard(work, free, { priority: 'answer' });
  return { kind: 'hazard_handed_back' };
}

import type { HazardId, PersonId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { forStep } from './lock-hazard.ts';
import { namedActor } from './reopen-hazard.ts';
import { dueTime } from './rules.ts';
import { directRoomOf, toPerson } from './show-hazard.ts';

/**
 * "上次报的那个还没弄好": how it stands is told at once, and whoever has it hears that somebody asks, once a day however often
 * it is asked.
 */
export async function chaseHazard(work: Work, id: HazardId, person: Person): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'chase');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  await traceHazard(work, hazard, 'chased', await namedActor(work, id, person));
  const notice = { kind: 'hazard_chased', hazardId: id } as const;
  // The same slot all day: a second time edits what stands there, without a sound.
  const slot = `hazard-chased:${id}:${zoneDate(work.now, work.zone.timeZone)}`;
  const manner = { priority: 'reminder', slot } as const;
  const underWork = hazard.ownerId !== null && hazard.state !== 'fixed';
  const told = underWork && hazard.ownerId !== null && (await toPerson(work, hazard.ownerId, notice, manner));
  if (!told) await toCommand(work, notice, manner);
  else if (hazard.ownerId !== null) await awaitProgress(work, id, hazard.ownerId);
  return { kind: 'hazard_chased', state: hazard.state, due: dueTime(work, hazard.dueAt) };
}

/** So long the owner's next words may be how far it is. */
const progressMs = 24 * 3_600_000;

/** The owner is asked for a sentence: what they write next, if it is nothing else, is that. */
async function awaitProgress(work: Work, id: HazardId, ownerId: PersonId): Promise<void> {
  const roomId = await directRoomOf(work, ownerId);
  if (roomId === null || (await work.tx.rooms.question(roomId, ownerId, work.now)) !== null) return;
  const expiresAt = work.now + progressMs;
  await work.tx.rooms.ask({ roomId, personId: ownerId, kind: 'hazard_progress', subject: id, expiresAt });
}

import type { HazardId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toCommand } from '../incident/command-rooms.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { forStep } from './lock-hazard.ts';
import { namedActor } from './reopen-hazard.ts';
import { dueTime } from './rules.ts';
import { toPerson } from './show-hazard.ts';

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
  return { kind: 'hazard_chased', state: hazard.state, due: dueTime(work, hazard.dueAt) };
}

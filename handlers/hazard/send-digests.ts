import { zoneInstant } from '../../core/deadline.ts';
import { dayAfter } from '../../core/working-days.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { setDigest } from './keep-clock.ts';
import { deadlineRules, hazardRules } from './rules.ts';
import { toPerson } from './show-hazard.ts';

/** When the last morning's lists went out. */
const lastKey = 'hazard.digest';
const dayMs = 86_400_000;

/**
 * The morning's lists, on working days: an owner with something due today or late, a leader with something late, and groups
 * of zones that want one digest instead of cards. Who has nothing hears nothing. Stops by itself when nothing is open.
 */
export async function sendDigests(work: Work): Promise<void> {
  const { timeZone, calendar } = deadlineRules(work);
  const today = zoneDate(work.now, timeZone);
  const anyOpen = (await work.tx.hazards.list({ status: 'open' }, 1, null)).length > 0;
  if (anyOpen) await setDigest(work);
  if (!calendar.kindOf(today).working) return;
  const endOfToday = zoneInstant(dayAfter(today), '00:00', timeZone) - 1;
  const manner = { priority: 'digest' } as const;
  for (const id of await work.tx.hazards.ownersDueBy(endOfToday)) {
    await toPerson(work, id, { kind: 'hazard_digest', personId: id, about: 'owned' }, manner);
  }
  for (const id of await work.tx.hazards.leadersOverdue(work.now)) {
    await toPerson(work, id, { kind: 'hazard_digest', personId: id, about: 'area' }, manner);
  }
  await tellGroups(work);
}

async function tellGroups(work: Work): Promise<void> {
  if (hazardRules(work).groups !== 'digest') return;
  const last = await work.tx.settings.get(lastKey);
  const sinceAt = typeof last === 'number' ? last : work.now - dayMs;
  await work.tx.settings.put(lastKey, work.now);
  for (const id of await work.tx.hazards.roomsChangedSince(sinceAt)) {
    const room = await work.tx.rooms.byId(id);
    if (room?.kind !== 'group' || room.state !== 'open') continue;
    await toRooms(work, [id], { kind: 'hazard_group_digest', sinceAt }, { priority: 'digest' });
  }
}

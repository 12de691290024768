import type { Instant } from '../../core/clock.ts';
import { zoneInstant } from '../../core/deadline.ts';
import { dueInMorning, stepBy } from '../../core/hazard-morning.ts';
import type { MorningAbout, MorningDue, MorningStep } from '../../core/hazard-morning.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardId, PersonId } from '../../core/ids.ts';
import { dayAfter } from '../../core/working-days.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { toRooms } from '../say.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { setDigest } from './keep-clock.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { deadlineRules, hazardRules } from './rules.ts';
import { directRoomOf, toPerson } from './show-hazard.ts';

/** When the last morning's lists went out. */
const lastKey = 'hazard.digest';
const dayMs = 86_400_000;
/** More than anybody has to do. */
const looked = 200;
/** How many alarms one list says, and how many of them propose something. */
const mostSteps = 12;
const mostProposals = 4;

/**
 * The morning's lists, on working days: an owner with something due today or late, a leader with something late, and groups
 * of zones that want one digest instead of cards. Who has nothing hears nothing. Stops by itself when nothing is open.
 */
export async function sendDigests(work: Work): Promise<void> {
  const { timeZone, calendar, workStart } = deadlineRules(work);
  const today = zoneDate(work.now, timeZone);
  const anyOpen = (await work.tx.hazards.list({ status: 'open' }, 1, null)).length > 0;
  if (anyOpen) await setDigest(work);
  if (!calendar.kindOf(today).working) return;
  const endOfToday = zoneInstant(dayAfter(today), '00:00', timeZone) - 1;
  const until = Math.max(work.now, zoneInstant(today, workStart, timeZone));
  const told: Told = new Map();
  for (const id of await work.tx.hazards.ownersDueBy(endOfToday)) await tellOne(work, id, 'owned', until, told);
  for (const id of await work.tx.hazards.leadersOverdue(work.now)) await tellOne(work, id, 'area', until, told);
  // Each in a transaction of its own: on some mornings there are thousands.
  for (const [id, people] of told) await setTimer(work, 'hazard_morning', [id, ...people].join(' '), work.now);
  await tellGroups(work);
}

/** The alarm of a hazard that stands in these people's lists: whoever else is to hear it hears it now. */
export async function raiseThisMorning(work: Work, subject: string): Promise<void> {
  const [id, ...people] = subject.split(' ');
  const { timeZone, workStart } = deadlineRules(work);
  const until = Math.max(work.now, zoneInstant(zoneDate(work.now, timeZone), workStart, timeZone));
  await raiseAlarm(work, id as HazardId, { until, told: new Set(people as PersonId[]) });
}

/** Whose lists say the alarm of a hazard. */
type Told = Map<HazardId, Set<PersonId>>;

/**
 * One message in a morning about one hazard: today's alarms stand in the list, with their arithmetic, and are not raised again
 * when work begins. Where the list would hold nothing but one hazard with an alarm, the alarm comes instead, now.
 */
async function tellOne(work: Work, id: PersonId, about: MorningAbout, until: Instant, told: Told): Promise<void> {
  if ((await directRoomOf(work, id)) === null) return;
  const { hazards } = work.tx;
  const own = about === 'owned' ? await hazards.ofOwner(id, looked) : await hazards.ofLeader(id, looked);
  const due = dueInMorning(own, about, deadlineRules(work), work.now);
  const { late, today, soon } = due;
  if (late.length + today.length === 0) return;
  const steps = morningSteps(work, due, until);
  const [only] = steps;
  if (only !== undefined && hearsIt(only, about) && late.length + today.length + soon.length === 1) {
    told.set(only.hazardId, told.get(only.hazardId) ?? new Set());
    return;
  }
  for (const { hazardId } of steps) told.set(hazardId, (told.get(hazardId) ?? new Set()).add(id));
  const notice = { kind: 'hazard_digest', personId: id, about, ...(steps.length === 0 ? {} : { steps }) } as const;
  await toPerson(work, id, notice, { priority: 'digest' });
}

/** Whether the alarm itself comes to them: an owner hears of each, a leader once it is for more than the owner. */
function hearsIt({ to }: MorningStep, about: MorningAbout): boolean {
  return about === 'owned' || to !== 'owner';
}

/** As many as a list holds; proposals need a button each, so of them fewer. What is left out is raised on its own. */
function morningSteps(work: Work, { late, today, soon }: MorningDue<Hazard>, until: Instant): MorningStep[] {
  const { overdue } = hazardRules(work);
  const steps = [...late, ...today, ...soon].flatMap((hazard) => {
    const step = stepBy(hazard, overdue, deadlineRules(work), until);
    return step === null ? [] : [{ hazardId: hazard.id, to: step.to }];
  });
  const proposals = steps.filter(({ to }) => to === 'supervision');
  const left = new Set(proposals.slice(mostProposals));
  return steps.filter((step) => !left.has(step)).slice(0, mostSteps);
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

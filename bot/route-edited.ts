import type { Instant } from '../core/clock.ts';
import { leaveWhom } from '../core/leave-whom.ts';
import { namedPerson } from '../core/named-person.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { absentName } from '../core/reading/patrol/absent-name.ts';
import { isCrew, isPresent } from '../core/shift-choice.ts';
import { shiftSubject, type ShiftRequest } from '../core/shift.ts';
import { zoneDate } from '../core/zone-time.ts';
import { decideRequest } from '../handlers/patrol/decide-request.ts';
import { whenSaid } from '../handlers/work.ts';
import type { Heard } from './heard.ts';
import { daysSaid, isOn, tellLeave } from './leave-heard.ts';
import { routeCheckIn } from './route-check-in.ts';
import { routeEmergency } from './route-emergency.ts';
import { routeEndBack } from './route-end-back.ts';
import { keepEdit } from './route-matter.ts';
import { routePatrol } from './route-patrol.ts';
import { answersOrder, routeRescuer } from './route-rescuer.ts';
import { readPatrolWord } from './texts/patrol-words.ts';

/**
 * Words that were changed after they were sent. Danger is danger; a check-in, a wish for leave or a swap follows its message; an
 * answer that was given is not given again. Words of a shift that have had no effect are read as if they were written now.
 * True: dealt with.
 */
export async function routeEdited(heard: Heard): Promise<boolean> {
  await keepEdit(heard);
  return (
    (await routeEmergency(heard)) ||
    (await routeCheckIn(heard)) ||
    (await routeEndBack(heard)) ||
    (await followWish(heard)) ||
    (await routeLateRight(heard)) ||
    ((await hadNoEffect(heard)) && routePatrol(asNew(heard)))
  );
}

const asNew = (heard: Heard): Heard => ({ ...heard, message: { ...heard.message, edited: false } });

/** A slip put right ("能区" to "能去") is the answer to an order that has none. */
async function routeLateRight(heard: Heard): Promise<boolean> {
  return heard.orders.some(({ answer: given }) => given === 'open') && answersOrder(heard) && routeRescuer(heard);
}

/**
 * 明晚请假 that was changed to 后天请假, or to 不请假了: what is still open follows the words, and of what is decided they read how
 * to take it back.
 */
async function followWish(heard: Heard): Promise<boolean> {
  const { work, room, message } = heard;
  const asked = await work.tx.shifts.requestsByMessage(room.id, message.messageId);
  const wishes = asked.filter(({ state }) => isOpen(state) || state === 'granted');
  if (wishes.length === 0) return false;
  const following = wishes.filter((one) => follows(heard, one));
  const stand = await namedNoMore(
    heard,
    wishes.filter((one) => !following.includes(one)),
  );
  if (stand.length > 0) await tellStands(heard, stand);
  if (following.length === 0 || stand.length > 0) return true;
  const wished = isWish(heard) && (await routePatrol(asNew(heard)));
  for (const { id } of following) {
    const now = await work.tx.shifts.request(id);
    if (now !== null && isOpen(now.state) && (!wished || now.words !== message.text))
      await withdraw(heard, now, !wished);
  }
  return true;
}

const isOpen = (state: ShiftRequest['state']): boolean => state === 'asked' || state === 'agreed';

const isWish = ({ reading: { intent, fields } }: Heard): boolean =>
  intent === 'leave_request' && fields.correction !== true;

/** 明晚 that was written yesterday is another day by now. */
function follows({ work }: Heard, { state, askedAt }: ShiftRequest): boolean {
  const { timeZone } = work.zone;
  return isOpen(state) && zoneDate(askedAt, timeZone) === zoneDate(work.now, timeZone);
}

/** Whether the words still name whom it is about, where that is not who wrote them. */
async function isStillOf({ work, person, message: { text } }: Heard, { personId }: ShiftRequest): Promise<boolean> {
  if (personId === person.id) return true;
  const who = await work.tx.people.byIds([personId]);
  return leaveWhom(text, who).others.length > 0 || namedPerson(who, absentName(text) ?? '') !== null;
}

/** Of what cannot follow the words those whose day, or whom, they no longer name. */
async function namedNoMore(heard: Heard, wishes: readonly ShiftRequest[]): Promise<ShiftRequest[]> {
  const { days } = daysSaid(heard);
  const gone: ShiftRequest[] = [];
  for (const wish of wishes) {
    const shift = await heard.work.tx.shifts.byId(wish.shiftId);
    const isNamed = days.length === 0 || days.includes(shift?.date ?? '');
    const isSame = isOpen(wish.state) || (isNamed && (await isStillOf(heard, wish)));
    if (!(isWish(heard) && isSame)) gone.push(wish);
  }
  return gone;
}

async function tellStands(heard: Heard, wishes: readonly ShiftRequest[]): Promise<true> {
  const days: string[] = [];
  for (const { shiftId } of wishes) days.push((await heard.work.tx.shifts.byId(shiftId))?.date ?? '');
  const granted = wishes.some(({ state }) => state === 'granted');
  const swap = wishes.some(({ kind }) => kind === 'swap');
  const others = wishes.map(({ personId }) => personId).filter((id) => id !== heard.person.id);
  const [other] = await heard.work.tx.people.byIds(others);
  const who = other === undefined ? {} : { who: other.callSign ?? other.name };
  return tellLeave(heard, null, { kind: 'leave_stands', days: days.toSorted(), granted, swap, ...who });
}

async function withdraw(heard: Heard, request: ShiftRequest, told: boolean): Promise<void> {
  const { work, person } = heard;
  const result = await decideRequest(work, request.token, person, 'request_withdraw');
  if (told) await tellLeave(heard, await work.tx.shifts.view(request.shiftId), result);
}

/** What a message of a shift can still become by an edit: none of it would be done twice. */
async function hadNoEffect(heard: Heard): Promise<boolean> {
  const { work, shifts, reading, message, person } = heard;
  const verb = readPatrolWord(message.text)?.verb;
  if (reading.intent === 'shift_start' || verb === 'shift_here')
    return shifts.some((view) => isCrew(view, person.id) && !isPresent(view, person.id));
  if (reading.intent === 'leave_request' || verb === 'shift_leave') return !(await askedAlready(heard));
  const isRecent = whenSaid(work) - writtenAt(heard) <= putRightMs;
  if (reading.intent === 'delay') return isRecent;
  if (!isRecent || (reading.intent !== 'shift_end' && verb !== 'shift_end')) return false;
  const running = shifts.filter(({ shift, people }) => shift.state === 'running' && isPresent({ people }, person.id));
  return running.length > 0 && !(await hasEnded(heard, running));
}

/** A slip is put right so soon; what is edited later says how it was. */
const putRightMs = 10 * 60_000;

const writtenAt = ({ work, message }: Heard): Instant => message.writtenAt ?? whenSaid(work);

/** Whether this message asked for one of these days before, whatever became of that. */
async function askedAlready(heard: Heard): Promise<boolean> {
  const { work, room, message } = heard;
  const asked = await work.tx.shifts.requestsByMessage(room.id, message.messageId);
  const { days } = daysSaid(heard);
  if (days.length === 0) return asked.length > 0;
  const views = await Promise.all(asked.map(({ shiftId }) => work.tx.shifts.view(shiftId)));
  return views.some((view) => view !== null && days.some((day) => isOn(heard, view, day)));
}

/** Whether one of these was over since the message was written: taken back, it is not ended by an edit. */
async function hasEnded(heard: Heard, views: readonly ShiftView[]): Promise<boolean> {
  for (const { shift } of views) {
    const trace = await heard.work.tx.trace.of(shiftSubject(shift));
    if (trace.some(({ what, at }) => what === 'shift_ended' && at >= writtenAt(heard))) return true;
  }
  return false;
}

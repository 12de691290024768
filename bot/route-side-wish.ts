import type { Instant } from '../core/clock.ts';
import { timeValue } from '../core/course-tap.ts';
import { canStep, invited, sideOf } from '../core/dispute.ts';
import type { Matter } from '../core/matter.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { isOpen } from '../core/session-steps.ts';
import type { Session } from '../core/session.ts';
import { timesWished } from '../core/times-wished.ts';
import { chooseTime } from '../handlers/dispute/choose-time.ts';
import { wishTimes } from '../handlers/dispute/wish-times.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import type { Heard } from './heard.ts';
import { answerPrivately, tellResult } from './tell-result.ts';

/** At most so many are told apart by asking which one. */
const several = 5;

/**
 * A side asks for a time in words of its own: 能不能明天下午3点, 周五下午5点可以吗. One of those that were proposed is taken as its answer; any
 * other reaches whoever has the matter, with a button that takes it. True: dealt with.
 */
export async function routeSideWish(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  if (room.kind !== 'direct' || message.edited || message.attachments.length > 0) return false;
  const times = timesWished(message.text, work.now, work.zone.timeZone);
  if (times === null || !(await work.tx.matters.concerns(person.id))) return false;
  const own = await work.tx.matters.ofPerson(person.id, ['teller', 'party'], { over: false, limit: several });
  const fitting = own.filter((matter) => matter.ownerId !== null && sideOf(matter, person.id) !== null);
  const meant = meantBy(heard, fitting);
  if (fitting.length === 0) return false;
  work.keepPrivate();
  if (meant === null)
    return answerPrivately(heard, { kind: 'matter_which', matterIds: fitting.map(({ id }) => id), about: 'words' });
  const matter = await work.tx.matters.lock(meant.id);
  if (matter === null) return false;
  const result = await take(heard, matter, times);
  // Of a session that is booked its own message tells.
  return result.kind === 'matter_booked' ? true : tellResult(heard, matter.id, result);
}

/** The one that is quoted, the only one, or the only one for which times are spoken of; null: several. */
function meantBy({ quoted }: Heard, own: readonly Matter[]): Matter | null {
  const named = quoted !== null && 'matterId' in quoted ? own.find(({ id }) => id === quoted.matterId) : undefined;
  if (named !== undefined) return named;
  const timely = own.filter((matter) => canStep(matter, 'propose'));
  const [one] = timely.length > 0 ? timely : own;
  return timely.length > 1 || (timely.length === 0 && own.length > 1) ? null : (one ?? null);
}

async function take(heard: Heard, matter: Matter, times: readonly Instant[]): Promise<MatterResult> {
  const { work, room, person, message } = heard;
  const side = sideOf(matter, person.id);
  const offered = matter.body.sessions.findLast(
    (session) => isOpen(session) && invited(session, matter.body.parties).some(({ key }) => key === side),
  );
  const chosen = offered === undefined ? [] : chosenOf(offered, times);
  if (offered === undefined || chosen.length === 0)
    return wishTimes(work, matter, person, { times, words: message.text });
  let result: MatterResult = { kind: 'matter_none' };
  for (const said of chosen) {
    const current = await work.tx.matters.lock(matter.id);
    if (current === null) return result;
    const rights = await rightsOf(work, current, person);
    const value = timeValue({ session: offered.n, said });
    const act = { person, verb: 'matter_time', value, words: message.text, roomId: room.id, rights } as const;
    result = await chooseTime(work, current, act);
  }
  return result;
}

/** Which of the times that were proposed these are; none when one of them is another. */
function chosenOf({ times: proposed }: Session, times: readonly Instant[]): number[] {
  const found = times.map((at) => proposed.indexOf(at));
  return found.includes(-1) ? [] : found;
}

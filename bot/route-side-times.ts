import { timeValue } from '../core/course-tap.ts';
import { invited, sideOf } from '../core/dispute.ts';
import type { Matter } from '../core/matter.ts';
import type { MatterResult } from '../core/private-notice.ts';
import type { Session } from '../core/session.ts';
import { isOpen } from '../core/session-steps.ts';
import { timesMeant } from '../core/times-meant.ts';
import { chooseTime } from '../handlers/dispute/choose-time.ts';
import { rightsOf } from '../handlers/matter/look-at-matter.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import type { Heard } from './heard.ts';

/** At most so many are looked through. */
const several = 5;
/** An answer is short; longer words are about more, and a person reads them. */
const longest = 40;

/** What a side answers in words to the times that it was asked about: 周三可以, 第一个, 都不行. True: dealt with. */
export async function routeSideTimes(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const text = message.text.trim();
  if (room.kind !== 'direct' || message.edited || text === '' || text.length > longest) return false;
  if (!(await work.tx.matters.concerns(person.id))) return false;
  const open = await work.tx.matters.ofPerson(person.id, ['teller', 'party'], { over: false, limit: several });
  const asked = open.flatMap((matter) => {
    const session = sessionFor(heard, matter);
    const meant = session === null ? null : timesMeant(text, session, work.now, work.zone.timeZone);
    return session === null || meant === null ? [] : [{ matter, session, meant }];
  });
  const [one] = asked;
  if (one === undefined || asked.length > 1) return false;
  work.keepPrivate();
  const result = await choose(heard, one.matter, one.session, one.meant);
  // Of a session that is booked its own message tells.
  if (result.kind === 'matter_booked') return true;
  const notice = { kind: 'matter_result', matterId: one.matter.id, result } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  return true;
}

/** The session that this person was asked about; null: none. */
function sessionFor({ person }: Heard, matter: Matter): Session | null {
  const side = sideOf(matter, person.id);
  const theirs = (session: Session): boolean => invited(session, matter.body.parties).some(({ key }) => key === side);
  return matter.body.sessions.findLast((session) => isOpen(session) && theirs(session)) ?? null;
}

async function choose(
  { work, room, person, message }: Heard,
  seen: Matter,
  session: Session,
  meant: readonly number[] | 'all' | 'none',
): Promise<MatterResult> {
  let result: MatterResult = { kind: 'matter_none' };
  for (const said of typeof meant === 'string' ? [meant] : meant) {
    const matter = await work.tx.matters.lock(seen.id);
    if (matter === null) return result;
    const rights = await rightsOf(work, matter, person);
    const value = timeValue({ session: session.n, said });
    const act = { person, verb: 'matter_time', value, words: message.text, roomId: room.id, rights } as const;
    result = await chooseTime(work, matter, act);
  }
  return result;
}

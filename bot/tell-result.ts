import { sideOf } from '../core/dispute.ts';
import type { MatterId } from '../core/ids.ts';
import type { MatterResult, PrivateNotice } from '../core/private-notice.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import type { Heard } from './heard.ts';

/** Answers in the direct chat in which it was asked. */
export async function answerPrivately({ work, person, room }: Heard, notice: PrivateNotice): Promise<true> {
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  return true;
}

/** What words came to, once: what a look shows, a booking, or an end tells of itself comes by itself. */
export async function tellResult(heard: Heard, matterId: MatterId | null, result: MatterResult): Promise<true> {
  if (result.kind === 'matter_shown' || (await isToldAnyway(heard, matterId, result))) return true;
  return answerPrivately(heard, { kind: 'matter_result', matterId, result });
}

/** Every side hears of a time that is booked, of an end, and that all of it is done; whoever said it need not hear it twice. */
async function isToldAnyway(
  { work, person }: Heard,
  matterId: MatterId | null,
  result: MatterResult,
): Promise<boolean> {
  const ends = result.kind === 'matter_withdrawn' || (result.kind === 'matter_consent_noted' && result.said === 'no');
  const done = result.kind === 'matter_payment_confirmed' && result.done;
  if (matterId === null || (!ends && !done)) return false;
  const matter = await work.tx.matters.byId(matterId);
  const over = matter?.state === 'ended' || matter?.state === 'performed' || matter?.state === 'archived';
  return matter !== null && over && sideOf(matter, person.id) !== null;
}

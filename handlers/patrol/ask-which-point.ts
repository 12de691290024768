import type { CheckIn } from '../../core/check-in.ts';
import type { CheckInId } from '../../core/ids.ts';
import { answerMs } from '../../core/same-check-in.ts';
import { takesMessages } from '../../core/shift.ts';
import { toRooms } from '../say.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { checkInSlot } from './answer-check-in.ts';

/** Words that follow a picture settle it before anybody is asked. */
const waitMs = 20_000;

/** Has somebody asked which point it was, unless the next words say so. */
export async function askSoon(work: Work, id: CheckInId): Promise<void> {
  await setTimer(work, 'shift_ask', id, work.now + waitMs);
}

/**
 * Asks whoever sent a check-in which point it was, with buttons. One question at a time: while one waits for the same person in the
 * same room, the next is asked when that is answered; what nobody answers is for the leader to see.
 */
export async function askWhichPoint(work: Work, id: CheckInId): Promise<void> {
  const found = await work.tx.shifts.checkIn(id);
  const view = found === null ? null : await work.tx.shifts.lock(found.shiftId);
  const checkIn = view === null ? null : await work.tx.shifts.checkIn(id);
  if (view === null || checkIn?.state !== 'asked' || checkIn.n !== null || !takesMessages(view.shift, work.now)) return;
  const { roomId, byId, messageId } = checkIn;
  const waiting = await work.tx.rooms.question(roomId, byId, work.now);
  if (waiting?.kind === 'which_point' && waiting.subject !== id) return;
  await toRooms(
    work,
    [roomId],
    { kind: 'check_in_which', checkInId: id },
    {
      priority: 'answer',
      slot: checkInSlot(checkIn),
      reader: byId,
      ...(messageId === null ? {} : { replyTo: messageId }),
    },
  );
  // What else this person was asked stays open: the buttons answer this one.
  if (waiting === null) await askedFor(work, checkIn);
}

/** The next words of whoever sent it, in the same room, can be the answer. */
export async function askedFor(
  work: Work,
  { id, roomId, byId }: Pick<CheckIn, 'id' | 'roomId' | 'byId'>,
): Promise<void> {
  await work.tx.rooms.ask({
    roomId,
    personId: byId,
    kind: 'which_point',
    subject: id,
    expiresAt: work.now + answerMs,
  });
}

/** A question that stands in the room shows what became of it; answered, the next picture of the same person has its turn. */
export async function settleQuestion(work: Work, checkIn: CheckIn): Promise<void> {
  const { roomId, byId } = checkIn;
  const question = await work.tx.rooms.question(roomId, byId, work.now);
  if (question?.kind === 'which_point' && question.subject === checkIn.id) {
    await work.tx.rooms.answered(roomId, byId);
    if (checkIn.state !== 'asked') await askNext(work, checkIn);
  }
  const slot = checkInSlot(checkIn);
  if ((await work.tx.outbox.standingIn(roomId, slot)) === null) return;
  const notice = { kind: 'check_in_which', checkInId: checkIn.id } as const;
  await toRooms(work, [roomId], notice, { priority: 'answer', slot, reader: byId });
}

async function askNext(work: Work, { id, shiftId, roomId, byId }: CheckIn): Promise<void> {
  const next = (await work.tx.shifts.checkIns(shiftId)).find(
    (one) => one.id !== id && one.state === 'asked' && one.n === null && one.byId === byId && one.roomId === roomId,
  );
  if (next !== undefined) await askSoon(work, next.id);
}

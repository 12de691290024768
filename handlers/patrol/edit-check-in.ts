import type { CheckIn } from '../../core/check-in.ts';
import { takesMessages } from '../../core/shift.ts';
import type { Work } from '../work.ts';
import { amendCheckIn } from './amend-check-in.ts';
import type { CheckInTold } from './check-in-told.ts';
import { claimFiles } from './claim-check-in-files.ts';
import { longestWords, type Counted } from './count-check-in.ts';
import { closeWhenDone } from './end-shift.ts';
import { keepCheckIn } from './keep-check-in.ts';
import { askSoon } from './ask-which-point.ts';
import { saveShift, showShift } from './show-shift.ts';

/**
 * Somebody changed a message that was a check-in: its words are read anew, so that a point that they name now is where it was. A
 * picture that was changed is kept beside the first one. After the shift is summed up nothing changes. False: it was none.
 * @param told `photos` counts only pictures that were not there before
 */
export async function editCheckIn(work: Work, told: CheckInTold): Promise<boolean> {
  const { room, messageId } = told;
  const found = messageId === null ? null : await work.tx.shifts.checkInByMessage(room.id, messageId);
  if (found?.byId !== told.person.id) return found !== null;
  await claimFiles(work, found, told);
  const view = await work.tx.shifts.lock(found.shiftId);
  if (view === null || !takesMessages(view.shift, work.now)) return true;
  const checkIns = await work.tx.shifts.checkIns(view.shift.id);
  const of = checkIns.find(({ id }) => id === found.id);
  if (of === undefined || of.state === 'void' || of.state === 'replaced') return true;
  const words = told.words.trim().slice(0, longestWords);
  const anew: CheckIn = { ...of, words };
  const { walked } = await keepCheckIn(work, { view, checkIns }, anew);
  const amended = await amendCheckIn(
    work,
    walked,
    { kind: 'amends', of: anew },
    { ...told, quotedMessageId: messageId },
  );
  if (amended !== null && amended.quiet !== true) await show(work, amended);
  return true;
}

async function show(work: Work, { walked: { view }, checkIn }: Counted): Promise<void> {
  if (checkIn.state === 'asked') await askSoon(work, checkIn.id);
  const shift = await saveShift(work, view.shift);
  await showShift(work, shift);
  await closeWhenDone(work, { ...view, shift });
}

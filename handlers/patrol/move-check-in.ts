import type { CheckIn } from '../../core/check-in.ts';
import type { CheckInId, PersonId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import { isCrew, speaksForCrew } from '../../core/shift-choice.ts';
import { takesMessages } from '../../core/shift.ts';
import type { Work } from '../work.ts';
import { askSoon, settleQuestion } from './ask-which-point.ts';
import { countAt, keepWithout, type Counted } from './count-check-in.ts';
import { closeWhenDone } from './end-shift.ts';
import { heardOf } from './heard-of.ts';
import { keepCheckIn, pointOf, type Walked } from './keep-check-in.ts';
import { saveShift, showShift } from './show-shift.ts';

/** A check-in as it is now, in its locked shift; null: that takes nothing any more. */
async function locked(work: Work, id: CheckInId): Promise<{ walked: Walked; checkIn: CheckIn } | null> {
  const found = await work.tx.shifts.checkIn(id);
  const view = found === null ? null : await work.tx.shifts.lock(found.shiftId);
  if (view === null || !takesMessages(view.shift, work.now)) return null;
  const checkIns = await work.tx.shifts.checkIns(view.shift.id);
  const checkIn = checkIns.find((one) => one.id === id);
  return checkIn === undefined ? null : { walked: { view, checkIns }, checkIn };
}

/**
 * Somebody says by a button which point it was, or that it was none of them. What the words of the message said already stays:
 * the button is of an older question.
 */
export async function moveCheckIn(
  work: Work,
  id: CheckInId,
  person: Pick<Person, 'id'>,
  to: number | 'none',
): Promise<PatrolResult> {
  const now = await locked(work, id);
  if (now === null) return { kind: 'shift_none' };
  const { walked, checkIn } = now;
  const from = pointOf(walked, checkIn);
  const open = checkIn.state === 'asked' || ['next', 'time', 'position', 'again', 'button'].includes(checkIn.source);
  if (!open || checkIn.state === 'replaced' || checkIn.state === 'void') return { kind: 'shift_already', by: '' };
  if (to === 'none') return noneOf(work, walked, checkIn, person);
  if (checkIn.state !== 'asked' && checkIn.n === to) return { kind: 'checked_in_again', point: from?.name ?? '' };
  const counted = await countAt(work, walked, checkIn, { n: to, source: 'button' });
  const name = pointOf(counted.walked, { n: to })?.name ?? '';
  const moved = from !== undefined && checkIn.state !== 'asked' && counted.result.kind === 'checked_in';
  return finish(
    work,
    moved ? { ...counted, result: { kind: 'check_in_moved', from: from.name, to: name } } : counted,
    person,
  );
}

/** Takes a check-in back: it was a picture of something else. */
export async function voidCheckIn(work: Work, id: CheckInId, person: Pick<Person, 'id'>): Promise<PatrolResult> {
  const now = await locked(work, id);
  if (now === null) return { kind: 'shift_none' };
  const { walked, checkIn } = now;
  if (checkIn.state === 'void' || checkIn.state === 'replaced') return { kind: 'shift_already', by: '' };
  const { placeId, source } = checkIn;
  return finish(work, await keepWithout(work, walked, checkIn, { placeId, source, state: 'void' }), person);
}

/** None of the points: with another duty of the same person running it is asked about that one, else it is kept as it is. */
async function noneOf(work: Work, walked: Walked, checkIn: CheckIn, person: Pick<Person, 'id'>): Promise<PatrolResult> {
  const other = checkIn.state === 'asked' ? await otherShift(work, checkIn) : null;
  if (other === null) {
    const kept = await keepWithout(work, walked, checkIn, { placeId: null, source: 'button' });
    return finish(work, kept, person);
  }
  await keepCheckIn(work, walked, { ...checkIn, shiftId: other, n: null });
  await askSoon(work, checkIn.id);
  return { kind: 'check_in_which' };
}

/** A running duty with points that whoever sent it walks as well, after the one that it was asked about. */
async function otherShift(work: Work, { byId, shiftId }: CheckIn): Promise<CheckIn['shiftId'] | null> {
  const own = (await work.tx.shifts.current(byId, null, work.now)).filter(
    (view) => isCrew(view, byId) && view.shift.state === 'running' && view.points.length > 0,
  );
  const at = own.findIndex(({ shift }) => shift.id === shiftId);
  return at < 0 ? null : (own[at + 1]?.shift.id ?? null);
}

async function finish(work: Work, counted: Counted, person: { id: PersonId }): Promise<PatrolResult> {
  const { walked, checkIn, result } = counted;
  const view = speaksForCrew(walked.view, person.id) ? await heardOf(work, walked.view, person.id, null) : walked.view;
  await settleQuestion(work, checkIn);
  const shift = await saveShift(work, view.shift);
  await showShift(work, shift);
  await closeWhenDone(work, { ...view, shift });
  return result;
}

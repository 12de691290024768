import type { CheckIn } from '../../core/check-in.ts';
import type { PlaceId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { traceShift, type Work } from '../work.ts';
import { settleQuestions } from './settle-questions.ts';

/** A locked shift with all that came in until now, as it is while one message is taken. */
export interface Walked {
  view: ShiftView;
  checkIns: readonly CheckIn[];
}

/** The point that a check-in is at; undefined: none. */
export function pointOf({ view }: Walked, { n }: Pick<CheckIn, 'n'>): ShiftPoint | undefined {
  return view.points.find((point) => point.n === n);
}

/** Where a place is; null: nobody knows. */
export function positionOf(work: Work, placeId: PlaceId | null): Position | null {
  return work.zone.places.find(({ id }) => id === placeId)?.position ?? null;
}

/** Where a check-in stood before is as if it had never been there: a repeat counts in its place, or the point is open. */
export async function takeFrom(work: Work, walked: Walked, checkIn: CheckIn): Promise<Walked> {
  const known = walked.checkIns.find(({ id }) => id === checkIn.id);
  const point = known?.state === 'counted' ? pointOf(walked, known) : undefined;
  if (known === undefined || point === undefined) return walked;
  const aside = including(walked, { ...known, state: 'void' });
  const next = aside.checkIns.find(({ n, state }) => n === point.n && state === 'repeat');
  if (next === undefined) return keepPoint(work, aside, point, 'open');
  const promoted = (await keepCheckIn(work, aside, { ...next, state: 'counted' })).walked;
  return keepPoint(work, promoted, point, next.receivedAt > point.dueAt ? 'late' : 'seen');
}

/** Writes what a point has come to. */
export async function keepPoint(
  work: Work,
  walked: Walked,
  point: ShiftPoint,
  state: ShiftPoint['state'],
): Promise<Walked> {
  const kept = { ...point, state };
  await work.tx.shifts.putPoint(kept);
  const points = walked.view.points.map((one) => (one.n === point.n ? kept : one));
  const view = { ...walked.view, points };
  if (point.askedAt !== null && point.state === 'open' && state !== 'open')
    await settleQuestions(work, view, [point.n]);
  return { ...walked, view };
}

/** Writes a check-in as it is now, and what changed into the trace. */
export async function keepCheckIn(
  work: Work,
  walked: Walked,
  checkIn: CheckIn,
): Promise<{ walked: Walked; checkIn: CheckIn }> {
  const before = walked.checkIns.find(({ id }) => id === checkIn.id);
  if (before === undefined) await work.tx.shifts.addCheckIn(checkIn);
  else await work.tx.shifts.putCheckIn(checkIn);
  const { id, n, state, source, photos } = checkIn;
  const what = before === undefined ? 'checked_in' : state === 'void' ? 'check_in_void' : 'check_in_changed';
  if (before === undefined || before.n !== n || before.state !== state) {
    await traceShift(work, walked.view.shift, what, checkIn.byId, { checkIn: id, n, state, source, photos });
  }
  return { walked: including(walked, checkIn), checkIn };
}

function including(walked: Walked, checkIn: CheckIn): Walked {
  const known = walked.checkIns.some(({ id }) => id === checkIn.id);
  const checkIns = known
    ? walked.checkIns.map((one) => (one.id === checkIn.id ? checkIn : one))
    : [...walked.checkIns, checkIn];
  return { ...walked, checkIns };
}

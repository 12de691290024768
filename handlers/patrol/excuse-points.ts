import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { speaksForCrew } from '../../core/shift-choice.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { traceShift, type Work } from '../work.ts';
import { closeWhenDone } from './end-shift.ts';
import { heardOf } from './heard-of.ts';
import { settleQuestions } from './settle-questions.ts';
import { saveShift, showShift } from './show-shift.ts';

const longestReason = 200;

/** Open points that a tap without any number is about: those that were asked about; none were: all of a team that is done. */
export function excusable({ shift, points }: ShiftView): ShiftPoint[] {
  const open = points.filter(({ state }) => state === 'open');
  const asked = open.filter(({ askedAt }) => askedAt !== null);
  return asked.length > 0 || shift.state !== 'closing' ? asked : open;
}

/**
 * Points will not be gone to, and somebody says why (flooded, closed): they are excused, and neither asked about nor missed. The
 * shift must be locked before.
 * @param ns the points; null: those that were asked about
 */
export async function excusePoints(
  work: Work,
  view: ShiftView,
  person: Pick<Person, 'id'>,
  { why, ns }: { why: string; ns: readonly number[] | null },
): Promise<PatrolResult> {
  const { state } = view.shift;
  if (state === 'ended' || state === 'unstaffed') return { kind: 'shift_already', by: '' };
  if (state !== 'running' && state !== 'closing') return { kind: 'shift_none' };
  const meant =
    ns === null ? excusable(view) : view.points.filter((point) => point.state === 'open' && ns.includes(point.n));
  const heard = speaksForCrew(view, person.id) ? await heardOf(work, view, person.id, null) : view;
  if (meant.length === 0) return { kind: 'shift_already', by: '' };
  const excused = meant.map((point) => ({
    ...point,
    state: 'excused' as const,
    why: why.trim().slice(0, longestReason),
  }));
  for (const point of excused) await work.tx.shifts.putPoint(point);
  await traceShift(work, view.shift, 'point_excused', person.id, { points: excused.map(({ n }) => n), why });
  const points = view.points.map((point) => excused.find(({ n }) => n === point.n) ?? point);
  const shift = await saveShift(work, heard.shift);
  await showShift(work, shift);
  await settleQuestions(
    work,
    { ...heard, shift, points },
    excused.map(({ n }) => n),
  );
  await closeWhenDone(work, { ...heard, shift, points });
  return { kind: 'points_excused', points: excused.length };
}

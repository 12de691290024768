import type { Instant } from '../../core/clock.ts';
import type { ShiftId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { setTimer } from '../set-timer.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { patrolRules } from './rules.ts';
import { questionSlot } from './settle-questions.ts';
import { tellShift } from './shift-rooms.ts';
import { tellUnstaffed } from './tell-unstaffed.ts';

const minute = 60_000;
/** Windows that end one after the other are asked about together: no group is asked more often than this. */
const betweenAsksMs = 30 * minute;
/** Whoever leads them has so long to ring somebody before the night is summed up. */
const beforeSummaryMs = 5 * minute;

/**
 * Asks about what was not seen in its time: all points that are due by now in one message to the team, each point once; those
 * that it was asked about long enough ago are told to the leaders, once. A team that is done is asked about everything that is
 * open. What is still missing then stands in the summary.
 */
export async function askMissing(work: Work, id: ShiftId): Promise<void> {
  const view = await work.tx.shifts.lock(id);
  if (view === null || (view.shift.state !== 'running' && view.shift.state !== 'closing')) return;
  // After the program stood still past the night nobody is asked: it is summed up with what waited meanwhile.
  if (work.now > view.shift.endsAt + patrolRules(work).closeMinutes * minute) return;
  if (!view.people.some(({ state }) => state === 'present')) return goOn(work, await tellNobodyCame(work, view));
  const points = await tellLeaders(work, { ...view, points: await askTeam(work, view) });
  await goOn(work, { ...view, points });
}

/** Puts down of these points what is new, and gives all of the shift's as they are now. */
async function keep(work: Work, { points }: ShiftView, changed: readonly ShiftPoint[]): Promise<ShiftPoint[]> {
  for (const point of changed) await work.tx.shifts.putPoint(point);
  return points.map((point) => changed.find(({ n }) => n === point.n) ?? point);
}

async function askTeam(work: Work, view: ShiftView): Promise<readonly ShiftPoint[]> {
  const { shift, points } = view;
  const grace = patrolRules(work).graceMinutes * minute;
  const done = shift.state === 'closing' || work.now >= shift.endsAt;
  const due = points.filter(
    ({ state, askedAt, dueAt }) =>
      state === 'open' && askedAt === null && (shift.state === 'closing' || dueAt + grace <= work.now),
  );
  if (due.length === 0 || (!done && work.now < lastAsked(points) + betweenAsksMs)) return points;
  const asked = due.map((point) => ({ ...point, askedAt: work.now }));
  const ns = asked.map(({ n }) => n);
  await traceShift(work, shift, 'point_asked', null, { points: ns });
  const slot = questionSlot(shift, 'team', work.now);
  await tellShift(
    work,
    view,
    { kind: 'points_missing', shiftId: shift.id, points: ns },
    { priority: 'reminder', slot },
  );
  return keep(work, view, asked);
}

/** Nobody has come: points are nobody's to be asked about. Who leads them hears of it, once, when the first would be due. */
async function tellNobodyCame(work: Work, view: ShiftView): Promise<ShiftView> {
  const grace = patrolRules(work).graceMinutes * minute;
  const open = view.points.filter(({ state, toldAt }) => state === 'open' && toldAt === null);
  if (!open.some(({ dueAt }) => dueAt + grace <= work.now)) return view;
  // Who leads them was told already that nobody has come.
  if (view.shift.welfare?.step !== 'unreported') await tellUnstaffed(work, view);
  const points = await keep(
    work,
    view,
    open.map((point) => ({ ...point, toldAt: work.now })),
  );
  return { ...view, points };
}

/** When leaders hear of what their team was asked about: after the grace, and in any case before the night is summed up. */
function tellAt(work: Work, { shift }: Pick<ShiftView, 'shift'>, askedAt: Instant): Instant {
  const { graceMinutes, closeMinutes } = patrolRules(work);
  const { state, endedAt, endsAt } = shift;
  const over =
    state === 'closing' && endedAt !== null ? endedAt + graceMinutes * minute : endsAt + closeMinutes * minute;
  return Math.max(askedAt + minute, Math.min(askedAt + graceMinutes * minute, over - beforeSummaryMs));
}

async function tellLeaders(work: Work, view: ShiftView): Promise<readonly ShiftPoint[]> {
  const waiting = view.points.filter(
    ({ state, askedAt, toldAt }) =>
      state === 'open' && askedAt !== null && toldAt === null && tellAt(work, view, askedAt) <= work.now,
  );
  if (waiting.length === 0) return view.points;
  const told = waiting.map((point) => ({ ...point, toldAt: work.now }));
  const notice = { kind: 'points_missing_leader', shiftId: view.shift.id, points: told.map(({ n }) => n) } as const;
  const manner = { priority: 'reminder', slot: questionSlot(view.shift, 'leader', work.now) } as const;
  for (const leader of await leadersOf(work, view)) await toPerson(work, leader, notice, manner);
  return keep(work, view, told);
}

/** Sets when to look next: when leaders are to hear of what was asked, or the next may be asked about. */
async function goOn(work: Work, { shift, points }: ShiftView): Promise<void> {
  const grace = patrolRules(work).graceMinutes * minute;
  const mayAsk = work.now >= shift.endsAt ? 0 : lastAsked(points) + betweenAsksMs;
  const waits = points
    .filter(({ state, toldAt }) => state === 'open' && toldAt === null)
    .map(({ askedAt, dueAt }) =>
      askedAt === null ? Math.max(dueAt + grace, mayAsk) : tellAt(work, { shift }, askedAt),
    );
  if (waits.length === 0) return work.tx.timers.cancel('shift_points', shift.id);
  await setTimer(work, 'shift_points', shift.id, Math.max(Math.min(...waits), work.now + minute));
}

function lastAsked(points: readonly ShiftPoint[]): Instant {
  return Math.max(0, ...points.map(({ askedAt }) => askedAt ?? 0));
}

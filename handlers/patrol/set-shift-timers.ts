import type { Instant } from '../../core/clock.ts';
import type { TimerKind } from '../../core/ports/timers.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isOut, type Shift, type ShiftPoint } from '../../core/shift.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { patrolRules } from './rules.ts';

const minute = 60_000;
const kinds = [
  'shift_remind',
  'shift_start',
  'shift_points',
  'shift_silence',
  'shift_close',
] as const satisfies readonly TimerKind[];

/** With less time left than this the card of the start is reminder enough. */
const tooShort = 5 * minute;

/**
 * Sets what is due for a shift as it stands now, and takes away what is not. To be called when a shift is new, when its times
 * have changed, and when it has moved on; not for one that is as it was, or those to come would be reminded twice.
 */
export async function setShiftTimers(work: Work, view: ShiftView): Promise<void> {
  const { shift } = view;
  if (shift.state === 'planned' && shift.endsAt > work.now) return plan(work, shift);
  if (shift.state === 'running') return run(work, view);
  // What is closing has only its end before it, and whoever began to close it has set that.
  const over = shift.state === 'closing' ? kinds.filter((kind) => kind !== 'shift_close') : kinds;
  for (const kind of over) await work.tx.timers.cancel(kind, shift.id);
  // Whoever is missing is looked for after 收队 too.
  await setSilenceTimer(work, shift);
}

async function plan(work: Work, shift: Shift): Promise<void> {
  for (const kind of ['shift_points', 'shift_silence', 'shift_close'] as const) {
    await work.tx.timers.cancel(kind, shift.id);
  }
  const remindAt = shift.startsAt - patrolRules(work).remindMinutes * minute;
  const worthIt = remindAt > work.now || shift.startsAt - work.now >= tooShort;
  if (worthIt) await setTimer(work, 'shift_remind', shift.id, Math.max(remindAt, work.now));
  else await work.tx.timers.cancel('shift_remind', shift.id);
  // First planned in the middle of its time: it begins now, and nothing was late.
  await setTimer(work, 'shift_start', shift.id, Math.max(shift.startsAt, work.now));
}

async function run(work: Work, view: ShiftView): Promise<void> {
  const { shift } = view;
  await work.tx.timers.cancel('shift_remind', shift.id);
  await work.tx.timers.cancel('shift_start', shift.id);
  await setPointsTimer(work, view);
  await setSilenceTimer(work, shift);
  // Begun late, after the program stood still or for the first time: whoever is out has time to say so.
  const late = shift.heardAt === null && shift.welfare === null && isWatched(shift);
  const musterAt = work.now + patrolRules(work).musterMinutes * minute;
  if (late && musterAt > shift.startsAt) await setTimer(work, 'shift_silence', shift.id, musterAt);
  const closeAt = shift.endsAt + patrolRules(work).closeMinutes * minute;
  // Begun so late that it is over by now, after the program stood still: what was sent meanwhile has time to come in.
  await setTimer(
    work,
    'shift_close',
    shift.id,
    closeAt > work.now ? closeAt : work.now + patrolRules(work).closeMinutes * minute,
  );
}

/** When the next open point is to be asked about, or its leader told; null: nothing is open, or all of it was said. */
function nextPointsAt(points: readonly ShiftPoint[], graceMinutes: number): Instant | null {
  const waits = points
    .filter(({ state, toldAt }) => state === 'open' && toldAt === null)
    .map(({ dueAt, askedAt }) => (askedAt ?? dueAt) + graceMinutes * minute);
  return waits.length === 0 ? null : Math.min(...waits);
}

/** Sets the timer of the next question about points, or takes it away. */
export async function setPointsTimer(work: Work, { shift, points }: ShiftView): Promise<void> {
  const at = nextPointsAt(points, patrolRules(work).graceMinutes);
  if (at === null) await work.tx.timers.cancel('shift_points', shift.id);
  // Never in the past: what could not be said now is not tried again at once.
  else await setTimer(work, 'shift_points', shift.id, at > work.now ? at : work.now + minute);
}

/** Whether silence of the crew means something: of those who walk, not of a desk or a post. */
export function isWatched(shift: Pick<Shift, 'kind' | 'state'>): boolean {
  return shift.state === 'running' && (shift.kind === 'patrol' || shift.kind === 'grid_day');
}

/** When the crew's silence is next looked at, one who is missing, or whether anybody has come; null: it is not. */
export function nextSilenceAt(
  shift: Pick<Shift, 'kind' | 'state' | 'heardAt' | 'startsAt' | 'welfare'>,
  rules: { musterMinutes: number; silenceMinutes: number; welfareMinutes: number },
): Instant | null {
  const { welfare, heardAt, startsAt } = shift;
  if (welfare?.missing !== undefined && welfare.step !== 'officer' && isOut(shift))
    return welfare.askedAt + rules.welfareMinutes * minute;
  if (!isWatched(shift) || welfare?.step === 'officer' || welfare?.step === 'unreported') return null;
  if (welfare !== null) return welfare.askedAt + rules.welfareMinutes * minute;
  // Nobody is known to be out, so it is not silence that is waited for.
  if (heardAt === null) return startsAt + rules.musterMinutes * minute;
  return Math.max(heardAt, startsAt) + rules.silenceMinutes * minute;
}

/** Sets the timer of the next look at the crew's silence, or takes it away. */
export async function setSilenceTimer(work: Work, shift: Shift): Promise<void> {
  const at = nextSilenceAt(shift, patrolRules(work));
  if (at === null) await work.tx.timers.cancel('shift_silence', shift.id);
  else await setTimer(work, 'shift_silence', shift.id, Math.max(at, work.now));
}

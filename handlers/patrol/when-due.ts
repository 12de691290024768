import type { CheckInId, ShiftId } from '../../core/ids.ts';
import type { TimerKind } from '../../core/ports/timers.ts';
import type { Work } from '../work.ts';
import { askMissing } from './ask-missing.ts';
import { askWhichPoint } from './ask-which-point.ts';
import { checkSilence } from './check-silence.ts';
import { closeShift } from './close-shift.ts';
import { chaseHandover } from './hand-over.ts';
import { planDay } from './plan-day.ts';
import { remindShift } from './remind-shift.ts';
import { startShift } from './start-shift.ts';

type ShiftTimerKind = Extract<TimerKind, `shift_${string}`>;

/** What each timer of patrols does when it falls due. The subject is a shift's or a check-in's id, or which of the morning's work. */
export const whenShiftDue: Record<ShiftTimerKind, (work: Work, subject: string) => Promise<void>> = {
  shift_plan: planDay,
  shift_remind: (work, subject) => remindShift(work, subject as ShiftId),
  shift_start: (work, subject) => startShift(work, subject as ShiftId),
  shift_points: (work, subject) => askMissing(work, subject as ShiftId),
  shift_silence: (work, subject) => checkSilence(work, subject as ShiftId),
  shift_close: (work, subject) => closeShift(work, subject as ShiftId),
  shift_handover: (work, subject) => chaseHandover(work, subject as ShiftId),
  shift_ask: (work, subject) => askWhichPoint(work, subject as CheckInId),
};

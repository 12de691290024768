import type { Person } from '../core/people.ts';
import { leaveDays, type LeaveDays } from '../core/leave-days.ts';
import { patrolCode } from '../core/patrol-code.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { smallHours } from '../core/said-day.ts';
import type { DutyOf } from '../core/shift.ts';
import { nextShifts, shiftsOfDay } from '../core/shifts-of-day.ts';
import type { PatrolResult, Refusal } from '../core/tap-result.ts';
import { zoneDate } from '../core/zone-time.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { whenSaid } from '../handlers/work.ts';
import { answer, type Heard } from './heard.ts';

const dayMs = 86_400_000;

/** The zone's calendar day on which it was said: 明晚 that was written yesterday and edited since is tonight. */
export function todayOf({ work, message }: Pick<Heard, 'work' | 'message'>): Temporal.PlainDate {
  return Temporal.PlainDate.from(zoneDate(message.writtenAt ?? whenSaid(work), work.zone.timeZone));
}

/** The days that words of leave are about. */
export function daysSaid(heard: Heard): LeaveDays {
  return leaveDays(heard.message.text, todayOf(heard));
}

/** What is not over, by its beginning. */
export async function upcoming({ work }: Heard, whose: DutyOf): Promise<ShiftView[]> {
  const views = await work.tx.shifts.between(work.now - dayMs, work.now + patrolRules(work).planDays * dayMs, whose);
  return views.filter(
    ({ shift }) => shift.endsAt > work.now && (shift.state === 'planned' || shift.state === 'running'),
  );
}

/** Whether a shift is of a day, as people say it: it begins then, or in the small hours after it. */
export function isOn({ work }: Heard, { shift }: ShiftView, day: string): boolean {
  return shift.date === day || zoneDate(shift.startsAt - smallHours * 3_600_000, work.zone.timeZone) === day;
}

/** Of these days those that the words call, else all of them; with no day the next. */
export function ofDays(heard: Heard, views: readonly ShiftView[], days: readonly string[]): ShiftView[] {
  const said = { text: heard.message.text, today: todayOf(heard), timeZone: heard.work.zone.timeZone };
  if (days.length === 0) return nextShifts(views, said);
  return [...new Set(days.flatMap((day) => shiftsOfDay(views, day, said)))];
}

/** The shifts of this person that are spoken of; a day that there is not is no reason to take another. */
export async function meantOf(heard: Heard, { id }: Person): Promise<ShiftView[]> {
  const { days, unclear } = daysSaid(heard);
  return unclear ? [] : ofDays(heard, await upcoming(heard, { personId: id }), days);
}

/** 请假 7K3Q, the word in place of a button: the one of these whose code stands behind it; null: none. */
export function codedIn(views: readonly ShiftView[], text: string): ShiftView | null {
  const code = /\s([2-9a-hj-np-z]{4})[。.!！\s]*$/iu.exec(text.normalize('NFKC'))?.[1]?.toUpperCase();
  return views.find(({ shift }) => patrolCode(shift) === code) ?? null;
}

/** Answers words about leave; with `named` the shift stands below. */
export async function tellLeave(
  { work, room, message }: Heard,
  view: ShiftView | null,
  result: PatrolResult | Refusal,
  named = false,
): Promise<true> {
  const notice = { kind: 'shift_answer', shiftId: view?.shift.id ?? null, result } as const;
  await answer(work, room, message, named ? { ...notice, named } : notice);
  return true;
}

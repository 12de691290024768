import { saysComing } from '../core/leave-words.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { takeBackLeave } from '../handlers/patrol/take-back-leave.ts';
import type { Heard } from './heard.ts';
import { daysSaid, ofDays, tellLeave, upcoming } from './leave-heard.ts';

/** 明晚我又能来了 is short. */
const longest = 60;
const all = /都|全|\ball\b/iu;

/** 明晚我来: to whoever asked to be away that day it takes it back, and to nobody it is a wish to be away. Null: something else is said. */
export async function routeComing(heard: Heard): Promise<boolean | null> {
  const { message, person } = heard;
  if (message.text.length > longest || !saysComing(message.text)) return null;
  const asked = await askedBy(heard, person);
  return ofDays(heard, asked, daysSaid(heard).days).length > 0 && takeBack(heard, person);
}

/** 取消请假, of oneself or, by who decides, of another: of the days that are named, else of the only one there is. */
export async function takeBack(heard: Heard, whose: Person): Promise<boolean> {
  const asked = await askedBy(heard, whose);
  const { days } = daysSaid(heard);
  const meant = days.length === 0 && all.test(heard.message.text) ? asked : ofDays(heard, asked, days);
  if (meant.length === 0) {
    const own = ofDays(heard, await upcoming(heard, { personId: whose.id }), days);
    return tellLeave(heard, null, { kind: own.length === 0 ? 'shift_none' : 'leave_none' });
  }
  if (days.length === 0 && meant.length < asked.length)
    return tellLeave(heard, null, { kind: 'leave_back_which', days: asked.map(({ shift }) => shift.date) });
  for (const { shift } of meant) {
    const view = await heard.work.tx.shifts.lock(shift.id);
    if (view === null) continue;
    await tellLeave(heard, view, await takeBackLeave(heard.work, view, whose, heard.person), true);
  }
  return true;
}

/** What somebody asked to be away from, or is. */
async function askedBy(heard: Heard, { id }: Person): Promise<ShiftView[]> {
  const asked: ShiftView[] = [];
  for (const view of await upcoming(heard, { personId: id })) {
    const isAway = view.people.some(({ personId, state }) => personId === id && state === 'leave');
    const open = isAway ? [] : await heard.work.tx.shifts.openRequests(view.shift.id);
    if (isAway || open.some(({ personId }) => personId === id)) asked.push(view);
  }
  return asked;
}

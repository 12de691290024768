import { isToldHome } from '../core/leave-whom.ts';
import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { Heard } from './heard.ts';
import { ofDays, upcoming } from './leave-heard.ts';

/** The shifts that somebody else is to be let go from: 东01请假我批了 is of what 东01 has asked for, where it names no day. */
export async function shiftsOf(heard: Heard, { id }: Person, days: readonly string[]): Promise<ShiftView[]> {
  const views = await upcoming(heard, { personId: id });
  if (days.length > 0 || isToldHome(heard.message.text)) return ofDays(heard, views, days);
  const open = await Promise.all(views.map(({ shift }) => heard.work.tx.shifts.openRequests(shift.id)));
  const asked = views.filter((_, at) => open[at]?.some(({ personId }) => personId === id));
  return asked.length > 0 ? asked : ofDays(heard, views, days);
}

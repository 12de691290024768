import { endTakenBack } from '../core/end-taken-back.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { answerMs } from '../core/same-check-in.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { isEndOpen, takeEndBack } from '../handlers/patrol/resume-shift.ts';
import type { Heard } from './heard.ts';
import { routeCheckIn } from './route-check-in.ts';
import { answerShift, shiftMeant } from './shift-heard.ts';

/**
 * 发错了 还没收队, 继续巡逻, 我们还有两个点没走, after a shift was said to be over and before it is summed up, be it written anew or in
 * place of what was written: it goes on. A check-in beside it counts. True: dealt with.
 */
export async function routeEndBack(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  if (message.attachments.length > 0 || !heard.shifts.some((view) => isEndOpen(work, view))) return false;
  const meant = shiftMeant(heard, (view) => isEndOpen(work, view));
  const names = meant?.points.map(({ name }) => name) ?? [];
  const said = endTakenBack(message.text, names);
  if (meant === null || said === null || !(await mayInShift(work, meant, person, 'shift_end'))) return false;
  if (message.quote === undefined && said === 'slip' && !(await wasLast(heard, meant))) return false;
  const view = await work.tx.shifts.lock(meant.shift.id);
  if (view === null || !isEndOpen(work, view)) return false;
  await answerShift(heard, view.shift.id, await takeEndBack(work, view, person));
  const { intent } = heard.reading;
  if (!message.edited && intent === 'check_in') await routeCheckIn(heard);
  // What was seen beside it goes its own way.
  return message.edited || (intent !== 'hazard_report' && intent !== 'suspicious');
}

/** 发错了 alone is of the end where that was just now, and nothing of theirs came after it that can be wrong. */
async function wasLast({ work, person }: Heard, { shift }: ShiftView): Promise<boolean> {
  const since = shift.endedAt ?? 0;
  if (work.now - since > answerMs) return false;
  const checkIns = await work.tx.shifts.checkIns(shift.id);
  return !checkIns.some(({ byId, receivedAt }) => byId === person.id && receivedAt > since);
}

import { missingAnswer, type MissingAnswer } from '../core/missing-answer.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { isCrew } from '../core/shift-choice.ts';
import type { ShiftPoint } from '../core/shift.ts';
import { excusePoints } from '../handlers/patrol/excuse-points.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { takeCheckIn } from '../handlers/patrol/take-check-in.ts';
import type { Work } from '../handlers/work.ts';
import { checkInTold } from './check-in-heard.ts';
import { endRemarks } from './end-remarks.ts';
import type { Heard } from './heard.ts';
import { answerShift, shiftMeant } from './shift-heard.ts';
import { readPatrolWord } from './texts/patrol-words.ts';

/** So long after points were asked about 没去 is the answer. */
const answerMs = 30 * 60_000;

/**
 * 没去 下雨了, 4号5号没去, 忘了发, to the question about points without a photo: those are excused with the words as the reason, or
 * were passed, and a photo may follow. True: dealt with.
 */
export async function routeMissingAnswer(heard: Heard): Promise<boolean> {
  const { work, person, message, quoted } = heard;
  if (message.edited || message.attachments.length > 0 || readPatrolWord(message.text) !== null) return false;
  // What quotes somebody else answers them.
  if (isOfSomethingElse(heard) || (message.quote !== undefined && quoted === null)) return false;
  const view = shiftMeant(heard, (one) => askedNow(work, one).length > 0);
  const said = view === null ? null : missingAnswer(message.text, view.points);
  if (view === null || said === null) return false;
  const ns = meantBy(said, askedNow(work, view));
  if (ns.length === 0) return false;
  if (said.kind === 'went') return isCrew(view, person.id) && countThem(heard, view, ns);
  const locked = await work.tx.shifts.lock(view.shift.id);
  if (locked === null || !(await mayInShift(work, locked, person, 'points_excuse'))) return false;
  await answerShift(heard, view.shift.id, await excusePoints(work, locked, person, { why: message.text, ns }));
  return true;
}

/** The numbers of those of these points that the answer is about; of another number of them it is about none. */
function meantBy({ ns, count }: MissingAnswer, points: readonly ShiftPoint[]): number[] {
  const open = points.map(({ n }) => n);
  if (ns.length > 0) return open.filter((n) => ns.includes(n));
  return count === null || count === open.length ? open : [];
}

/**
 * 收队 5号没去 锁门了: the points that are said with the end not to have been gone to. Null: none are. The shift must be locked before, and is given as it is then.
 */
export async function excuseAtEnd(heard: Heard, view: ShiftView): Promise<ShiftView | null> {
  const { work, person, message } = heard;
  const words = message.text.replaceAll(/收(?:队|工)[了啦]?/gu, ' ');
  const said = missingAnswer(words, view.points);
  if (said?.kind !== 'not_gone' || !(await mayInShift(work, view, person, 'points_excuse'))) return null;
  const ns = meantBy(
    said,
    view.points.filter(({ state }) => state === 'open'),
  );
  const why = endRemarks(message.text);
  if (ns.length === 0 || why === '') return null;
  await excusePoints(work, view, person, { why, ns });
  return work.tx.shifts.lock(view.shift.id);
}

/** Read as something that is told elsewhere: a point with what kept them from it, leave, the end. */
function isOfSomethingElse({ reading: { intent, confidence, fields } }: Heard): boolean {
  if (intent === 'check_in') return fields.points !== undefined || fields.leftOut !== undefined;
  return confidence >= 0.9 && intent !== 'small_talk' && intent !== 'unknown';
}

/** Points of a shift that the team or its leader was asked about a while ago, and that are open still. */
function askedNow(work: Work, { shift, points }: ShiftView): ShiftPoint[] {
  if (shift.state !== 'running' && shift.state !== 'closing') return [];
  return points.filter(
    ({ state, askedAt, toldAt }) => state === 'open' && work.now - Math.max(askedAt ?? 0, toldAt ?? 0) <= answerMs,
  );
}

async function countThem(heard: Heard, { shift }: ShiftView, ns: readonly number[]): Promise<boolean> {
  const told = { ...checkInTold(heard, 'any'), points: ns.map(String), leftOut: [], notThere: [], late: true };
  return (await takeCheckIn(heard.work, shift.id, told)).kind === 'taken';
}

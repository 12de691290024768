import type { ShiftId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import type { TapResult } from '../core/tap-result.ts';
import { patrolCode } from '../core/patrol-code.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { chooseShift, isCrew, type ShiftAsk } from '../core/shift-choice.ts';
import { patrolRules } from '../handlers/patrol/rules.ts';
import { toRooms } from '../handlers/say.ts';
import { answer, type Heard } from './heard.ts';

/** How sure a reading must be before a shift is changed by it: likeness to earlier messages alone is not enough. */
export const sureToAct = 0.7;

/** Between the end of a shift and this, gear that comes back and a hand-over still belong to it. */
const afterwardsMs = 3 * 3_600_000;
const longestShiftMs = 15 * 3_600_000;

/** The shift that a quoted message of ours was about; null: none. */
function quotedShift({ quoted }: Heard): ShiftId | null {
  return quoted !== null && 'shiftId' in quoted ? quoted.shiftId : null;
}

/** The shift that words belong to; null: none fits. */
export function shiftMeant(
  heard: Heard,
  fits?: (view: ShiftView) => boolean,
  how: Pick<ShiftAsk, 'aheadMs' | 'goes'> = {},
): ShiftView | null {
  const { shifts, person, room, question, work, message } = heard;
  const asked = question?.kind === 'shift_words' ? (question.subject as ShiftId) : null;
  const shiftId = quotedShift(heard) ?? asked;
  const ask = { personId: person.id, teamId: room.teamId, shiftId, now: work.now, words: message.text, ...how };
  return chooseShift(shifts, ask, fits);
}

/** The same of who comes: to what they were called to as well as to what runs. */
export function shiftComeTo(heard: Heard, fits: (view: ShiftView) => boolean): ShiftView | null {
  return shiftMeant(heard, fits, { aheadMs: patrolRules(heard.work).remindMinutes * 60_000 });
}

/** The same of who goes home, or ends it for all. */
export function shiftEnded(heard: Heard, fits: (view: ShiftView) => boolean): ShiftView | null {
  return shiftMeant(heard, fits, { goes: true });
}

/** The one that a word names by its four characters, wherever it is written: one of theirs, one that runs, or of tonight. */
export async function shiftCoded({ work, shifts }: Heard, code: string): Promise<ShiftView | null> {
  const near = shifts.find(({ shift }) => patrolCode(shift) === code);
  if (near !== undefined) return near;
  const running = (await work.tx.shifts.running()).find((shift) => patrolCode(shift) === code);
  if (running !== undefined) return work.tx.shifts.view(running.id);
  const tonight = await work.tx.shifts.between(work.now - longestShiftMs, work.now + 1);
  return tonight.find(({ shift }) => patrolCode(shift) === code) ?? null;
}

/** The speaker's shift that was summed up a while ago, for what is said after it; null: none. */
export async function shiftJustEnded({ work, person }: Heard): Promise<ShiftView | null> {
  const from = work.now - longestShiftMs - afterwardsMs;
  const views = await work.tx.shifts.between(from, work.now + 1, { personId: person.id });
  return (
    views.findLast(
      ({ shift }) =>
        (shift.state === 'ended' || shift.state === 'unstaffed') &&
        shift.endedAt !== null &&
        shift.endedAt > work.now - afterwardsMs,
    ) ?? null
  );
}

/** Results that are just what was said, or that something else in the room says already. */
const asSaid: ReadonlySet<TapResult['kind']> = new Set<TapResult['kind']>([
  'shift_mustered',
  'shift_joined',
  'shift_late',
  'gear_taken',
  'gear_returned',
  'gear_found',
  'gear_mended',
  'mate_found',
  'handover_given',
  'handover_taken',
  'shift_safe',
  'shift_out',
  'shift_ended',
  'shift_points_open',
  'points_excused',
  'check_in_void',
]);

/**
 * Answers words as a tap would have been. In a group whatever is as they said gets a reaction, and where there are none nothing,
 * or a line where the zone wants it: nobody reads thirty receipts.
 */
export async function answerShift(heard: Heard, shiftId: ShiftId | null, result: TapResult): Promise<void> {
  const { work, room, message } = heard;
  const words: Notice = {
    kind: 'shift_answer',
    shiftId,
    result,
    ...(isOneOfSeveral(heard, result) ? { named: true } : {}),
  };
  const nothingNew =
    (result.kind === 'shift_already' && result.by === '') || (result.kind === 'shift_resumed' && result.asked === 0);
  const quiet = asSaid.has(result.kind) || nothingNew;
  if (room.kind === 'direct' || !quiet) return answer(work, room, message, words);
  if (work.can(room.platform).react) {
    const reaction: Notice = { kind: 'reaction', messageId: message.messageId, emoji: '👌' };
    return toRooms(work, [room.id], reaction, { priority: 'answer', replyTo: message.messageId });
  }
  if (patrolRules(work).answers === 'line') await answer(work, room, message, words);
}

/** Alone with the bot somebody who has several duties now reads which one it was; that all is well is so of all of them. */
function isOneOfSeveral({ room, shifts, person }: Heard, { kind }: TapResult): boolean {
  return kind !== 'shift_safe' && room.kind === 'direct' && shifts.filter((view) => isCrew(view, person.id)).length > 1;
}

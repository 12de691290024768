import type { PersonId } from '../core/ids.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { mayMiss } from '../core/reading/patrol/missing-mate.ts';
import { tellsGraveTrouble } from '../core/reading/patrol/trouble-words.ts';
import { welfareAnswer, type WelfareAnswer } from '../core/reading/patrol/welfare-answer.ts';
import { isCrew, speaksForCrew } from '../core/shift-choice.ts';
import { tellersOf } from '../core/shift.ts';
import { answerWelfare } from '../handlers/patrol/answer-welfare.ts';
import { hearOfCrew } from '../handlers/patrol/heard-of.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { keepTrouble, tellTrouble } from '../handlers/patrol/tell-trouble.ts';
import { answer, type Heard } from './heard.ts';
import { routeOver } from './route-over.ts';
import { answerShift, shiftJustEnded, sureToAct } from './shift-heard.ts';
import { readPatrolWord } from './texts/patrol-words.ts';

/** What the words answer to the question whether all is well, and of which shift it was asked. */
interface Answered {
  readonly view: ShiftView;
  readonly said: WelfareAnswer;
}

/**
 * What somebody says while their crew is asked whether all is well. Calm words are the answer, a word of trouble goes to the officer at
 * once; whatever else they send shows that they are there. `unclear`, said alone to the bot: that shows it only where it is
 * understood as something else.
 */
export async function routeWelfare(heard: Heard): Promise<'answered' | 'unclear' | 'none'> {
  const { work, person, shifts, reading } = heard;
  const asked = answeredIn(heard, shifts);
  if (await endsTrouble(heard, shifts)) return 'answered';
  if (asked?.said === 'unclear') return 'unclear';
  if (asked !== null && (await takeAnswer(heard, asked))) return 'answered';
  const view = reading.intent === 'emergency' && isAboutThem(heard) ? askedOf(heard, shifts) : null;
  if (view === null) await hearOfCrew(work, shifts, person.id);
  else await keepEmergency(heard, view);
  return 'none';
}

/** What nothing else took, of somebody who is asked: once more, with a button for either answer. True: dealt with. */
export async function routeWelfareAgain(heard: Heard): Promise<boolean> {
  const { work, room, message, shifts } = heard;
  if (room.kind === 'group') return false;
  const ended = shifts.some(({ shift }) => shift.welfare !== null) ? null : await shiftJustEnded(heard);
  const views = ended === null ? shifts : [ended];
  if (await endsTrouble(heard, views)) return true;
  const asked = answeredIn(heard, views);
  if (asked === null) return false;
  if (asked.said !== 'unclear' && (await takeAnswer(heard, asked))) return true;
  await answer(work, room, message, { kind: 'welfare_check', shiftId: asked.view.shift.id, step: 'again' });
  return true;
}

/** 没事了 after somebody told of trouble. */
async function endsTrouble(heard: Heard, shifts: readonly ShiftView[]): Promise<boolean> {
  const view = isWordless(heard) ? null : askedOf(heard, shifts);
  return view?.shift.welfare?.trouble !== undefined && routeOver(heard, view, view.shift.welfare.trouble);
}

async function takeAnswer(heard: Heard, { view, said }: Answered): Promise<boolean> {
  const { work, person, message, room } = heard;
  const locked = await work.tx.shifts.lock(view.shift.id);
  const verb = said === 'trouble' ? 'shift_trouble' : 'shift_safe';
  if (locked === null || !(await mayInShift(work, locked, person, verb))) return false;
  const { askedId } = locked.shift.welfare ?? { askedId: null };
  const result =
    said === 'trouble'
      ? await tellTrouble(work, locked, person, message.text)
      : await answerWelfare(work, locked, person);
  // Others of the crew talk with one another; that ends the question, and nobody answers them.
  if (said === 'trouble' || room.kind === 'direct' || askedId === person.id || askedId === null)
    await answerShift(heard, locked.shift.id, result);
  return true;
}

/** The shift whose crew, this person in it, is asked whether all is well; null: none. */
function askedOf({ person }: Heard, shifts: readonly ShiftView[]): ShiftView | null {
  const asked = (view: ShiftView): boolean => isAsked(view, person.id);
  return shifts.find(asked) ?? null;
}

function isAsked(view: ShiftView, id: PersonId): boolean {
  const { welfare } = view.shift;
  if (welfare === null || welfare.step === 'unreported' || !isCrew(view, id)) return false;
  const { askedId, trouble, missing } = welfare;
  if (trouble !== undefined && tellersOf(trouble).includes(id)) return true;
  // Whoever stayed at home says nothing of those who are out.
  if (askedId !== id && !speaksForCrew(view, id)) return false;
  return trouble !== undefined || missing === undefined || missing.ids.includes(id);
}

/** A picture, a place or an edit, or an answer to something else. */
function isWordless({ message, quoted }: Heard): boolean {
  const { text, edited, attachments, position } = message;
  const wordless = text.trim() === '' || attachments.length > 0 || position !== undefined;
  return edited || wordless || (quoted !== null && !('shiftId' in quoted));
}

/** Null: nobody asked them, or their words are of something else and say by themselves that somebody is there. */
function answeredIn(heard: Heard, shifts: readonly ShiftView[]): Answered | null {
  const { message, room } = heard;
  const view = isWordless(heard) ? null : askedOf(heard, shifts);
  if (view === null || isOfSomethingElse(heard, view)) return null;
  const read = welfareAnswer(message.text);
  // What calms whoever asked is no word of a trouble that was told: bot/route-over.ts reads that it is over.
  const said = read === 'well' && view.shift.welfare?.trouble !== undefined ? 'unclear' : read;
  // In a group people talk with one another, and an answer to another question can be anything.
  if (said === 'unclear' && (room.kind === 'group' || heard.question !== null)) return null;
  return { view, said };
}

function isOfSomethingElse({ message: { text }, reading }: Heard, { points }: ShiftView): boolean {
  if (readPatrolWord(text) !== null || mayMiss(text)) return true;
  const { intent, confidence, fields } = reading;
  if (intent === 'small_talk' || intent === 'unknown' || intent === 'question') return false;
  const mayHideIt = intent === 'check_in' || intent === 'leave_request' || intent === 'shift_end';
  // 人在医院 is no point, unless one is called so.
  const isPoint = points.some(({ name }) => fields.place !== undefined && name.includes(fields.place));
  if (mayHideIt && !isPoint && tellsGraveTrouble(text.toLowerCase())) return false;
  if (intent === 'check_in') return fields.points !== undefined || fields.place !== undefined;
  return confidence >= sureToAct;
}

const theirs: ReadonlySet<string> = new Set(['violence', 'person_down', 'trapped', 'drowning', 'traffic']);

function isAboutThem({ reading: { fields } }: Heard): boolean {
  return fields.injured === true || fields.kinds?.some((kind) => theirs.has(kind)) === true;
}

/** 救命 is not that all is well; where one of them is hurt, the report itself brings the officer their numbers. */
async function keepEmergency({ work, person, message, reading }: Heard, view: ShiftView): Promise<void> {
  const locked = await work.tx.shifts.lock(view.shift.id);
  if (locked === null || !(await mayInShift(work, locked, person, 'shift_trouble'))) return;
  const { injured, kinds } = reading.fields;
  if (injured === true || kinds?.includes('person_down') === true)
    await keepTrouble(work, locked, person, message.text);
  else await tellTrouble(work, locked, person, message.text);
}

import { countedFromEnd } from '../core/counted-from-end.ts';
import { isCrew } from '../core/shift-choice.ts';
import { isOut } from '../core/shift.ts';
import type { Heard } from './heard.ts';
import { shiftMeant } from './shift-heard.ts';

const walked =
  /(?:[走巡拍查打转跑到](?:完|好|过|了)|完成|搞定)(?![^,，。]{0,3}(?:就|再|才|后))|\b(?:done|checked|walked|finished)\b/iu;
/** It says which point as plainly as its name would. */
const sure = 0.9;

/** 最后一个点也走完了 is where they are, and no end: the message as a check-in there; null: it is none. */
export function atLastPoint(heard: Heard): Heard | null {
  const { message, reading, person } = heard;
  if (!walked.test(message.text) || reading.fields.points !== undefined || reading.intent === 'emergency') return null;
  const points = shiftMeant(heard, (view) => isOut(view.shift) && isCrew(view, person.id))?.points ?? [];
  if (countedFromEnd(message.text, points.length) === null) return null;
  return { ...heard, reading: { ...reading, intent: 'check_in', confidence: sure } };
}

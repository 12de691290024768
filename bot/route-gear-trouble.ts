import { inTrouble, type GearTrouble } from '../core/gear-trouble.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { brokenGear } from '../core/reading/patrol/broken-gear.ts';
import type { Intent } from '../core/reading/reading.ts';
import { isCrew } from '../core/shift-choice.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { noteGearRighted, noteGearTrouble } from '../handlers/patrol/note-gear-trouble.ts';
import type { Heard } from './heard.ts';
import { answerShift, shiftJustEnded, shiftMeant } from './shift-heard.ts';

/** Gear that works no more, and what is found, or works, again. True: dealt with. */
export async function routeGearTrouble(heard: Heard): Promise<boolean> {
  return (await righted(heard, 'lost')) || (await righted(heard, 'broken')) || breaks(heard);
}

/** 对讲机找到了, 找到了; 对讲机修好了, 又能用了. */
const rightedWords: Readonly<Record<GearTrouble, RegExp>> = {
  lost: /^(?!.*(?:没|不|[吗么嘛?？]))[^,，。]{0,14}(?:找(?:到|着|回来?)|捡回来?)了?[^,，。]{0,8}[。!！~\s]*$|没丢|^(?:i )?found (?:it|the|my)\b|\bis back\b/iu,
  broken:
    /^(?!.*(?:没(?!事)|不|[吗么嘛?？]))[^。]{0,14}(?:修好|换好|充好|充上|又?能用|可以用|又?有电|又亮|换(?:了|上)?(?:块|节|个)?(?:新?电池|备用))了?[^,，。]{0,6}[。!！~\s]*$|\bworks? again\b|\bis (?:fixed|charged)\b/iu,
};

async function righted(heard: Heard, trouble: GearTrouble): Promise<boolean> {
  const { work, person, message } = heard;
  if (!rightedWords[trouble].test(message.text.trim())) return false;
  const misses = (view: ShiftView): boolean =>
    isCrew(view, person.id) && inTrouble(view.shift.gear, trouble).length > 0;
  const meant = shiftMeant(heard, misses) ?? (await shiftJustEnded(heard));
  const locked = meant === null || !misses(meant) ? null : await work.tx.shifts.lock(meant.shift.id);
  const result = locked === null ? null : await noteGearRighted(work, locked, person, message.text, trouble);
  if (locked === null || result === null) return false;
  await answerShift(heard, locked.shift.id, result);
  return true;
}

/** What such words are read as; whatever is surely something else is that. */
const mayBreak: ReadonlySet<Intent> = new Set<Intent>(['unknown', 'small_talk', 'handover', 'comms_risk', 'question']);

/** 对讲机坏了, 手电没电了 of one of the crew on duty. */
async function breaks(heard: Heard): Promise<boolean> {
  const { work, person, message, reading, room } = heard;
  if (!mayBreak.has(reading.intent) || reading.fields.side !== undefined || message.attachments.length > 0)
    return false;
  if (room.kind === 'group' && room.purpose !== 'patrol') return false;
  const isOut = (view: ShiftView): boolean => view.shift.state === 'running' && isCrew(view, person.id);
  const meant = shiftMeant(heard, isOut);
  const counts = meant === null ? null : brokenGear(message.text);
  if (meant === null || counts === null || !(await mayInShift(work, meant, person, 'gear_taken'))) return false;
  const locked = await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  await answerShift(heard, locked.shift.id, await noteGearTrouble(work, locked, person, counts, 'broken'));
  return true;
}

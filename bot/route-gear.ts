import type { ShiftView } from '../core/ports/shifts.ts';
import { isCrew, isPresent } from '../core/shift-choice.ts';
import type { GearSaid } from '../core/shift-gear.ts';
import {
  giveHandover,
  givingTo,
  recountHandover,
  takeHandover,
  type GivingShift,
} from '../handlers/patrol/hand-over.ts';
import { muster } from '../handlers/patrol/muster.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { noteGearTrouble } from '../handlers/patrol/note-gear-trouble.ts';
import { returnGear, takeGear } from '../handlers/patrol/take-gear.ts';
import type { Heard } from './heard.ts';
import { routeGearTrouble } from './route-gear-trouble.ts';
import { answerShift, shiftJustEnded, shiftMeant, sureToAct } from './shift-heard.ts';

/** Everything is there, or came back. */
const everything =
  /(?:都|全部?|一个不)(?:在|齐|少|拿|领|还(?![没差有少缺剩])|归|好|收)|(?:齐|够)了|(?:器材|装备|物资|东西)(?:都|全部?|已经?)?(?:齐|拿|领|还|归还|交)(?:了|齐|好|回)?|\ball (?:there|here|back|returned|present|accounted)\b/iu;

/** What a message says of gear. */
export function gearSaid({ reading, message }: Heard): GearSaid {
  const { gear, equipment, missing } = reading.fields;
  return {
    all: everything.test(message.text),
    counts: gear ?? {},
    named: equipment ?? [],
    missing: missing ?? {},
    words: message.text,
  };
}

/** Whether it speaks of gear at all: of this list, or of any. */
export function speaksOfGear(said: GearSaid, { shift }: ShiftView): boolean {
  const spoken = Object.keys(said.counts).length + Object.keys(said.missing).length + said.named.length > 0;
  return spoken || shift.gear.some(({ item }) => item.length > 1 && said.words.includes(item));
}

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/** Gear that was taken, counted or brought back, and one shift that hands over to the next. True: dealt with. */
export async function routeGear(heard: Heard): Promise<boolean> {
  const { reading } = heard;
  if (await routeGearTrouble(heard)) return true;
  if (reading.intent !== 'handover' || reading.confidence < sureToAct) return false;
  if (reading.fields.side === 'giving') return giveBack(heard);
  if (reading.fields.side === 'taking') return takeOver(heard);
  return countGear(heard);
}

/** Whoever comes takes the duty over from the shift before, with what is missing; they are there by that. */
export async function takeOver(heard: Heard): Promise<boolean> {
  const { work, person } = heard;
  const said = gearSaid(heard);
  const giving = await fromBefore(heard, false);
  const has = giving === null ? await hasTaken(heard, said) : null;
  const meant = giving?.to ?? has ?? shiftMeant(heard, (view) => comesTo(heard, view) && !isPresent(view, person.id));
  const own = meant ?? shiftMeant(heard, (view) => comesTo(heard, view));
  if (own === null || !(await mayInShift(work, own, person, 'handover_take'))) return false;
  const taken = giving === null ? null : await takeHandover(work, giving.from.id, person, said);
  if (has !== null) await recountHandover(work, has, person, said);
  const locked = await work.tx.shifts.lock(own.shift.id);
  if (locked === null) return false;
  const there = await muster(work, locked, [person], 'words');
  const gear = speaksOfGear(said, there.view) || said.all ? await takeGear(work, there.view, person, said) : null;
  await answerShift(heard, own.shift.id, taken ?? gear?.result ?? there.result);
  return true;
}

function comesTo({ person }: Heard, view: ShiftView): boolean {
  return isCrew(view, person.id) && view.shift.state !== 'closing';
}

/** Of several shifts of theirs the one that takes over from another, and has not yet, or has already; null: none does. */
async function fromBefore(heard: Heard, isTaken: boolean): Promise<{ from: GivingShift; to: ShiftView } | null> {
  for (const to of heard.shifts.filter((view) => comesTo(heard, view))) {
    const from = await givingTo(heard.work, to);
    if (from !== null && (from.handover.takenAt !== null) === isTaken) return { from, to };
  }
  return null;
}

/** Whoever goes brings the gear back, and says what the next ones must know. */
export async function giveBack(heard: Heard): Promise<boolean> {
  const { work, person, message } = heard;
  const handsOn = /交|hand/iu.test(message.text);
  const nearest = shiftMeant(heard, (view) => isOn(view) && isCrew(view, person.id)) ?? (await shiftJustEnded(heard));
  const meant = nearest !== null && handsOn ? endsFirst(heard, nearest) : nearest;
  if (meant === null || !(await mayInShift(work, meant, person, 'handover_give'))) return false;
  const locked = await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  const said = gearSaid(heard);
  const back = speaksOfGear(said, locked) || said.all ? await returnGear(work, locked, person, said) : null;
  const view = back?.view ?? locked;
  const handsOver = view.shift.handover !== null && handsOn;
  const given = handsOver ? await giveHandover(work, view, person, message.text.slice(0, 500)) : null;
  const result = given ?? back?.result ?? null;
  if (result === null) return false;
  await answerShift(heard, meant.shift.id, result);
  return true;
}

/** Whoever is of both shifts at one desk hands over the one that ends, and not the one that has just begun. */
function endsFirst({ shifts, person }: Heard, nearest: ShiftView): ShiftView {
  const waiting = shifts.filter(
    (view) =>
      isOn(view) &&
      isCrew(view, person.id) &&
      view.shift.handover?.givenAt === null &&
      view.shift.teamIds.some((id) => nearest.shift.teamIds.includes(id)),
  );
  return waiting.toSorted((a, b) => a.shift.endsAt - b.shift.endsAt)[0] ?? nearest;
}

/** 签到 对讲机2台: whoever says so is there. */
const signingIn = /^\s*(?:我?(?:签到|到岗|报到|到了|来了)|sign(?:ing)? in|here\b|i'm here)/iu;

/** Before the middle of a shift gear goes out, later it comes back. */
function goesOut({ work }: Heard, { shift }: ShiftView): boolean {
  const half = shift.startsAt + (shift.endsAt - shift.startsAt) / 2;
  return shift.state === 'planned' || (shift.state === 'running' && work.now < half);
}

/** 对讲机只收到2台 of those who have taken over already is about what they got: their shift; null: not about that. */
async function hasTaken(heard: Heard, said: GearSaid): Promise<ShiftView | null> {
  const to = (await fromBefore(heard, true))?.to ?? null;
  return to !== null && speaksOfGear(said, to) && goesOut(heard, to) ? to : null;
}

/** 一台没还: what was not given back, whenever it is said. */
const notBack = /没(?:有)?(?:还|归还|退)|未(?:还|归还)|明[天早晚][^,，。]{0,2}还|not returned|still out/iu;

/** 对讲机少一台: said before anything was taken it is of what is taken, later of what comes back. */
async function countGear(heard: Heard): Promise<boolean> {
  const { work, person } = heard;
  const said = gearSaid(heard);
  const isBack = notBack.test(heard.message.text);
  const isLost = heard.reading.fields.lost === true;
  const has = isBack || isLost ? null : await hasTaken(heard, said);
  const meant = has ?? shiftMeant(heard, (view) => isCrew(view, person.id)) ?? (await shiftJustEnded(heard));
  if (meant === null || !(speaksOfGear(said, meant) || said.all)) return false;
  if (!(await mayInShift(work, meant, person, 'gear_taken'))) return false;
  const takes = !isBack && goesOut(heard, meant) && meant.shift.gear.every(({ returned }) => returned === null);
  if (has !== null) await recountHandover(work, has, person, said);
  const locked = await work.tx.shifts.lock(meant.shift.id);
  if (locked === null) return false;
  const { shift } = locked;
  if (isLost && isOn(locked)) {
    await answerShift(heard, shift.id, await noteGearTrouble(work, locked, person, said.missing, 'lost'));
    return true;
  }
  const there = signingIn.test(heard.message.text) ? (await muster(work, locked, [person], 'words')).view : locked;
  const done = takes ? await takeGear(work, there, person, said) : await returnGear(work, there, person, said);
  await answerShift(heard, shift.id, done.result);
  return true;
}

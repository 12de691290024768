import { checkInAs, readsAsCheckIn, type CheckInAs } from '../core/check-in-as.ts';
import type { CheckIn } from '../core/check-in.ts';
import type { Instant } from '../core/clock.ts';
import { findPlace } from '../core/find-place.ts';
import type { ShiftId } from '../core/ids.ts';
import { offersHazard } from '../core/reading/hazards/offer.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { isCrew } from '../core/shift-choice.ts';
import type { PatrolResult } from '../core/tap-result.ts';
import { whichPoint } from '../core/which-point.ts';
import { hazardRules } from '../handlers/hazard/rules.ts';
import { keepFiles } from '../handlers/incident/keep-files.ts';
import { lendFiles } from '../handlers/patrol/claim-check-in-files.ts';
import { cluesOf, soFar, type CheckInTold } from '../handlers/patrol/check-in-told.ts';
import { editCheckIn } from '../handlers/patrol/edit-check-in.ts';
import { excusePoints } from '../handlers/patrol/excuse-points.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { takeCheckIn } from '../handlers/patrol/take-check-in.ts';
import { checkInTold, picturesOf, shiftOfCheckIn } from './check-in-heard.ts';
import type { Heard } from './heard.ts';
import { readingRoom } from './listen.ts';
import { begin } from './route-hazard-report.ts';
import { keepNow } from './keep-now.ts';
import { walksOn } from './scene-heard.ts';
import { answerShift } from './shift-heard.ts';

/**
 * Pictures, words and positions of somebody on duty: where they are. What is wrong there is offered to be registered besides.
 * True: dealt with.
 */
export async function routeCheckIn(heard: Heard): Promise<boolean> {
  const { message, shifts } = heard;
  if (message.edited) return message.position === undefined && editIt(heard);
  if (shifts.length === 0 || message.position?.live === true || (await isOfSomethingElse(heard))) return false;
  if (heard.reading.fields.skipped === true && heard.reading.intent === 'check_in') return passOver(heard);
  const as = await whatItCanBe(heard);
  if (as === null) return false;
  const told = checkInTold(heard, as);
  const about = told.points.length > 0 || told.leftOut.length === 0 ? told : onlyOf(told, told.leftOut);
  const meant = await shiftOfCheckIn(heard, about);
  if (meant === null) return false;
  await keepNow(heard);
  const { id } = meant.view.shift;
  const taken = await takeCheckIn(heard.work, id, { ...told, unsure: meant.unsure });
  const excused = told.leftOut.length === 0 ? null : await excuse(heard, id, onlyOf(told, told.leftOut));
  if (taken.kind === 'taken') await offerHazard(heard, taken.checkIn);
  // One message is answered once; what is wrong on the way is registered besides.
  const isAll = taken.kind === 'not_ours' && heard.reading.intent === 'check_in';
  if (isAll && excused !== null) await answerShift(heard, id, excused);
  return taken.kind === 'taken' || (isAll && excused !== null);
}

/** An answer to a card that is about something else, and what somebody sends who is out on an order. */
async function isOfSomethingElse(heard: Heard): Promise<boolean> {
  const { quoted, question, orders, message, room } = heard;
  if (quoted !== null && !('shiftId' in quoted) && !('checkInId' in quoted) && quoted.kind !== 'reaction') return true;
  const wordless = message.text.trim() === '';
  if (wordless && orders.some(({ answer }) => answer === 'accepted')) return true;
  if (question?.kind === 'incident_details') return !(await walksOn(heard));
  return (
    room.kind === 'direct' && question !== null && question.kind !== 'which_point' && question.kind !== 'shift_words'
  );
}

/** What the message can be to a check-in; null: nothing. */
async function whatItCanBe(heard: Heard): Promise<CheckInAs | null> {
  const { reading, message, question } = heard;
  const photos = picturesOf(heard);
  if (message.text.trim() !== '')
    return checkInAs(reading, { words: message.text, photos, asked: question?.kind === 'which_point' });
  if (photos > 0) return (await tellsOfHazard(heard)) ? null : 'any';
  return message.position === undefined ? null : 'named';
}

/** Alone with the bot somebody is telling of a hazard, and the picture is of that. */
async function tellsOfHazard({ work, person, room }: Heard): Promise<boolean> {
  if (room.kind !== 'direct') return false;
  const since = work.now - hazardRules(work).windowMinutes * 60_000;
  const drafts = await work.tx.hazards.draftsOf(person.id, room.id, since);
  return drafts.some(({ state }) => state === 'open' || state === 'offered');
}

/** 10号点修路绕过去了: it will not be gone to, and why. */
async function passOver(heard: Heard): Promise<boolean> {
  const told = checkInTold(heard, 'named');
  const meant = await shiftOfCheckIn(heard, told);
  if (meant === null) return false;
  const { id } = meant.view.shift;
  const excused = await excuse(heard, id, onlyOf(told, told.points));
  if (excused !== null) await answerShift(heard, id, excused);
  return excused !== null;
}

/** What a message says of these points, and nothing of those beside them. */
function onlyOf(told: CheckInTold, points: readonly string[]): CheckInTold {
  return { ...told, words: points.join(' '), points, leftOut: [], notThere: [], place: '' };
}

/** Null: the words name no point of the shift, or it is not for them to say. */
async function excuse(heard: Heard, shiftId: ShiftId, told: CheckInTold): Promise<PatrolResult | null> {
  const { work, person, message } = heard;
  const view = await work.tx.shifts.lock(shiftId);
  if (view === null || !isCrew(view, person.id) || !(await mayInShift(work, view, person, 'points_excuse')))
    return null;
  const checkIns = await work.tx.shifts.checkIns(view.shift.id);
  const which = whichPoint(cluesOf(work, view, told), soFar(work, { view, checkIns }));
  if (which.kind !== 'points' || which.source === 'next') return null;
  return excusePoints(work, view, person, { why: message.text, ns: which.ns });
}

/** What is wrong at a point is offered to be registered; its picture is evidence of both. */
async function offerHazard(heard: Heard, checkIn: CheckIn): Promise<void> {
  const { work, message } = heard;
  if (message.text.trim() === '') return;
  const reading = asReport(heard);
  // As sure as in a group: the name of a point alone says nothing of what is wrong there.
  if (!offersHazard(reading, 'patrol')) return;
  await lendFiles(work, checkIn);
  const placeCode = saidToBeAt(heard, reading, checkIn);
  await begin({ ...heard, reading }, { offer: true, ...(placeCode === null ? {} : { placeCode }) });
}

/** What is wrong is where the check-in was said to be, unless the words name a place of their own, or several points. */
function saidToBeAt(
  { work, message, reading }: Heard,
  { fields }: Reading,
  { placeId, source }: CheckIn,
): string | null {
  const { place = '', placeCode } = fields;
  const text = place === '' ? message.text : place;
  if (source === 'next' || placeCode !== undefined || (reading.fields.points ?? []).length > 1) return null;
  if (findPlace(work.zone.places, { text }) !== null) return null;
  return work.zone.places.find(({ id }) => id === placeId)?.code ?? null;
}

/** The same words as they read from somebody who is on no duty: what is wrong, and not where somebody is. */
function asReport(heard: Heard): Reading {
  const { work, message, reading } = heard;
  if (reading.intent === 'hazard_report') return reading;
  if (reading.fields.ok === true) return reading;
  const about = {
    text: message.text,
    photos: picturesOf(heard),
    location: message.position !== undefined,
    room: readingRoom(heard.room),
    openOrder: false,
    openShift: false,
    openCase: false,
    openQuestion: null,
    quote: null,
  };
  return read(about, { places: work.zone.places });
}

/**
 * A message was changed: what was only guessed is where the words say now, and a photo that nobody took for a check-in is one where
 * they name a point. A picture that was changed is kept beside the first.
 */
async function editIt(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const known = await work.tx.shifts.checkInByMessage(room.id, message.messageId);
  const files = await work.tx.files.ofMessage(room.id, message.messageId);
  const shownAt = files.find(({ subject, incidentId }) => subject === null && incidentId === null)?.receivedAt ?? null;
  if (known === null && (shownAt === null || !namesPoint(heard))) return false;
  const there = new Set(files.map(({ attachment }) => attachment.uniqueRef ?? attachment.ref));
  const fresh = message.attachments.filter(({ uniqueRef, ref }) => !there.has(uniqueRef ?? ref));
  // Nothing that is there already is kept again.
  heard.filesKept = true;
  const anew = { ...message, attachments: fresh };
  if (fresh.length > 0) await keepFiles(work, { room, person, message: anew, incidentId: null });
  if (known === null) return shownAt !== null && takeShown(heard, shownAt);
  return editCheckIn(work, checkInTold({ ...heard, message: anew }, 'any'));
}

function namesPoint(heard: Heard): boolean {
  return picturesOf(heard) > 0 && readsAsCheckIn(heard.reading);
}

const hourMs = 3_600_000;

/** The photo counts as of when it was sent; one from before the shift does not. */
async function takeShown(heard: Heard, shownAt: Instant): Promise<boolean> {
  const told = checkInTold(heard, 'named');
  const shift = (await shiftOfCheckIn(heard, told))?.view.shift;
  if (shift === undefined || shownAt < shift.startsAt - hourMs) return false;
  return (await takeCheckIn({ ...heard.work, saidAt: shownAt }, shift.id, told)).kind === 'taken';
}

/**
 * The sign at a point was scanned: somebody on duty is there. False: nobody on duty, or it is of no point of theirs, so that it may
 * be a hazard that they want to report.
 */
export async function routeSign(heard: Heard): Promise<boolean> {
  const { message, shifts, work } = heard;
  const code = /^p_([\w-]{1,40})$/.exec(message.start ?? '')?.[1];
  if (code === undefined || shifts.length === 0) return false;
  const told: CheckInTold = { ...checkInTold(heard, 'named'), words: '', code, scanned: true };
  const meant = await shiftOfCheckIn(heard, told);
  if (meant === null) return false;
  return (await takeCheckIn(work, meant.view.shift.id, told)).kind === 'taken';
}

import { findPlace } from '../core/find-place.ts';
import type { IncidentId } from '../core/ids.ts';
import type { Report } from '../core/incident.ts';
import type { InboundMessage } from '../core/message.ts';
import type { Place } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { Reading } from '../core/reading/reading.ts';
import { incidentKindsOf } from '../core/reading/words-alone.ts';
import { isCrew } from '../core/shift-choice.ts';
import { hazardRules } from '../handlers/hazard/rules.ts';
import { addDetails, takesDetails } from '../handlers/incident/add-details.ts';
import { joinRecentFiles } from '../handlers/incident/keep-files.ts';
import { isOfWalk } from './check-in-heard.ts';
import { pointOnDuty, wordsFit } from './emergency-heard.ts';
import type { Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { hasOpenCase } from './route-hazard-which.ts';
import { justAsked, speaksOfIncident, sureEnough } from './scene-heard.ts';
import { isCourtesy } from './texts/courtesy-words.ts';
import { readHazardWord, type HazardWord } from './texts/hazard-words.ts';

/** What the answer to "anybody hurt?" can read like, when it says more than that. */
const likeAnswers: ReadonlySet<Reading['intent']> = new Set(['unknown', 'question', 'hazard_report'] as const);
/** Who comes to their duty speaks of it so long before. */
const hourMs = 3_600_000;

/**
 * What the reporter says in the minutes after a report, in the same room.
 * @param emergency the words read like an emergency themselves
 * @returns true: they are with the report now
 */
export async function takeDetails(heard: Heard, emergency: boolean): Promise<boolean> {
  const { question, message } = heard;
  if (question?.kind !== 'incident_details' || saysNothing(message)) return false;
  if (!(await belongsToReport(heard, emergency))) return false;
  return add(heard, question.subject as IncidentId);
}

/** Only letters that nobody sees, as some keyboards send them. */
function saysNothing({ text, attachments, position }: InboundMessage): boolean {
  const seen = text.replaceAll(/[\p{Z}\p{C}\u115f\u1160\u2800\u3164]/gu, '');
  return seen === '' && attachments.length === 0 && position === undefined;
}

/**
 * Whoever told of an incident that still runs asks in their direct chat how it stands. What becomes of it they tell there or where
 * they told of it, and in the group of their patrol so do their mates. True: dealt with.
 */
export async function routeOwnReport(heard: Heard): Promise<boolean> {
  const { work, room, person, message, reading } = heard;
  const asks = room.kind === 'direct' && isQuestion(heard);
  if (message.edited || !(asks || speaksOfIncident(heard))) return false;
  if (reading.intent === 'hazard_withdraw' && (await hasOpenCase(work, person))) return false;
  for (const incident of (await work.tx.incidents.running()).toReversed()) {
    if (incident.drill || !takesDetails(incident)) continue;
    const reports = await work.tx.incidents.reports(incident.id);
    if (!reports.some((report) => isTheirs(heard, report))) continue;
    if (message.attachments.length > 0) {
      await keepNow(heard);
      await joinRecentFiles(work, { room, person, incident });
    }
    return add(heard, incident.id);
  }
  return false;
}

/** Told by whoever speaks, or in this group by somebody who is out with them. */
function isTheirs({ room, person, shifts }: Heard, { personId, roomId, at }: Report): boolean {
  if (room.kind === 'direct' || personId === null) return personId === person.id;
  if (roomId !== room.id) return false;
  const areOut = (view: ShiftView): boolean =>
    at >= view.shift.startsAt - hourMs && isCrew(view, personId) && isCrew(view, person.id);
  return personId === person.id || shifts.some(areOut);
}

/** What a reporter finds in those minutes may be of the scene: the officer reads it as well as who keeps found things. */
export async function addFound(heard: Heard): Promise<void> {
  const { question } = heard;
  if (question?.kind === 'incident_details') await add(heard, question.subject as IncidentId, { answered: true });
}

async function add(heard: Heard, incidentId: IncidentId, how: { answered?: true } = {}): Promise<boolean> {
  const { work, person, room, message, reading } = heard;
  const position = message.position ?? null;
  return addDetails(work, incidentId, {
    person,
    room,
    messageId: message.messageId,
    words: message.text,
    placeWords: reading.fields.place ?? '',
    ...codeOf(heard),
    position: position === null ? null : { lat: position.lat, lon: position.lon },
    asks: isQuestion(heard),
    ...how,
  });
}

function codeOf(heard: Heard): { placeCode?: string } {
  const code = heard.reading.fields.placeCode ?? pointOnDuty(heard)?.code;
  return code === undefined ? {} : { placeCode: code };
}

const isSure = ({ reading }: Heard): boolean => reading.confidence >= sureEnough;
const isQuestion = (heard: Heard): boolean => heard.reading.intent === 'question' && isSure(heard);

/**
 * What the reporter says in the minutes after a report belongs to it, except plain chat in a group and an emergency of
 * another kind or place. A drill takes no emergency in: it could be a real one.
 */
async function belongsToReport(heard: Heard, emergency: boolean): Promise<boolean> {
  const { work, reading, message, room, question } = heard;
  if (emergency) {
    if (room.kind !== 'direct' && !message.edited && incidentKindsOf(reading).length > 0) return false;
    const incident = await work.tx.incidents.byId((question?.subject ?? '') as IncidentId);
    return incident !== null && !incident.drill && wordsFit(heard, incident);
  }
  // A position that moves on is an edit, and no news about the place; nor is what somebody adds to their patrol.
  if (message.edited || isOfWalk(heard)) return false;
  // 催一下 0042 names the hazard that it is about, 登记 answers what was offered to be registered.
  const word = readHazardWord(message.text);
  if (typeof word?.number === 'string' || (word !== null && (await answersOffer(heard, word)))) return false;
  if (room.kind === 'direct') return true;
  const { place, placeCode, people, injured } = reading.fields;
  const telling = place ?? placeCode ?? people ?? injured;
  const asked = telling === undefined && heard.shifts.length > 0 && (await isUnplaced(heard));
  return (
    telling !== undefined ||
    (asked && placeOnDuty(heard) !== null) ||
    message.attachments.length > 0 ||
    message.position !== undefined ||
    message.mentionsBot ||
    speaksOfIncident(heard) ||
    isPlainAnswer(heard)
  );
}

/** 登记 and 不用, where something else of theirs is still offered to be registered. */
async function answersOffer({ work, person, room }: Heard, { verb, words }: HazardWord): Promise<boolean> {
  if ((verb !== 'hazard_file' && verb !== 'hazard_drop') || words !== '') return false;
  const since = work.now - hazardRules(work).windowMinutes * 60_000;
  return (await work.tx.hazards.draftsOf(person.id, room.id, since)).some(({ state }) => state === 'offered');
}

/**
 * "两个小孩", "没人受伤": to a reader just words, but said in a group by whoever was asked, when they were asked. Of a patrol that is as
 * long as its words are details at all, for nobody there talks much beside a fire; then a broken lamp is a matter by itself again.
 */
function isPlainAnswer(heard: Heard): boolean {
  const { reading, question, shifts, message } = heard;
  if (question === null) return false;
  const { intent, confidence, fields } = reading;
  const isOther = shifts.length === 0 || intent === 'hazard_report' || isCourtesy(message.text);
  if (isOther && !justAsked(heard)) return false;
  if (intent === 'check_in') return fields.points === undefined;
  return likeAnswers.has(intent) || (intent === 'small_talk' && confidence < sureEnough);
}

/** Whether it is still asked where the incident is that this person told of. */
async function isUnplaced({ work, question }: Heard): Promise<boolean> {
  const incident = await work.tx.incidents.byId((question?.subject ?? '') as IncidentId);
  return incident !== null && incident.placeId === null && incident.position === null;
}

/** The place that words of somebody on patrol name, who say 渡口 and no more where others say where it is. */
function placeOnDuty(heard: Heard): Place | null {
  return pointOnDuty(heard) ?? findPlace(heard.work.zone.places, { text: heard.message.text });
}

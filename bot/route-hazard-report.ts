import { kmFromZone } from '../core/far-from-zone.ts';
import { findPlace } from '../core/find-place.ts';
import { canStep, type Hazard } from '../core/hazard.ts';
import type { HazardDraft } from '../core/hazard-draft.ts';
import type { FileId } from '../core/ids.ts';
import type { Position } from '../core/message.ts';
import { offersHazard } from '../core/reading/hazards/offer.ts';
import type { HazardPiece } from '../handlers/hazard/take-report.ts';
import { takeReport, tellMore } from '../handlers/hazard/take-report.ts';
import { hazardRules } from '../handlers/hazard/rules.ts';
import { toRooms } from '../handlers/say.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { pointOnDuty } from './emergency-heard.ts';
import { answer, type Heard } from './heard.ts';
import { readingRoom } from './listen.ts';
import { answerHazard, hazardKindsOf } from './route-hazard-which.ts';

/** Below this a report is only likely: what was read in it starts nothing while another is being told. */
const byRule = 0.8;
const sureEnough = 0.6;
/** Somebody says that they report, without saying what. */
const outright = /隐患|举报|反映|投诉|上报|报告|report/i;

/** Words, pictures and places that tell of a hazard, or more of one that is being told. True: dealt with. */
export async function routeHazardReport(heard: Heard): Promise<boolean> {
  return heard.room.kind === 'direct' ? toldAlone(heard) : toldInGroup(heard);
}

async function toldAlone(heard: Heard): Promise<boolean> {
  const { reading, message } = heard;
  const wordless = message.text.trim() === '';
  if (wordless) return (await spoken(heard)) || (await more(heard)) || showsSomething(heard);
  const report = reading.intent === 'hazard_report' && reading.confidence >= sureEnough;
  if (report && reading.confidence >= byRule) return begin(heard, { offer: false });
  if (reading.intent === 'small_talk' || asks(heard)) return false;
  if (await more(heard)) return true;
  if (report) return begin(heard, { offer: hazardKindsOf(heard).length === 0 && !outright.test(message.text) });
  return reading.intent === 'unknown' && showsSomething(heard);
}

/** In a group the bot is asked by name, or offers; else it only takes what belongs to a report that somebody is telling. */
async function toldInGroup(heard: Heard): Promise<boolean> {
  const { reading, message, room } = heard;
  if (room.purpose === 'mediation' || room.purpose === 'command') return false;
  if (message.mentionsBot && reading.intent === 'hazard_report') return begin(heard, { offer: false, via: 'command' });
  if (offersHazard(reading, readingRoom(heard.room))) return begin(heard, { offer: true });
  const shows = message.attachments.length > 0 || message.position !== undefined;
  const answers = heard.question !== null && (reading.fields.place ?? reading.fields.kinds) !== undefined;
  return (shows || answers || message.quote !== undefined) && !asks(heard) && more(heard);
}

const asks = ({ reading }: Heard): boolean => reading.intent === 'question';

/** Begins a report, or joins one that it fits. */
export async function begin(
  heard: Heard,
  how: { offer: boolean; via?: HazardPiece['via'] } & Partial<Pick<HazardPiece, 'placeCode'>>,
): Promise<true> {
  const { work, room } = heard;
  const { via = room.purpose === 'patrol' ? 'patrol' : 'chat', ...rest } = how;
  const taken = await takeReport(work, { ...(await hazardPiece(heard)), via, ...rest });
  if (taken.kind === 'added') await noted(heard);
  else if (taken.kind === 'completed') await heardIt(heard);
  return true;
}

/** What alone would be no report joins the one that it belongs to. */
async function more(heard: Heard): Promise<boolean> {
  if (await isFarOff(heard)) return true;
  const piece = await hazardPiece(heard);
  const likely = heard.reading.confidence < byRule && (await isNamed(heard));
  const wordless = heard.message.text.trim() === '';
  const joined = await tellMore(heard.work, { ...piece, kinds: likely ? [] : piece.kinds, offer: wordless });
  if (joined === null) return false;
  const isAnswer = heard.question !== null && (!wordless || heard.message.position !== undefined);
  if (joined.kind === 'completed') await heardIt(heard);
  else if (!isAnswer) await noted(heard);
  return true;
}

/** A voice message goes with what is being told, and its words are asked for: nobody here can listen to it. */
async function spoken(heard: Heard): Promise<boolean> {
  const { work, room, message } = heard;
  if (!message.attachments.some(({ kind }) => kind === 'voice') || !(await more(heard))) return false;
  await answer(work, room, message, { kind: 'words_wanted' });
  return true;
}

/** A position far from everything is no place of a report: whoever is telling one hears so, and can send another. */
async function isFarOff(heard: Heard): Promise<boolean> {
  const { work, message } = heard;
  if (message.position === undefined || message.text.trim() !== '') return false;
  const km = kmFromZone(work.zone.places, message.position);
  if (km === null || (await toldLately(heard)).length === 0) return false;
  await answerHazard(heard, null, { kind: 'hazard_far', km });
  return true;
}

/** What is being told has a kind already. */
async function isNamed(heard: Heard): Promise<boolean> {
  return ((await toldLately(heard)).at(-1)?.kinds.length ?? 0) > 0;
}

/** What this person told here within the window, and what is still being asked. */
function toldLately({ work, person, room }: Heard): Promise<HazardDraft[]> {
  return work.tx.hazards.draftsOf(person.id, room.id, work.now - hazardRules(work).windowMinutes * 60_000);
}

/** The message further up that offered or asked says the number now: these words are shown to have been heard. */
export async function heardIt(heard: Heard): Promise<void> {
  if (heard.work.can(heard.room.platform).edit) await noted(heard);
}

/** Taken into a report that has its number: a reaction says so; a further word would be one too many. */
async function noted({ work, room, message }: Heard): Promise<void> {
  // The pictures of an album are one sending; its first one was answered.
  if (!work.can(room.platform).react || message.albumId !== undefined) return;
  const notice = { kind: 'hazard_answer', hazardId: null, result: { kind: 'noted' } } as const;
  await acknowledge(work, room, message.messageId, notice);
}

/** A picture that says nothing by itself: of what an owner has put right, or one quiet question; never to somebody who is out on an order. */
async function showsSomething(heard: Heard): Promise<boolean> {
  const { message, orders } = heard;
  const shows = message.attachments.some(({ kind }) => kind === 'photo' || kind === 'video');
  if (!shows || orders.length > 0) return false;
  const own = await heard.work.tx.hazards.ofOwner(heard.person.id, 50);
  const fixable = own.filter((hazard) => canStep(hazard, 'fix'));
  if (fixable.length === 0) return begin(heard, { offer: true });
  if (heard.work.can(heard.room.platform).react) await noted(heard);
  else await askWhichFixed(heard, fixable);
  return true;
}

/** Where a picture cannot be answered by a reaction, its owner is told how to go on: which of these is it? */
async function askWhichFixed({ work, room, person }: Heard, fixable: readonly Hazard[]): Promise<void> {
  const hazardIds = fixable.slice(0, 6).map(({ id }) => id);
  const notice = { kind: 'hazard_which', hazardIds, verb: 'hazard_fixed' } as const;
  await toRooms(work, [room.id], notice, { priority: 'answer', reader: person.id, slot: `hazard-photo:${person.id}` });
}

/** The message as a piece of a report. */
export async function hazardPiece(heard: Heard): Promise<HazardPiece> {
  const { person, room, message, reading } = heard;
  const { place = '', severity, people, anonymous } = reading.fields;
  const placeCode = reading.fields.placeCode ?? numberedPoint(heard, place);
  return {
    person,
    room,
    via: 'chat',
    messageId: message.messageId,
    quotedMessageId: message.quote?.messageId ?? null,
    albumId: message.albumId ?? null,
    words: message.text,
    kinds: reading.intent.startsWith('hazard_') ? hazardKindsOf(heard) : [],
    placeWords: placeWordsOf(heard, place === '' ? (message.position?.placeName ?? '') : place),
    ...(placeCode === undefined ? {} : { placeCode }),
    position: await positionOf(heard),
    severity: severity === 'urgent' || severity === 'emergency' ? 'urgent' : 'ordinary',
    people: people ?? null,
    anonymous: anonymous === true,
    fileIds: await papersOf(heard),
    offer: false,
  };
}

/** 3号点灭火器不见了 of somebody on patrol is at the third point of their walk, unless the words name a place. */
function numberedPoint(heard: Heard, place: string): string | undefined {
  const point = pointOnDuty(heard);
  const text = place === '' ? heard.message.text : place;
  return point === null || findPlace(heard.work.zone.places, { text }) !== null ? undefined : point.code;
}

/** A paper belongs to a report only by the message that it came with; what was sent before may be about anything. */
async function papersOf({ work, room, message, filesKept }: Heard): Promise<FileId[]> {
  if (filesKept !== true || !message.attachments.some(({ kind }) => kind === 'document')) return [];
  return (await work.tx.files.ofMessage(room.id, message.messageId)).map(({ id }) => id);
}

/** 楼道 alone leads nowhere: it is asked for, once; an answer is taken as it is. */
function placeWordsOf({ work, reading, question }: Heard, place: string): string {
  const vague = reading.fields.needsAnswer === 'place' && question?.kind !== 'hazard_place';
  return vague && findPlace(work.zone.places, { text: place }) === null ? '' : place;
}

/** Sent with it, or sent by hand just before the first words of a report. */
async function positionOf({ work, person, room, message }: Heard): Promise<Position | null> {
  const near = (position: Position): boolean => kmFromZone(work.zone.places, position) === null;
  if (message.position !== undefined)
    return near(message.position) ? { lat: message.position.lat, lon: message.position.lon } : null;
  if (room.kind !== 'direct' || message.text.trim() === '') return null;
  const since = work.now - hazardRules(work).windowMinutes * 60_000;
  const last = await work.tx.people.lastPosition(person.id);
  if (last?.source !== 'shared' || last.at < since || !near(last)) return null;
  const told: HazardDraft[] = await work.tx.hazards.draftsOf(person.id, room.id, since);
  return told.some(({ touchedAt }) => touchedAt >= last.at) ? null : { lat: last.lat, lon: last.lon };
}

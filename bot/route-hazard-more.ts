import { hazardKinds, type HazardKind } from '../core/catalogue.ts';
import { kmFromZone } from '../core/far-from-zone.ts';
import type { Hazard } from '../core/hazard.ts';
import { read } from '../core/reading/read.ts';
import type { HazardResult } from '../core/tap-result.ts';
import { addByQuote, type SaidByQuote } from '../handlers/hazard/add-by-quote.ts';
import { placeHazard } from '../handlers/hazard/place-hazard.ts';
import { hazardRules } from '../handlers/hazard/rules.ts';
import { seeToo } from '../handlers/hazard/see-too.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { readingRoom } from './listen.ts';
import { hazardPiece } from './route-hazard-report.ts';
import { answerHazard, hazardKindsOf, quotedHazard } from './route-hazard-which.ts';
import { readBetter } from './texts/correcting-words.ts';
import { isCourtesy } from './texts/courtesy-words.ts';
import { kindNamed } from './texts/hazard-words.ts';

/** Above these words are talk, and name a kind, for certain. */
const sureEnough = 0.6;
const byRule = 0.8;

/**
 * What somebody who told of a hazard adds by quoting the message with its number, be it minutes or days after: a better place,
 * another kind, photos, words. An officer or leader puts its place right in the same way; whoever shows it or tells of it by a quote
 * has seen it too. True: dealt with.
 */
export async function routeHazardMore(heard: Heard): Promise<boolean> {
  if (heard.message.quote === undefined) return false;
  const hazard = await quotedHazard(heard);
  if (hazard === null || (await isBeingTold(heard, hazard))) return false;
  const said = saidIn(heard);
  if (!tellsMore(heard, said)) return false;
  const { work, person, message, reading } = heard;
  const km = message.position === undefined ? null : kmFromZone(work.zone.places, message.position);
  if (km !== null) return answered(heard, hazard, { kind: 'hazard_far', km });
  const piece = await hazardPiece(heard);
  const added = await addByQuote(work, hazard.id, piece, said);
  if (added !== null) return answered(heard, hazard, added);
  const { place } = said;
  const placed = await placeHazard(work, hazard.id, person, { place, position: message.position ?? null });
  if (placed !== null) return answered(heard, hazard, placed);
  const shows = message.attachments.some(({ kind }) => kind === 'photo' || kind === 'video');
  const reports = reading.intent === 'hazard_report' && reading.confidence >= sureEnough;
  return (shows || reports) && hazard.ownerId !== person.id && seeToo(work, hazard.id, piece);
}

/** A reply to what they wrote themselves a moment ago is one more piece of it, for which a reaction is enough. */
async function isBeingTold({ work, person, room, message, quoted }: Heard, { id, number }: Hazard): Promise<boolean> {
  const messageId = message.quote?.messageId;
  if (quoted !== null || messageId === undefined || message.quote?.text.includes(number) === true) return false;
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const drafts = await work.tx.hazards.draftsOf(person.id, room.id, work.now - windowMs);
  return drafts.some(({ hazardId, messageIds }) => hazardId === id && messageIds.includes(messageId));
}

function saidIn(heard: Heard): SaidByQuote {
  const { message, reading } = heard;
  const better = readBetter(message.text, reading.fields.place);
  if (better === null)
    return { place: null, corrects: false, kinds: reading.confidence < byRule ? [] : hazardKindsOf(heard) };
  const { now, named, corrects } = better;
  return { place: { now, named }, corrects, kinds: named ? [] : kindsIn(heard, now) };
}

/** 不是路灯，是井盖: what is said instead is read by itself. */
function kindsIn({ work, room }: Heard, words: string): HazardKind[] {
  const named = kindNamed(words);
  if (named !== null) return [named];
  const nothingElse = { photos: 0, location: false, openOrder: false, openShift: false, openCase: false };
  const about = { ...nothingElse, text: words, room: readingRoom(room), openQuestion: null, quote: null };
  const { kinds = [] } = read(about, { places: work.zone.places }).fields;
  return kinds.flatMap((kind) => hazardKinds.find(({ code }) => code === kind)?.code ?? []);
}

/** Thanks and questions add nothing; nor does talk in a group that shows nothing and names nothing. */
function tellsMore({ message, room, reading }: Heard, { place, kinds }: SaidByQuote): boolean {
  if (message.attachments.length > 0 || message.position !== undefined || place !== null) return true;
  if (message.text.trim() === '' || isCourtesy(message.text) || reading.intent === 'question') return false;
  if (room.kind === 'group') return kinds.length > 0;
  return reading.intent !== 'small_talk' || reading.confidence < sureEnough;
}

/** The pictures of an album are one sending, and get one answer. */
async function answered(heard: Heard, hazard: Hazard, result: HazardResult): Promise<true> {
  const { work, room, person, message } = heard;
  if (message.albumId === undefined) {
    await answerHazard(heard, hazard, result);
    return true;
  }
  const notice = { kind: 'hazard_answer', hazardId: hazard.id, result } as const;
  const quote = room.kind === 'group' ? { replyTo: message.messageId } : {};
  const slot = `hazard-album:${message.albumId}`;
  await toRooms(work, [room.id], notice, { priority: 'answer', slot, reader: person.id, ...quote });
  return true;
}

import type { HazardKind } from '../../core/catalogue.ts';
import { findPlace } from '../../core/find-place.ts';
import type { DraftPiece, HazardDraft } from '../../core/hazard-draft.ts';
import { draftFor, isAskedAlready, withPiece } from '../../core/hazard-draft.ts';
import { canBePlace, possiblePlaces } from '../../core/hazard-place.ts';
import type { HazardDoor, HazardSeverity } from '../../core/hazard.ts';
import type { FileId, HazardDraftId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import { newHazardDraft } from '../../core/new-hazard.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person, Room } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { addToHazard } from './add-to-hazard.ts';
import { keepWithDraft, looseFiles } from './claim-files.ts';
import { goOn } from './complete-draft.ts';
import { hazardRules } from './rules.ts';
import { draftSlot } from './show-draft-end.ts';
import { takePhotosAhead } from './take-photos-ahead.ts';

/** Longer words than these name no place. */
const placeLength = 60;

/** What somebody sent and what was read in it. The files of the message are kept already (`keepFiles`). */
export interface HazardPiece {
  person: Person;
  room: Room;
  via: HazardDoor;
  messageId: string | null;
  quotedMessageId: string | null;
  albumId: string | null;
  words: string;
  kinds: readonly HazardKind[];
  placeWords: string;
  placeCode?: string;
  position: Position | null;
  severity: HazardSeverity;
  people: number | null;
  anonymous: boolean;
  /** Files that belong to it for certain; what this person sent shortly before, and belongs to nothing, is added. */
  fileIds: readonly FileId[];
  /** A group in which nobody asked the bot: it only offers, and only once. */
  offer: boolean;
}

/**
 * What became of it: registered, something is asked, offered, quietly taken into a report, or left alone after a no. `completed`: what
 * was being told has its number now, and whatever offered or asked says so where it can be edited.
 */
export type Taken =
  HazardResult | { kind: 'offered' } | { kind: 'added' } | { kind: 'completed' } | { kind: 'left_alone' };

/** Takes what reads like a hazard: it starts a report, or joins the one that it belongs to. */
export async function takeReport(work: Work, told: HazardPiece): Promise<Taken> {
  const piece = await withLoose(work, told);
  const own = await draftOf(work, told, piece);
  if (own?.state === 'filed') return addToHazard(work, own, piece, told.person);
  return own === null ? begin(work, told, await withAhead(work, told, piece)) : goOnWith(work, own, piece, told);
}

/** Alone with the bot somebody tells of one thing after the other, and pictures come before their words. */
async function withAhead(work: Work, { person, room }: HazardPiece, piece: DraftPiece): Promise<DraftPiece> {
  if (room.kind !== 'direct' || piece.kinds.length === 0) return piece;
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const last = (await work.tx.hazards.draftsOf(person.id, room.id, work.now - windowMs)).at(-1) ?? null;
  return { ...piece, fileIds: [...piece.fileIds, ...(await takePhotosAhead(work, last, piece))] };
}

/**
 * Takes what alone would be no report (a photo, a position, "that's the one by the gate") into the report of this person that it
 * belongs to. Null: there is none, and somebody else may make sense of it.
 */
export async function tellMore(work: Work, told: HazardPiece): Promise<Taken | null> {
  const piece = await withLoose(work, told);
  const own = await draftOf(work, told, piece);
  if (own === null) return null;
  return own.state === 'filed' ? addToHazard(work, own, piece, told.person) : goOnWith(work, own, piece, told);
}

async function withLoose(work: Work, told: HazardPiece): Promise<DraftPiece> {
  const { windowMinutes } = hazardRules(work);
  const loose = await looseFiles(work, told.room.id, told.person.id, windowMinutes * 60_000);
  return draftPiece(work, { ...told, fileIds: [...new Set([...told.fileIds, ...loose])] });
}

/** The message as a piece of a report, its place looked up, and taken for the answer where something is being asked. */
export async function draftPiece(work: Work, told: HazardPiece): Promise<DraftPiece> {
  const words = { text: told.placeWords, ...(told.placeCode === undefined ? {} : { code: told.placeCode }) };
  const place = findPlace(work.zone.places, words);
  const question = await work.tx.rooms.question(told.room.id, told.person.id, work.now);
  const asked = question?.kind === 'hazard_kind' || question?.kind === 'hazard_place' ? question : null;
  const said = told.words.trim();
  const answersWhere = asked?.kind === 'hazard_place' && told.placeWords === '' && canBePlace(said);
  return {
    ...told,
    // Words that answer our question are the answer, even where no list knows them; a human reads them.
    kinds: asked?.kind === 'hazard_kind' && told.kinds.length === 0 && said !== '' ? ['other'] : told.kinds,
    placeWords: answersWhere ? said.slice(0, placeLength) : told.placeWords,
    placeId: place?.id ?? null,
    placeChoices: place === null ? possiblePlaces(work.zone.places, told.placeWords).map(({ id }) => id) : [],
    answersDraftId: asked === null ? null : (asked.subject as HazardDraftId),
    at: work.now,
  };
}

async function draftOf(work: Work, told: HazardPiece, piece: DraftPiece): Promise<HazardDraft | null> {
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const drafts = await work.tx.hazards.draftsOf(told.person.id, told.room.id, work.now - windowMs);
  const found = draftFor(drafts, piece, windowMs);
  const draft = found === null ? null : await work.tx.hazards.lockDraft(found.id);
  if (draft?.state === 'filed') return (await isOver(work, draft)) ? null : draft;
  return draft?.state === 'open' || draft?.state === 'offered' ? draft : null;
}

/** What it became is closed already: whatever is told now is a report of its own. */
async function isOver(work: Work, draft: HazardDraft): Promise<boolean> {
  const hazard = draft.hazardId === null ? null : await work.tx.hazards.byId(draft.hazardId);
  return hazard === null || hazard.state === 'closed';
}

async function begin(work: Work, told: HazardPiece, piece: DraftPiece): Promise<Taken> {
  const { offerMinutes, draftMinutes } = hazardRules(work);
  if (told.offer && (await wasAsked(work, told, piece))) return { kind: 'left_alone' };
  const empty = newHazardDraft({
    id: work.ids.next<HazardDraftId>(work.now),
    token: work.ids.token(),
    state: told.offer ? 'offered' : 'open',
    personId: told.person.id,
    roomId: told.room.id,
    via: told.via,
    startedAt: work.now,
    expiresAt: work.now + (told.offer ? offerMinutes : draftMinutes) * 60_000,
  });
  const draft = withPiece(empty, piece);
  await work.tx.hazards.addDraft(draft);
  await keepWithDraft(work, draft.id, piece.fileIds);
  await setTimer(work, 'hazard_draft', draft.id, draft.expiresAt);
  return draft.state === 'offered' ? offer(work, draft) : goOn(work, draft, told.person);
}

/** A group is asked once about one thing, and takes no for an answer. */
async function wasAsked(work: Work, { room, person }: HazardPiece, piece: DraftPiece): Promise<boolean> {
  if (room.kind !== 'group') return false;
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const offered = await work.tx.hazards.offeredIn(room.id, work.now - windowMs);
  return isAskedAlready(offered, piece, person.id, windowMs);
}

async function goOnWith(work: Work, known: HazardDraft, piece: DraftPiece, told: HazardPiece): Promise<Taken> {
  // Whoever asks the bot itself, in a direct chat or by command, needs no offer any more.
  const asked = told.via !== 'chat' || told.room.kind === 'direct';
  const state = known.state === 'offered' && !told.offer && asked ? 'open' : known.state;
  const draft = withPiece({ ...known, state }, piece);
  await work.tx.hazards.putDraft(draft);
  await keepWithDraft(work, draft.id, piece.fileIds);
  if (draft.state === 'offered') return { kind: 'added' };
  const result = await goOn(work, draft, told.person);
  return result.kind === 'hazard_filed' ? { kind: 'completed' } : result;
}

async function offer(work: Work, draft: HazardDraft): Promise<Taken> {
  const replyTo = draft.messageIds.at(-1);
  await toRooms(
    work,
    [draft.roomId],
    { kind: 'hazard_offer', draftId: draft.id },
    {
      priority: 'answer',
      slot: draftSlot(draft.id),
      reader: draft.personId,
      expiresAt: draft.expiresAt,
      ...(replyTo === undefined ? {} : { replyTo }),
    },
  );
  return { kind: 'offered' };
}

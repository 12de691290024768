import type { HazardKind } from '../../core/catalogue.ts';
import { correctedPlace, type PlaceSaid } from '../../core/corrected-place.ts';
import { withPiece, type DraftPiece, type HazardDraft } from '../../core/hazard-draft.ts';
import type { Hazard, HazardReport } from '../../core/hazard.ts';
import type { HazardDraftId, HazardId } from '../../core/ids.ts';
import { newHazardDraft } from '../../core/new-hazard.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import { zoneDate } from '../../core/zone-time.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { looseFiles } from './claim-files.ts';
import { keepTelling } from './keep-telling.ts';
import { lockStanding } from './lock-hazard.ts';
import { hazardRules } from './rules.ts';
import { toPerson } from './show-hazard.ts';
import { showReceipt } from './show-receipt.ts';
import type { HazardPiece } from './take-report.ts';

/** What was read in the words that quote a hazard's number. */
export interface SaidByQuote {
  /** Where it is by them; null: they do not say. */
  place: { now: string; named: boolean } | null;
  /** They say that something was told wrong, and do not only add. */
  corrects: boolean;
  /** What it is by them; empty: they do not say. */
  kinds: readonly HazardKind[];
}

/**
 * Takes what somebody who told of a hazard adds or puts right by quoting its number, however long after: words and pictures are its
 * evidence. Where it is said to be is taken while nobody has graded it, or right after it was told; later whoever has it and the
 * command hear it, and a human decides. Null: this person has not told of it.
 */
export async function addByQuote(
  work: Work,
  id: HazardId,
  told: HazardPiece,
  said: SaidByQuote,
): Promise<HazardResult | null> {
  const hazard = await lockStanding(work, id);
  if (hazard === null) return null;
  const reports = await work.tx.hazards.reports(hazard.id);
  const report = reports.findLast(({ personId }) => personId === told.person.id);
  if (report === undefined) return null;
  const piece = await pieceOf(work, told);
  const draft = await draftOf(work, hazard, report, told);
  const base = draft ?? asDraft(work, report, told);
  const place = placeOf(work, hazard, base, said);
  const moves = reports.length === 1 && isYoung(work, hazard, report);
  const otherKind = said.corrects && said.kinds.length > 0 && hazard.state === 'reported';
  const known = {
    ...withPiece(base, { ...piece, kinds: said.kinds }),
    ...place,
    ...(otherKind ? { kinds: said.kinds } : {}),
  };
  if (draft !== null) await work.tx.hazards.putDraft({ ...known, touchedAt: work.now });
  const saysWhere = place !== null || piece.position !== null;
  const kept = await keepTelling(work, hazard, known, {
    person: told.person,
    words: piece.words.trim(),
    fileIds: piece.fileIds,
    place: moves ? (place === null ? 'fills' : 'moves') : 'stays',
    otherKind,
    placeSaid: moves || !saysWhere ? null : { words: place === null ? '' : nameOf(work, place), at: piece.position },
  });
  if (draft !== null && kept.moved) await showReceipt(work, draft);
  if (!moves && saysWhere && hazard.state !== 'closed') await passOn(work, hazard);
  return {
    kind: 'hazard_more',
    photos: await photosOf(work, told, kept.fileIds.length),
    place: !saysWhere ? null : { moved: moves, name: place === null ? '' : nameOf(work, place) },
    kindSet: otherKind,
    outcome: hazard.outcome,
  };
}

/** The words, and what came with them or shortly before. */
async function pieceOf(work: Work, told: HazardPiece): Promise<DraftPiece> {
  const loose = await looseFiles(work, told.room.id, told.person.id, hazardRules(work).windowMinutes * 60_000);
  const nothingElse = { placeWords: '', placeId: null, placeChoices: [], answersDraftId: null };
  return { ...told, ...nothingElse, fileIds: [...new Set([...told.fileIds, ...loose])], at: work.now };
}

/** As it was told here, so that pictures which follow without a word still belong to it. */
async function draftOf(
  work: Work,
  hazard: Hazard,
  { fromHazardId, at }: HazardReport,
  { person, room }: HazardPiece,
): Promise<HazardDraft | null> {
  const drafts = await work.tx.hazards.draftsOf(person.id, room.id, at);
  const found = drafts.findLast(
    ({ hazardId }) => hazardId !== null && (hazardId === hazard.id || hazardId === fromHazardId),
  );
  return found === undefined ? null : work.tx.hazards.lockDraft(found.id);
}

/** Told by a form, in another room, or so long ago that only the telling itself is left. */
function asDraft(work: Work, report: HazardReport, { person, room }: HazardPiece): HazardDraft {
  const { via, kinds, words, placeWords, placeId, position, anonymous, fileIds, at } = report;
  const id = work.ids.next<HazardDraftId>(work.now);
  const nobody = {
    id,
    token: work.ids.token(),
    personId: person.id,
    roomId: room.id,
    via,
    startedAt: at,
    expiresAt: at,
  };
  return { ...newHazardDraft(nobody), kinds, words, placeWords, placeId, position, anonymous, fileIds };
}

/** A better place; what only says more of the firm that was named is still in it. Null: they say none, or the same. */
function placeOf(work: Work, hazard: Hazard, was: HazardDraft, { place, corrects }: SaidByQuote): PlaceSaid | null {
  if (place === null) return null;
  const nowhere = was.placeId === null && was.placeWords === '' && hazard.position === null;
  const better = correctedPlace(was, place.now, { places: work.zone.places, named: place.named || nowhere });
  if (better === null) return null;
  const placed = corrects ? better : { ...better, placeId: better.placeId ?? was.placeId };
  return placed.placeId === was.placeId && placed.placeWords === was.placeWords ? null : placed;
}

/** Nobody has decided anything by it, or it was told just now. */
function isYoung(work: Work, hazard: Hazard, report: HazardReport): boolean {
  if (hazard.state === 'closed') return false;
  return hazard.state === 'reported' || work.now - report.at <= hazardRules(work).windowMinutes * 60_000;
}

/** Whoever has it, and the command, which alone can put it right now; a second one on the same day edits the first. */
async function passOn(work: Work, hazard: Hazard): Promise<void> {
  const notice = { kind: 'hazard_place_said', hazardId: hazard.id } as const;
  const slot = `hazard-place:${hazard.id}:${zoneDate(work.now, work.zone.timeZone)}`;
  const manner = { priority: 'answer', slot } as const;
  if (hazard.ownerId !== null) await toPerson(work, hazard.ownerId, notice, manner);
  await toRooms(work, await commandRooms(work), notice, manner);
}

/** Where that is, as people call it. */
export function nameOf(work: Work, { placeId, placeWords }: PlaceSaid): string {
  const name = work.zone.places.find(({ id }) => id === placeId)?.name ?? '';
  return placeWords.includes(name) ? placeWords : name.includes(placeWords) ? name : `${name} ${placeWords}`;
}

/** The pictures of an album come one by one, and the answer counts them together. */
async function photosOf(work: Work, { room, albumId }: HazardPiece, kept: number): Promise<number> {
  return albumId === null ? kept : (await work.tx.files.ofAlbum(room.id, albumId)).length;
}

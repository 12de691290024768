import { correctedPlace, type PlaceSaid } from '../../core/corrected-place.ts';
import { missingOf, withPiece, type DraftPiece, type HazardDraft } from '../../core/hazard-draft.ts';
import { canBePlace } from '../../core/hazard-place.ts';
import type { Work } from '../work.ts';
import { addToHazard } from './add-to-hazard.ts';
import { keepWithDraft, looseFiles } from './claim-files.ts';
import { goOn } from './complete-draft.ts';
import { hazardRules } from './rules.ts';
import { showReceipt } from './show-receipt.ts';
import type { HazardPiece } from './take-report.ts';

/** What somebody put right, and where it is by that. */
export interface Corrected {
  now: string;
  named: boolean;
  /** Words that name no place are kept all the same. */
  sure: boolean;
}

/**
 * Takes what puts right the latest report that this person made here, or the one whose message is quoted: the words join it, and
 * where they name a place, it is there from now on. False: there is no such report, or nothing in it was put right.
 */
export async function correctReport(work: Work, told: HazardPiece, { now, named, sure }: Corrected): Promise<boolean> {
  const draft = await latestOf(work, told);
  if (draft === null) return false;
  // While it is still asked where it is, whatever they say instead is where.
  const answers = draft.state === 'open' && missingOf(draft).includes('place') && canBePlace(now);
  const place = correctedPlace(draft, now, { places: work.zone.places, named: named || answers });
  if (place === null && !sure) return false;
  const piece = await pieceOf(work, told);
  if (draft.state === 'filed') {
    const taken = await addToHazard(work, draft, piece, told.person, place);
    if (taken.kind !== 'added') return false;
    if (place !== null) await showReceipt(work, draft);
    return true;
  }
  const better: HazardDraft = { ...withPiece(draft, piece), ...moved(place) };
  await work.tx.hazards.putDraft(better);
  await keepWithDraft(work, better.id, piece.fileIds);
  if (better.state === 'open') await goOn(work, better, told.person);
  return true;
}

/** The words, and a picture that came with them; the place is settled here. */
async function pieceOf(work: Work, told: HazardPiece): Promise<DraftPiece> {
  const loose = await looseFiles(work, told.room.id, told.person.id, hazardRules(work).windowMinutes * 60_000);
  const nothingElse = { kinds: [], placeWords: '', placeId: null, placeChoices: [], answersDraftId: null };
  return { ...told, ...nothingElse, fileIds: [...new Set([...told.fileIds, ...loose])], at: work.now };
}

function moved(place: PlaceSaid | null): Partial<HazardDraft> {
  return place === null ? {} : { ...place, placeChoices: [], unplaced: false };
}

async function latestOf(work: Work, { person, room, quotedMessageId }: HazardPiece): Promise<HazardDraft | null> {
  const windowMs = hazardRules(work).windowMinutes * 60_000;
  const drafts = await work.tx.hazards.draftsOf(person.id, room.id, work.now - windowMs);
  const quoted = drafts.findLast(({ messageIds }) => quotedMessageId !== null && messageIds.includes(quotedMessageId));
  const latest = quoted ?? drafts.findLast(({ state }) => state === 'filed' || state === 'open');
  const draft = latest === undefined ? null : await work.tx.hazards.lockDraft(latest.id);
  if (draft?.state === 'filed') return draft;
  return draft?.state === 'open' ? draft : null;
}

import type { HazardDraft } from '../../core/hazard-draft.ts';
import { withPiece } from '../../core/hazard-draft.ts';
import { hazardOfSubject, type Hazard } from '../../core/hazard.ts';
import type { HazardDraftId } from '../../core/ids.ts';
import type { Quote } from '../../core/message.ts';
import { newHazardDraft } from '../../core/new-hazard.ts';
import type { HazardResult } from '../../core/tap-result.ts';
import type { Person, Room } from '../../core/people.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { keepWithDraft } from './claim-files.ts';
import { goOn } from './complete-draft.ts';
import { hazardRules } from './rules.ts';
import { draftPiece, type HazardPiece } from './take-report.ts';

/** What stands in the place of a picture where a chat quotes by words alone. */
const pictureWords = /^\[?(?:图片|照片|photo|image|picture)\]?$/i;

/** A message that somebody quotes, with all that is kept of it. */
export interface QuotedMessage {
  /** Null where nobody can say who wrote it. */
  author: Person | null;
  /** Its own pictures, those of its album, and what its author sent shortly before or after and belongs to nothing. */
  files: readonly KeptFile[];
}

/** Finds who wrote a quoted message, and the pictures that belong to it. */
export async function quotedMessage(work: Work, room: Room, quote: Quote): Promise<QuotedMessage> {
  const own = await ownFiles(work, room, quote);
  const wroteId = own.find(({ personId }) => personId !== null)?.personId ?? null;
  const sender = quote.authorId === undefined ? null : await work.tx.people.bySender(room.platform, quote.authorId);
  const author = sender?.person ?? (wroteId === null ? null : await work.tx.people.byId(wroteId));
  const around = author === null || quote.at === undefined ? [] : await filesAround(work, room, author, quote.at);
  const all = new Map([...own, ...around].map((file) => [file.id, file]));
  return { author, files: [...all.values()].filter(({ attachment }) => attachment.kind !== 'document') };
}

async function ownFiles(work: Work, room: Room, { messageId, text }: Quote): Promise<KeptFile[]> {
  const { files } = work.tx;
  if (messageId === undefined) return pictureWords.test(text.trim()) ? onlyPictures(work, room) : [];
  const own = await files.ofMessage(room.id, messageId);
  const albumId = own[0]?.albumId ?? null;
  return albumId === null ? own : files.ofAlbum(room.id, albumId);
}

/** "[图片]" is all that WeChat says of it: surely meant are the latest pictures only where one person alone sent any. */
async function onlyPictures(work: Work, room: Room): Promise<KeptFile[]> {
  const recent = await work.tx.files.recentIn(room.id, work.now - windowMs(work));
  const pictures = recent.filter(({ attachment }) => attachment.kind === 'photo');
  return new Set(pictures.map(({ personId }) => personId)).size === 1 ? pictures : [];
}

async function filesAround(work: Work, room: Room, author: Person, at: number): Promise<KeptFile[]> {
  const files = await work.tx.files.recentOf(room.id, author.id, at - windowMs(work));
  return files.filter(({ receivedAt }) => receivedAt <= at + windowMs(work));
}

function windowMs(work: Work): number {
  return hazardRules(work).windowMinutes * 60_000;
}

/** The hazard that a quoted message told of already, by its words or by its pictures. */
export async function hazardOfQuoted(
  work: Work,
  room: Room,
  quote: Quote,
  { files }: QuotedMessage,
): Promise<Hazard | null> {
  const { hazards } = work.tx;
  const report = quote.messageId === undefined ? null : await hazards.reportByMessage(room.id, quote.messageId);
  const own = files.find(({ messageId }) => messageId === quote.messageId);
  const id = report?.hazardId ?? hazardOfSubject(own?.subject ?? null);
  return id === null ? null : hazards.byId(id);
}

/**
 * Registers what somebody wrote, because somebody asks for it by a reply: the author has told it, hears how it goes on, and can
 * add to it; whoever registers is asked what is missing. What the bot is already asking the author is taken over.
 */
export async function registerQuoted(
  work: Work,
  told: HazardPiece,
  { quote, author, files }: QuotedMessage & { quote: Quote },
): Promise<HazardResult> {
  const fileIds = [...new Set([...told.fileIds, ...files.map(({ id }) => id)])];
  const words = pictureWords.test(told.words.trim()) ? '' : told.words;
  const piece = await draftPiece(work, { ...told, words, fileIds });
  const base = (await askedAlready(work, told.room, author, quote, files)) ?? (await emptyDraft(work, told));
  const teller = author !== null && author.id !== told.person.id ? author.id : null;
  const asked: HazardDraft = { ...base, state: 'open', via: told.via, personId: told.person.id, tellerId: teller };
  // The quoted message stands first: it is the one that told.
  const messageIds = [quote.messageId, ...base.messageIds].filter((id) => id !== undefined);
  const draft = withPiece({ ...asked, messageIds: [...new Set(messageIds)] }, piece);
  await work.tx.hazards.putDraft(draft);
  await keepWithDraft(work, draft.id, piece.fileIds);
  await setTimer(work, 'hazard_draft', draft.id, draft.expiresAt);
  return goOn(work, draft, told.person);
}

async function emptyDraft(work: Work, { person, room, via }: HazardPiece): Promise<HazardDraft> {
  const draft = newHazardDraft({
    id: work.ids.next<HazardDraftId>(work.now),
    token: work.ids.token(),
    personId: person.id,
    roomId: room.id,
    via,
    startedAt: work.now,
    expiresAt: work.now + hazardRules(work).draftMinutes * 60_000,
  });
  await work.tx.hazards.addDraft(draft);
  return draft;
}

/** The author's report that the message is part of, offered or being asked about. */
async function askedAlready(
  work: Work,
  room: Room,
  author: Person | null,
  quote: Quote,
  files: readonly KeptFile[],
): Promise<HazardDraft | null> {
  if (author === null) return null;
  const drafts = await work.tx.hazards.draftsOf(author.id, room.id, work.now);
  const fileIds = new Set(files.map(({ id }) => id));
  const found = drafts.findLast(
    (draft) =>
      (quote.messageId !== undefined && draft.messageIds.includes(quote.messageId)) ||
      draft.fileIds.some((id) => fileIds.has(id)),
  );
  const draft = found === undefined ? null : await work.tx.hazards.lockDraft(found.id);
  if (draft?.state !== 'offered' && draft?.state !== 'open') return null;
  // The author is not asked any more.
  const question = await work.tx.rooms.question(room.id, draft.personId, work.now);
  if (question?.subject === draft.id) await work.tx.rooms.answered(room.id, draft.personId);
  return draft;
}

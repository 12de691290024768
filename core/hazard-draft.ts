import type { HazardKind } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { distanceMetres } from './geo.ts';
import type { HazardDoor, HazardSeverity } from './hazard.ts';
import type { FileId, HazardDraftId, HazardId, PersonId, PlaceId, RoomId, Token } from './ids.ts';
import type { Position } from './message.ts';

/**
 * What became of an intake. `offered`: the bot asked in a group whether to register it. `open`: something is still asked.
 * `filed`: it has become a report. `dropped`: the person said no. `ended`: nobody answered in time.
 */
export type DraftState = 'offered' | 'open' | 'filed' | 'dropped' | 'ended';

/** What intake still needs, in the order of asking. One question at a time; a photo is welcome and never demanded. */
export type DraftNeed = 'kind' | 'place';

/** A report that is being told, in pieces, in any order. It survives a restart and ends by itself. */
export interface HazardDraft {
  id: HazardDraftId;
  token: Token;
  state: DraftState;
  /** Who tells it, or has somebody else's words registered: who is asked, and answers. */
  personId: PersonId;
  /** Who told, where `personId` only has it registered; null: the same. */
  tellerId: PersonId | null;
  roomId: RoomId;
  via: HazardDoor;
  kinds: readonly HazardKind[];
  words: string;
  placeWords: string;
  placeId: PlaceId | null;
  /**
   * Places that the words may mean, when they mean several. Only ever added to at the end until one is chosen, so that the
   * index which a button carries stays that place's.
   */
  placeChoices: readonly PlaceId[];
  /** Nobody can say where: registered all the same, for a human to find out. */
  unplaced: boolean;
  position: Position | null;
  severity: HazardSeverity;
  people: number | null;
  anonymous: boolean;
  fileIds: readonly FileId[];
  /** Platform messages that are part of it, oldest first; a reply to one of them belongs to it. */
  messageIds: readonly string[];
  albumIds: readonly string[];
  startedAt: Instant;
  /** When the last piece came. */
  touchedAt: Instant;
  expiresAt: Instant;
  /** The hazard that it became. */
  hazardId: HazardId | null;
}

/** One message's worth of a report, as it was read. */
export interface DraftPiece {
  messageId: string | null;
  /** Which message of the room it answers; null: none. */
  quotedMessageId: string | null;
  albumId: string | null;
  words: string;
  kinds: readonly HazardKind[];
  placeWords: string;
  placeId: PlaceId | null;
  placeChoices: readonly PlaceId[];
  position: Position | null;
  severity: HazardSeverity;
  people: number | null;
  anonymous: boolean;
  fileIds: readonly FileId[];
  /** The draft whose question these words answer; null: nothing was asked, or the question is no longer open. */
  answersDraftId: HazardDraftId | null;
  at: Instant;
}

/** How far apart two tellings of one person may be and still be the same thing. */
const samePlaceMetres = 50;

/** What is still missing before it can be registered; empty: nothing. */
export function missingOf(
  draft: Pick<HazardDraft, 'kinds' | 'placeId' | 'placeWords' | 'position' | 'unplaced'>,
): DraftNeed[] {
  const needs: DraftNeed[] = [];
  if (draft.kinds.length === 0) needs.push('kind');
  if (draft.placeId === null && draft.placeWords === '' && draft.position === null && !draft.unplaced)
    needs.push('place');
  return needs;
}

type Joinable = Pick<
  HazardDraft,
  'id' | 'state' | 'words' | 'kinds' | 'placeId' | 'placeWords' | 'position' | 'messageIds' | 'albumIds' | 'touchedAt'
>;

/**
 * The report that a piece belongs to, out of this person's reports in this room (newest last), or null: it starts one. A
 * reply and a picture of the same album belong for certain, whenever they come; an answer to our question, unless it tells of
 * something else. Else the youngest within the window that says nothing else: another kind, or another place, is another
 * report. One that has its number already takes pictures, positions and details, but no second sentence that names a hazard,
 * unless it says the same place or the same words: what somebody tells is never swallowed. A position alone goes with what was told last.
 * @param windowMs how long after a report's last piece the next one still joins it
 */
export function draftFor<Draft extends Joinable>(
  drafts: readonly Draft[],
  piece: DraftPiece,
  windowMs: number,
): Draft | null {
  const newestFirst = drafts.toReversed();
  const certain =
    newestFirst.find(
      ({ messageIds }) => piece.quotedMessageId !== null && messageIds.includes(piece.quotedMessageId),
    ) ??
    newestFirst.find(({ albumIds }) => piece.albumId !== null && albumIds.includes(piece.albumId)) ??
    newestFirst.find((draft) => answersIt(draft, piece));
  if (certain !== undefined) return certain;
  const recent = newestFirst.filter(({ touchedAt }) => piece.at - touchedAt <= windowMs);
  const [last] = recent;
  if (isBarePosition(piece)) return last !== undefined && fits(last, piece) ? last : null;
  return recent.find((draft) => fits(draft, piece) && !isSecondTelling(draft, piece)) ?? null;
}

/** It goes with what was told last, or comes before the words of the next report; it never moves what was told before. */
function isBarePosition(piece: DraftPiece): boolean {
  return piece.position !== null && piece.words.trim() === '' && piece.fileIds.length === 0;
}

/** A picture alone answers no question: it goes with what was told last. */
function answersIt(draft: Joinable, piece: DraftPiece): boolean {
  const says = piece.words.trim() !== '' || piece.position !== null;
  return says && draft.id === piece.answersDraftId && fits(draft, piece);
}

/** Nothing that the piece says contradicts what the report already says. */
function fits(draft: Joinable, piece: DraftPiece): boolean {
  return kindsFit(draft, piece) && placesFit(draft, piece);
}

/** A sentence that names a hazard, after the report has its number, without saying that it is about the same. */
function isSecondTelling(draft: Joinable, piece: DraftPiece): boolean {
  if (draft.state !== 'filed' || piece.kinds.length === 0) return false;
  const saysPlace = piece.placeId !== null || piece.placeWords !== '' || piece.position !== null;
  const sameWords = piece.words.trim() !== '' && draft.words.includes(piece.words.trim());
  return !saysPlace && !sameWords;
}

function kindsFit(draft: Joinable, piece: DraftPiece): boolean {
  if (draft.kinds.length === 0 || piece.kinds.length === 0) return true;
  return piece.kinds.some((kind) => draft.kinds.includes(kind));
}

/** A village has many houses: both say a number of one, and none in common. */
export function isOtherHouse(a: Pick<HazardDraft, 'placeWords'>, b: Pick<HazardDraft, 'placeWords'>): boolean {
  const [one, other] = [houseNumbers(a.placeWords), houseNumbers(b.placeWords)];
  return one.length > 0 && other.length > 0 && !one.some((number) => other.includes(number));
}

function houseNumbers(words: string): string[] {
  return words.normalize('NFKC').match(/\d+(?=\s*(?:号|栋|幢|弄|单元|室|#))/gu) ?? [];
}

function placesFit(draft: Joinable, piece: DraftPiece): boolean {
  if (draft.placeId !== null && piece.placeId !== null)
    return draft.placeId === piece.placeId && !isOtherHouse(draft, piece);
  if (draft.position !== null && piece.position !== null) {
    return distanceMetres(draft.position, piece.position) <= samePlaceMetres;
  }
  if (draft.placeWords === '' || piece.placeWords === '') return true;
  return draft.placeWords.includes(piece.placeWords) || piece.placeWords.includes(draft.placeWords);
}

/**
 * Whether a group was asked about the same thing within the window: somebody's no covers all that they say of it, and a no, or an
 * offer that stands, whatever others say of the same kind at a place that is known to be the same. Not to be asked again then.
 * @param drafts what was offered in this room lately, whoever told it
 */
export function isAskedAlready(
  drafts: readonly (Joinable & Pick<HazardDraft, 'personId'>)[],
  piece: DraftPiece,
  personId: PersonId,
  windowMs: number,
): boolean {
  const recent = drafts.filter(({ touchedAt }) => piece.at - touchedAt <= windowMs);
  return recent.some((draft) => {
    if (draft.personId === personId) return draft.state === 'dropped' && fits(draft, piece);
    const stands = draft.state === 'dropped' || draft.state === 'offered';
    return stands && draft.kinds.some((kind) => piece.kinds.includes(kind)) && isSamePlace(draft, piece);
  });
}

function isSamePlace(draft: Joinable, piece: DraftPiece): boolean {
  if (draft.placeId !== null || piece.placeId !== null)
    return draft.placeId === piece.placeId && !isOtherHouse(draft, piece);
  if (draft.position !== null && piece.position !== null) return placesFit(draft, piece);
  return draft.placeWords !== '' && draft.placeWords === piece.placeWords;
}

const union = <Item>(a: readonly Item[], b: readonly Item[]): readonly Item[] => [...new Set([...a, ...b])];

/** Something that has a name is not "other". */
function withoutOther(kinds: readonly HazardKind[]): readonly HazardKind[] {
  return kinds.length > 1 ? kinds.filter((kind) => kind !== 'other') : kinds;
}

/** The report with one more piece: what was known stays, what was missing is filled, words are put side by side. */
export function withPiece(draft: HazardDraft, piece: DraftPiece): HazardDraft {
  const said = piece.words.trim();
  const words =
    said === '' || draft.words.includes(said) ? draft.words : draft.words === '' ? said : `${draft.words} ${said}`;
  const settled = draft.placeId ?? piece.placeId;
  return {
    ...draft,
    words,
    kinds: withoutOther(union(draft.kinds, piece.kinds)),
    placeWords: draft.placeWords === '' ? piece.placeWords : draft.placeWords,
    placeId: settled,
    placeChoices: settled === null ? union(draft.placeChoices, piece.placeChoices) : [],
    // A position sent by hand is better than what a name's place has.
    position: piece.position ?? draft.position,
    severity: draft.severity === 'urgent' ? 'urgent' : piece.severity,
    people: draft.people ?? piece.people,
    anonymous: draft.anonymous || piece.anonymous,
    fileIds: union(draft.fileIds, piece.fileIds),
    messageIds: piece.messageId === null ? draft.messageIds : union(draft.messageIds, [piece.messageId]),
    albumIds: piece.albumId === null ? draft.albumIds : union(draft.albumIds, [piece.albumId]),
    touchedAt: piece.at,
  };
}

/**
 * What happens to a report that nobody completes: with words that sound urgent it is registered as it is, because a human
 * can find the place; otherwise it ends with a word to the person. An offer in a group ends in silence.
 */
export function atExpiry(draft: Pick<HazardDraft, 'state' | 'severity' | 'words'>): 'file' | 'tell' | 'silence' {
  if (draft.state === 'offered') return 'silence';
  return draft.severity === 'urgent' && draft.words !== '' ? 'file' : 'tell';
}

/** The subject under which a draft's pictures are kept until it is filed. */
export function draftSubject(id: HazardDraftId): `hazard_draft:${string}` {
  return `hazard_draft:${id}`;
}

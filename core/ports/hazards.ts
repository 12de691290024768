import type { HazardKind } from '../catalogue.ts';
import type { Instant } from '../clock.ts';
import type { Hazard, HazardReport } from '../hazard.ts';
import type { HazardDraft } from '../hazard-draft.ts';
import type { HazardDraftId, HazardId, HazardReportId, PersonId, PlaceId, RoomId, Token } from '../ids.ts';
import type { Position } from '../message.ts';
import type { Person, Place } from '../people.ts';
import type { KeptFile } from './files.ts';

/** A hazard with all that its cards and pages show. Who reported is in `reports`; no card for others than the officer names them. */
export interface HazardView {
  hazard: Hazard;
  /** In the order in which they were told. */
  reports: readonly HazardReport[];
  owner: Person | null;
  leader: Person | null;
  officer: Person | null;
  fixedBy: Person | null;
  checkedBy: Person | null;
  place: Place | null;
  /** Everything kept under the hazard, in the order received; `role` pairs before and after. */
  files: readonly KeptFile[];
  mergedInto: Hazard | null;
}

/** Where a look-up goes on: the last hazard of the page before. */
export interface HazardCursor {
  reportedAt: Instant;
  id: HazardId;
}

/** What a list of hazards is narrowed to; a field left out narrows nothing. */
export interface HazardFilter {
  /** `open`: not closed. */
  status?: 'open' | 'closed';
  kind?: HazardKind;
  /** Its main kind is one of these. */
  kinds?: readonly HazardKind[];
  placeId?: PlaceId;
  ownerId?: PersonId;
  area?: string;
  from?: Instant;
  to?: Instant;
}

/** How many open hazards a person or a place has. */
export interface HazardCount {
  open: number;
  overdue: number;
  major: number;
}

export interface HazardReads {
  byId(id: HazardId): Promise<Hazard | null>;
  byIds(ids: readonly HazardId[]): Promise<Hazard[]>;
  byToken(token: Token): Promise<Hazard | null>;
  byNumber(number: string): Promise<Hazard | null>;
  /** Those of these numbers that there are, newest first. */
  byNumbers(numbers: readonly string[]): Promise<Hazard[]>;
  view(id: HazardId): Promise<HazardView | null>;
  /** In the order in which they were told. */
  reports(id: HazardId): Promise<HazardReport[]>;
  report(id: HazardReportId): Promise<HazardReport | null>;
  /**
   * Everybody who has ever told of it, also anonymously, also where the telling was taken back or has moved to another hazard
   * since: whose names no card may carry. In no order, and never shown.
   */
  tellers(id: HazardId): Promise<PersonId[]>;
  /** The report that came with this message of the room: what a quote of it is about. */
  reportByMessage(roomId: RoomId, messageId: string): Promise<HazardReport | null>;
  draft(id: HazardDraftId): Promise<HazardDraft | null>;
  draftByToken(token: Token): Promise<HazardDraft | null>;
  /**
   * What this person is telling in this room: everything offered or open, and what was filed since `since` (further pieces
   * still belong to it); the one touched last comes last.
   */
  draftsOf(personId: PersonId, roomId: RoomId, since: Instant): Promise<HazardDraft[]>;
  /** What was offered in this room and not taken up, or still stands, touched since then; whoever told it. Newest first. */
  offeredIn(roomId: RoomId, since: Instant): Promise<HazardDraft[]>;
  /** Assigned, accepted or fixed and this person's to do; what is due first comes first, what has no date last. */
  ofOwner(ownerId: PersonId, limit: number): Promise<Hazard[]>;
  /** Open, of this leader's area; what is due first comes first. */
  ofLeader(leaderId: PersonId, limit: number): Promise<Hazard[]>;
  /** What this person reported, open or closed since `since`, newest first. */
  ofReporter(personId: PersonId, since: Instant, limit: number): Promise<{ hazard: Hazard; report: HazardReport }[]>;
  /** Whether this person owns an open hazard, or has told of one, open or closed, since then. */
  hasCase(personId: PersonId, since: Instant): Promise<boolean>;
  /** Fixed and drawn for a second look, oldest first. */
  awaitingCheck(limit: number): Promise<Hazard[]>;
  /** Reported or graded, with nobody to do it, oldest first. */
  awaitingOfficer(limit: number): Promise<Hazard[]>;
  /** Open ones of a place, newest first. */
  ofPlace(placeId: PlaceId, limit: number): Promise<Hazard[]>;
  /** Open ones reported in this room, newest first. */
  ofRoom(roomId: RoomId, limit: number): Promise<Hazard[]>;
  /** Those reported in this room, open or closed, that anything has changed of since then; what changed last comes first. */
  changedInRoomSince(roomId: RoomId, since: Instant, limit: number): Promise<Hazard[]>;
  /** Open, reported since `since`, with a position inside the circle or at the place; newest first, at most 100. */
  near(ask: {
    position: Position | null;
    radiusMetres: number;
    placeId: PlaceId | null;
    since: Instant;
  }): Promise<Hazard[]>;
  /** Newest first; `after`: the last of the page before. */
  list(filter: HazardFilter, limit: number, after: HazardCursor | null): Promise<Hazard[]>;
  /** The same list by page numbers, for interfaces that know no cursor; what is left out is still walked through. */
  page(filter: HazardFilter, limit: number, leftOut: number): Promise<Hazard[]>;
  /** Whose words, number or place's words contain all of these words, newest first. */
  search(words: string, limit: number): Promise<Hazard[]>;
  /** People with something assigned or accepted that is due by then. */
  ownersDueBy(at: Instant): Promise<PersonId[]>;
  /** Leaders with something assigned or accepted that was due before then. */
  leadersOverdue(at: Instant): Promise<PersonId[]>;
  /** Rooms in which a hazard was reported that changed (was reported, assigned, fixed, closed) since then. */
  roomsChangedSince(at: Instant): Promise<RoomId[]>;
  countOfPlace(placeId: PlaceId, now: Instant): Promise<HazardCount>;
  /** When the newest hazard of a place was closed or reported, and the newest major one; for the four colours. */
  lastOfPlace(placeId: PlaceId): Promise<{ reportedAt: Instant; closedAt: Instant | null } | null>;
}

export interface HazardWrites extends HazardReads {
  add(hazard: Hazard): Promise<void>;
  /** Writes all fields of the hazard. */
  put(hazard: Hazard): Promise<void>;
  /** Locks the hazard's row until the end of the transaction (FOR UPDATE; nothing on SQLite) and reads it. */
  lock(id: HazardId): Promise<Hazard | null>;
  addReport(report: HazardReport): Promise<void>;
  /** Whoever told of the one hazard is kept as a teller of the other one too, which takes over words of theirs. */
  shareTellers(from: HazardId, to: HazardId): Promise<void>;
  /** Writes all fields of the report. */
  putReport(report: HazardReport): Promise<void>;
  addDraft(draft: HazardDraft): Promise<void>;
  /** Writes all fields of the draft. */
  putDraft(draft: HazardDraft): Promise<void>;
  /** Locks the draft's row and reads it, so that two pieces of one report follow one another. */
  lockDraft(id: HazardDraftId): Promise<HazardDraft | null>;
}

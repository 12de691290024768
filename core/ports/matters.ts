import type { Instant } from '../clock.ts';
import type { MatterId, MatterNoteId, OpeningId, PersonId, Token } from '../ids.ts';
import type { Matter, MatterKind, MatterNote, MatterPerson, MatterStanding, MatterState, Opening } from '../matter.ts';
import type { Person } from '../people.ts';
import type { KeptFile } from './files.ts';

/** A matter with all that its cards and pages show. */
export interface MatterView {
  matter: Matter;
  teller: Person | null;
  owner: Person | null;
  people: readonly MatterPerson[];
  files: readonly KeptFile[];
}

/** What a list of matters is narrowed to; a field left out narrows nothing. */
export interface MatterFilter {
  kinds?: readonly MatterKind[];
  states?: readonly MatterState[];
  roomCode?: string;
  /** By when it was handed in. */
  from?: Instant;
  to?: Instant;
}

/** Private matters. Bodies, notes and reasons are sealed before they reach the database and opened after they leave it. */
export interface MatterReads {
  byId(id: MatterId): Promise<Matter | null>;
  byToken(token: Token): Promise<Matter | null>;
  byNumber(number: string): Promise<Matter | null>;
  /** By the receipt that whoever gave a clue without a name was told; only its keyed hash is kept. */
  byReceipt(receipt: string): Promise<Matter | null>;
  view(id: MatterId): Promise<MatterView | null>;
  /** What this person is telling now; null: nothing. At most one at a time, the one touched last. */
  telling(personId: PersonId): Promise<Matter | null>;
  /** Matters to which this person is one of these, what changed last first; open ones only unless `over`. */
  ofPerson(
    personId: PersonId,
    standings: readonly MatterStanding[],
    ask: { over: boolean; limit: number },
  ): Promise<Matter[]>;
  /** Whether any matter that is not archived yet names this person; cheap, asked with every message of a direct chat. */
  concerns(personId: PersonId): Promise<boolean>;
  people(id: MatterId): Promise<MatterPerson[]>;
  /** Newest first. */
  list(filter: MatterFilter, limit: number): Promise<Matter[]>;
  /** Oldest first. */
  notes(id: MatterId): Promise<MatterNote[]>;
  opening(id: OpeningId): Promise<Opening | null>;
  openingByToken(token: Token): Promise<Opening | null>;
  /** All of them, oldest first. */
  openings(id: MatterId): Promise<Opening[]>;
}

export interface MatterWrites extends MatterReads {
  add(matter: Matter): Promise<void>;
  /** Locks the matter's row until the end of the transaction (nothing on SQLite) and reads it. */
  lock(id: MatterId): Promise<Matter | null>;
  /** Writes all fields of the matter. */
  put(matter: Matter): Promise<void>;
  /** Everybody who is something to it from now on; what is left out is taken away. */
  setPeople(id: MatterId, people: readonly Omit<MatterPerson, 'matterId'>[]): Promise<void>;
  /** Keeps the keyed hash of a receipt. */
  setReceipt(id: MatterId, receipt: string): Promise<void>;
  addNote(note: MatterNote): Promise<void>;
  /** Takes one note away: whoever wrote it says that it is about something else. */
  removeNote(id: MatterNoteId): Promise<void>;
  putOpening(opening: Opening): Promise<void>;
  /** Past their time by now, oldest first. */
  toForget(now: Instant, limit: number): Promise<MatterId[]>;
  /** Blanks the body, the notes, the reasons and every name; the number, the kind, the dates and the trace stay as a tombstone. */
  forget(id: MatterId, now: Instant): Promise<void>;
}

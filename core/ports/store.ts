import type { Inbound } from '../message.ts';
import type { FileReads, FileWrites } from './files.ts';
import type { HazardReads, HazardWrites } from './hazards.ts';
import type { InboxReads, InboxWrites } from './inbox.ts';
import type { IncidentReads, IncidentWrites } from './incidents.ts';
import type { MatterReads, MatterWrites } from './matters.ts';
import type { OutboxReads, OutboxWrites } from './outbox.ts';
import type { PeopleReads, PeopleWrites } from './people.ts';
import type { PersonalDataReads, PersonalDataWrites } from './personal-data.ts';
import type { PhotoReads, PhotoWrites } from './photos.ts';
import type { PlaceColourReads, PlaceColourWrites } from './place-colours.ts';
import type { PlaceReads, PlaceWrites } from './places.ts';
import type { RoomReads, RoomWrites } from './rooms.ts';
import type { ShiftReads, ShiftWrites } from './shifts.ts';
import type { SettingReads, SettingWrites } from './settings.ts';
import type { Sealing } from './sealing.ts';
import type { TimerReads, TimerWrites } from './timers.ts';
import type { TraceReads, TraceWrites } from './trace.ts';
import type { WebMessageReads, WebMessageWrites } from './web-messages.ts';

/** Everything that can be looked up. Outside a transaction it sees only what is committed. */
export interface Reads {
  readonly people: PeopleReads;
  readonly rooms: RoomReads;
  readonly places: PlaceReads;
  readonly placeColours: PlaceColourReads;
  readonly incidents: IncidentReads;
  readonly hazards: HazardReads;
  readonly shifts: ShiftReads;
  readonly matters: MatterReads;
  readonly inbox: InboxReads;
  readonly outbox: OutboxReads;
  readonly timers: TimerReads;
  readonly trace: TraceReads;
  readonly files: FileReads;
  readonly photos: PhotoReads;
  readonly personalData: PersonalDataReads;
  readonly settings: SettingReads;
  readonly webMessages: WebMessageReads;
}

/** One transaction: all of it is committed or none. Not to be used after its callback has ended. */
export interface Tx extends Reads {
  readonly people: PeopleWrites;
  readonly rooms: RoomWrites;
  readonly places: PlaceWrites;
  readonly placeColours: PlaceColourWrites;
  readonly incidents: IncidentWrites;
  readonly hazards: HazardWrites;
  readonly shifts: ShiftWrites;
  readonly matters: MatterWrites;
  readonly inbox: InboxWrites;
  readonly outbox: OutboxWrites;
  readonly timers: TimerWrites;
  readonly trace: TraceWrites;
  readonly files: FileWrites;
  readonly photos: PhotoWrites;
  readonly personalData: PersonalDataWrites;
  readonly settings: SettingWrites;
  readonly webMessages: WebMessageWrites;
  /**
   * Reads at once what taking these events will ask for one by one: rooms, senders, their current orders, open questions. Nobody
   * has to: the answers are the same without it.
   */
  readAhead(events: readonly Inbound[]): Promise<void>;
  /** Runs once, after the commit is on disk; never when the transaction is lost. For waking lanes, timers and pages. */
  afterCommit(run: () => void): void;
}

/** The zone's database, SQLite or PostgreSQL. */
export interface Store {
  readonly read: Reads;
  /** Seals and opens with the zone's keys what is kept outside of the database. */
  readonly sealing: Sealing;
  /**
   * Runs `run` in one transaction and answers after the commit (fsync). May run it again from the start after a lost
   * transaction or a conflict, so it must be re-runnable; inside it only the database is awaited.
   * @throws what `run` throws, after rolling back; an Error when a query inside failed and was swallowed.
   */
  transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  /**
   * Writes the tables of private matters anew, without what was removed or overwritten, where the engine keeps that: PostgreSQL
   * does. They are locked meanwhile, a second or so. Not to be called in a transaction.
   */
  wipe(): Promise<void>;
  /** Says `word` to every instance of this zone, this one included, after the commit where it is called in one. */
  notify(word: WakeWord): void;
  /** Hears every `notify`; the answer ends the listening. */
  listen(hear: (word: WakeWord) => void): () => void;
  /** Hears of every transaction that was not kept, with what `transaction` throws; the answer ends the listening. */
  onLost(hear: (error: unknown) => void): () => void;
  /** Waits for what is in hand and closes. */
  close(): Promise<void>;
}

/** What other parts are woken for: new notices, new timers, a changed incident or room (for open pages). */
export type WakeWord =
  | { about: 'outbox' }
  | { about: 'timers' }
  | { about: 'incident'; id: string }
  | { about: 'hazard'; id: string }
  | { about: 'shift'; id: string }
  | { about: 'matter'; id: string }
  | { about: 'room'; id: string };

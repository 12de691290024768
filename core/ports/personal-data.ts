import type { Instant } from '../clock.ts';
import type { HazardId, InboxId, IncidentId, PersonId, ShiftId } from '../ids.ts';
import type { Platform } from '../message.ts';
import type { Consent, DataEntry, PersonalData } from '../personal-data.ts';

/** Who wrote, as a platform names them. */
export interface Sender {
  platform: Platform;
  externalId: string;
}

/** Somebody's wish to be erased; their messages go after it, in steps, because there may be many others to look through. */
export interface Erasure {
  personId: PersonId;
  askedAt: Instant;
  senders: readonly Sender[];
  /** How far the messages have been looked through; '' not begun. */
  after: InboxId | '';
}

/** What is kept for a while only: updates as they came in, positions, what was told and never handed in, notices that ended. */
export const keepables = ['messages', 'positions', 'drafts', 'notices'] as const;
export type Keepable = (typeof keepables)[number];

/** Records of work that are forgotten as a whole some time after their end. */
export const recordKinds = ['incidents', 'hazards', 'shifts'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** One of them. */
export type RecordOf =
  { kind: 'incidents'; id: IncidentId } | { kind: 'hazards'; id: HazardId } | { kind: 'shifts'; id: ShiftId };

export interface PersonalDataReads {
  /** Null: never asked. */
  consent(personId: PersonId): Promise<Consent | null>;
  /** Everything but messages and private matters, which have ways of their own. */
  of(personId: PersonId): Promise<Omit<PersonalData, 'message' | 'matter'>>;
  /** The messages of these senders among the next updates after this one; `next` null: there are no more. */
  messages(
    senders: readonly Sender[],
    after: InboxId | '',
  ): Promise<{ found: readonly DataEntry[]; next: InboxId | null }>;
  /** Records that ended before and were not forgotten since, oldest first. What is open, or joined to something open, never is. */
  toForget(kind: RecordKind, before: Instant, limit: number): Promise<RecordOf[]>;
  /** Erasures whose messages are still there, oldest first. */
  erasures(): Promise<Erasure[]>;
}

export interface PersonalDataWrites extends PersonalDataReads {
  putConsent(personId: PersonId, consent: Consent): Promise<void>;
  /** As if never asked: the next private matter asks again. */
  removeConsent(personId: PersonId): Promise<void>;
  /**
   * Blanks who this person is (name, phone, base, gender, certificates) unless `keepName`, removes positions, consent, questions,
   * codes, calendars, half-told reports and ways walked, gives up files that belong to nothing, and notes that messages are to go.
   */
  erase(personId: PersonId, now: Instant, keepName: boolean): Promise<void>;
  /** Removes their messages among the next updates, and answers how it stands then. `isLast`: there are no more updates. */
  eraseMessages(erasure: Erasure): Promise<{ erasure: Erasure; isLast: boolean }>;
  /** The last step: how platforms name this person, and the names of their direct chats, go. */
  finishErasure(erasure: Erasure, now: Instant): Promise<void>;
  /** Removes some of what is older; how many. Fewer than asked for: there are no more. */
  forgetOld(what: Keepable, before: Instant, limit: number): Promise<number>;
  /**
   * Takes from a record who had part in it, what was said, and where exactly it was, and notes that. Number, kind, place, dates,
   * numbers and outcome stay. Its files and its trace have ways of their own.
   */
  forgetRecord(record: RecordOf, now: Instant): Promise<void>;
}

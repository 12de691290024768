import type { Instant } from '../clock.ts';
import type { FileId, IncidentId, PersonId, RoomId } from '../ids.ts';
import type { Attachment, Platform } from '../message.ts';

/** What a file is evidence of besides an incident: a kind and the id of one of it, `hazard:01J…`. */
export type FileSubject = `${string}:${string}`;

/** What a picture of a subject shows: how it was, how it is after the work, what whoever checked again saw. */
export type FileRole = 'before' | 'after' | 'recheck';

/** A file that somebody sent: its reference first, its bytes later. */
export interface KeptFile {
  id: FileId;
  platform: Platform;
  roomId: RoomId;
  personId: PersonId | null;
  messageId: string;
  /** How it was sent is in it too. */
  attachment: Attachment;
  /** Pictures that were sent together share it. */
  albumId: string | null;
  incidentId: IncidentId | null;
  subject: FileSubject | null;
  /** Null, too, where the subject has no pairs. */
  role: FileRole | null;
  /** The server's time, the only one that counts. */
  receivedAt: Instant;
  state: 'waiting' | 'stored' | 'refused' | 'lost';
  /** Hex, of the bytes as they were sent; once stored. Of a private matter: the name of the sealed bytes (core/sealed-file.ts). */
  sha256: string | null;
  /** Detected from the bytes, never believed from the sender. */
  mime: string | null;
  sizeBytes: number | null;
  /** Why it was refused or lost, for the operator. */
  why: string;
  attempts: number;
  /** When to try (again) to fetch it. */
  dueAt: Instant;
  /** When the command was shown it; null: not yet, or nobody needs to see it. */
  shownAt: Instant | null;
}

export interface FileReads {
  byId(id: FileId): Promise<KeptFile | null>;
  /** Waiting files due by now, oldest first. */
  waiting(now: Instant, limit: number): Promise<KeptFile[]>;
  /** In the order in which they were received. */
  ofIncident(id: IncidentId): Promise<KeptFile[]>;
  /** In the order in which they were received. */
  ofSubject(subject: FileSubject): Promise<KeptFile[]>;
  /** The same of several subjects at once, all in one order. */
  ofSubjects(subjects: readonly FileSubject[]): Promise<KeptFile[]>;
  /** What came with one message. */
  ofMessage(roomId: RoomId, messageId: string): Promise<KeptFile[]>;
  /** What was sent together with one picture, itself included, in the order in which it was received. */
  ofAlbum(roomId: RoomId, albumId: string): Promise<KeptFile[]>;
  /** What this person sent into this room since then that belongs to no incident and no subject, oldest first. Refused and lost ones are left out. */
  recentOf(roomId: RoomId, personId: PersonId, since: Instant): Promise<KeptFile[]>;
  /** The same of everybody in this room. */
  recentIn(roomId: RoomId, since: Instant): Promise<KeptFile[]>;
  /** Stored files of private matters whose bytes are not sealed yet. */
  toSeal(limit: number): Promise<KeptFile[]>;
  /** Files that are given up and whose bytes are still kept. */
  toRemove(limit: number): Promise<KeptFile[]>;
  /** Sealed with another key than this one, in the order of their ids, after this one ('' at first). */
  sealedByOthers(keyId: string, after: FileId | '', limit: number): Promise<KeptFile[]>;
  /** Stored files other than this one whose bytes are the very same, the newest first. */
  sameBytes(file: Pick<KeptFile, 'id' | 'sha256'>, limit: number): Promise<KeptFile[]>;
  /** Whether any file, or any copy of a picture, is kept under this name. */
  isUsed(name: string): Promise<boolean>;
}

export interface FileWrites extends FileReads {
  /** The file as it is now; it stays so for others until the end of the transaction. */
  lock(id: FileId): Promise<KeptFile | null>;
  add(file: KeptFile): Promise<void>;
  put(file: KeptFile): Promise<void>;
}

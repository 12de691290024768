import type { Instant } from '../clock.ts';
import type { FileId, IncidentId, PersonId, RoomId } from '../ids.ts';
import type { Attachment, Platform } from '../message.ts';

/** A file that somebody sent: its reference first, its bytes later. */
export interface KeptFile {
  id: FileId;
  platform: Platform;
  roomId: RoomId;
  personId: PersonId | null;
  messageId: string;
  attachment: Attachment;
  incidentId: IncidentId | null;
  receivedAt: Instant;
  state: 'waiting' | 'stored' | 'refused' | 'lost';
  /** Hex, once stored. */
  sha256: string | null;
  /** Detected from the bytes, never believed from the sender. */
  mime: string | null;
  sizeBytes: number | null;
  /** Why it was refused or lost, for the operator. */
  why: string;
  attempts: number;
  /** When to try (again) to fetch it. */
  dueAt: Instant;
}

export interface FileReads {
  byId(id: FileId): Promise<KeptFile | null>;
  /** Waiting files due by now, oldest first. */
  waiting(now: Instant, limit: number): Promise<KeptFile[]>;
  ofIncident(id: IncidentId): Promise<KeptFile[]>;
}

export interface FileWrites extends FileReads {
  add(file: KeptFile): Promise<void>;
  put(file: KeptFile): Promise<void>;
}

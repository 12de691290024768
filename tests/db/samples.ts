import type { Instant } from '../../core/clock.ts';
import type { FileId, InboxId, NoticeId, PersonId, RoomId, TimerId } from '../../core/ids.ts';
import type { Inbound } from '../../core/message.ts';
import type { QueuedNotice } from '../../core/notice.ts';
import type { Person, Room } from '../../core/people.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { InboxEntry } from '../../core/ports/inbox.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Timer } from '../../core/ports/timers.ts';
import type { TraceEntry } from '../../core/ports/trace.ts';
import { personOf, roomOf } from '../support/incident-factory.ts';

/** The present instant of these tests. */
export const now: Instant = Date.UTC(2026, 10, 22, 12);

let made = 0;
/** Ids that sort by age, as real ones do. */
function next(kind: string): string {
  return `${kind}-${String((made += 1)).padStart(6, '0')}`;
}

/** A person that the store knows. */
export async function knownPerson(store: Store, parts: Partial<Person> = {}): Promise<Person> {
  const person = personOf({ callSign: next('call'), ...parts });
  await store.transaction((tx) => tx.people.put(person));
  return person;
}

/** A room that the store knows. */
export async function knownRoom(store: Store, parts: Partial<Room> = {}): Promise<Room> {
  const room = roomOf({ externalId: next('external'), ...parts });
  await store.transaction((tx) => tx.rooms.put(room));
  return room;
}

export function inboxEntryOf(updateId: string, parts: Partial<InboxEntry> = {}): InboxEntry {
  const inbound: Inbound = {
    platform: 'telegram',
    updateId,
    sentAt: now,
    room: { externalId: '-100', kind: 'group', title: '指挥群' },
    sender: { externalId: '7', name: '张强' },
    event: { kind: 'other', what: 'test' },
    raw: `{"update_id":${updateId}}`,
  };
  return {
    id: next('inbox') as InboxId,
    platform: 'telegram',
    updateId,
    receivedAt: now,
    inbound,
    state: 'done',
    reference: '',
    ...parts,
  };
}

export function noticeOf(roomId: RoomId, parts: Partial<QueuedNotice> = {}): QueuedNotice {
  return {
    id: next('notice') as NoticeId,
    roomId,
    notice: { kind: 'help' },
    priority: 'answer',
    readerId: null,
    slot: null,
    replyTo: null,
    queuedAt: now,
    dueAt: now,
    expiresAt: null,
    attempts: 0,
    ...parts,
  };
}

export function timerOf(subject: string, parts: Partial<Timer> = {}): Timer {
  return { id: next('timer') as TimerId, kind: 'wave', subject, dueAt: now, ...parts };
}

export function traceOf(parts: Partial<TraceEntry> = {}): TraceEntry {
  return { subject: 'zone', what: 'duty_set', actorId: null, at: now, data: {}, ...parts };
}

export function fileOf(roomId: RoomId, personId: PersonId | null, parts: Partial<KeptFile> = {}): KeptFile {
  return {
    id: next('file') as FileId,
    platform: 'telegram',
    roomId,
    personId,
    messageId: '12',
    attachment: { kind: 'photo', ref: 'abc', width: 1280, height: 720 },
    albumId: null,
    incidentId: null,
    subject: null,
    role: null,
    receivedAt: now,
    state: 'waiting',
    sha256: null,
    mime: null,
    sizeBytes: null,
    why: '',
    attempts: 0,
    dueAt: now,
    shownAt: null,
    ...parts,
  };
}

import type { PhotoRefusal } from '../bot/texts/web-hazard-texts.ts';
import type { FileId, IncidentId, PersonId, RoomId } from '../core/ids.ts';
import type { FileDraft, FileStore } from '../core/ports/file-store.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Photo } from '../core/ports/photos.ts';
import type { Work } from '../handlers/work.ts';

/** Keeps the photos of forms. */
export interface PhotoKeeper {
  files: Pick<FileStore, 'draft'>;
  nextId(): FileId;
  /** Looks into it, and keeps it when it is a photo; ends the draft either way. @throws Error when it cannot be kept now */
  keep(
    id: FileId,
    draft: FileDraft,
  ): Promise<
    | { kind: 'kept'; file: Partial<KeptFile>; photo: Photo | null }
    | { kind: 'refused'; why: Extract<PhotoRefusal, 'empty' | 'not_a_photo' | 'too_many_pixels'> }
  >;
  log: Log;
}

/** A photo that lies in the store and is in no database yet. */
export interface FormPhoto {
  id: FileId;
  file: Partial<KeptFile>;
  photo: Photo | null;
}

/** Keeps what came with a form; what is no photo, or finds no room, is named. */
export async function keepPhotos(
  keeper: PhotoKeeper,
  drafts: readonly FileDraft[],
): Promise<{ photos: FormPhoto[]; refused: PhotoRefusal[] }> {
  const photos: FormPhoto[] = [];
  const refused: PhotoRefusal[] = [];
  for (const draft of drafts) {
    const id = keeper.nextId();
    try {
      const kept = await keeper.keep(id, draft);
      if (kept.kind === 'kept') photos.push({ id, file: kept.file, photo: kept.photo });
      else refused.push(kept.why);
    } catch (error) {
      keeper.log.error({ err: error }, 'a photo of a form could not be kept');
      refused.push('not_stored');
    }
  }
  return { photos, refused };
}

/** Under which name of a room the photos of forms are kept; no chat has it. */
const formRoomName = 'report-form';

async function formRoom(work: Work): Promise<RoomId> {
  const known = await work.tx.rooms.byExternal('web', formRoomName);
  if (known !== null) return known.id;
  const id = work.ids.next<RoomId>(work.now);
  await work.tx.rooms.put({
    id,
    platform: 'web',
    externalId: formRoomName,
    kind: 'group',
    purpose: 'other',
    title: '',
    language: 'zh',
    teamId: null,
    // Nobody is in it, and nothing is ever said there.
    state: 'gone',
  });
  return id;
}

/** Photos of this form that came before, with a try that came back, and belong to nothing yet. */
export async function waitingPhotos(work: Work, token: string): Promise<KeptFile[]> {
  const room = await work.tx.rooms.byExternal('web', formRoomName);
  const files = room === null ? [] : await work.tx.files.ofAlbum(room.id, token);
  return files.filter(({ subject, incidentId }) => subject === null && incidentId === null);
}

/** Notes the photos down; those that the subject has already, byte for byte, are left out. */
export async function addPhotos(
  work: Work,
  photos: readonly FormPhoto[],
  of: { personId: PersonId | null; messageId: string; incidentId: IncidentId | null; known: readonly KeptFile[] },
): Promise<KeptFile[]> {
  if (photos.length === 0) return [];
  const roomId = await formRoom(work);
  const seen = new Set(of.known.map(({ sha256 }) => sha256));
  const added: KeptFile[] = [];
  for (const { id, file, photo } of photos) {
    const sha256 = file.sha256 ?? null;
    if (seen.has(sha256)) continue;
    seen.add(sha256);
    const kept: KeptFile = {
      id,
      platform: 'web',
      roomId,
      personId: of.personId,
      messageId: of.messageId,
      attachment: { kind: 'photo', ref: sha256 ?? '', sentAs: 'web_form' },
      albumId: of.messageId,
      incidentId: of.incidentId,
      subject: null,
      role: null,
      receivedAt: work.now,
      state: 'stored',
      sha256,
      mime: file.mime ?? null,
      sizeBytes: file.sizeBytes ?? null,
      why: '',
      attempts: 1,
      dueAt: work.now,
      shownAt: null,
    };
    await work.tx.files.add(kept);
    if (photo !== null) await work.tx.photos.put(photo);
    added.push(kept);
  }
  return added;
}

import type { FileDraft, FileStore } from '../core/ports/file-store.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { Photo } from '../core/ports/photos.ts';
import { isPicture } from './file-type.ts';
import type { PhotoReader, PhotoReading } from './read-photo.ts';

/** What became of the bytes: `why` a photo was refused is for the operator, in English. */
export type KeptBytes =
  | { kind: 'kept'; file: Partial<KeptFile>; photo: Photo | null }
  | { kind: 'refused'; why: string; reason: 'too_many_pixels' | 'unreadable' };

/** Where bytes are kept, and who looks into pictures. */
interface Keeping {
  files: FileStore;
  readPhoto: PhotoReader;
}

/**
 * Keeps bytes that were taken in already, and the copies of a picture for showing; ends the draft either way.
 * @throws Error when they cannot be kept now
 */
export async function keepDraft(
  { files, readPhoto }: Keeping,
  file: Pick<KeptFile, 'id' | 'attachment'>,
  draft: FileDraft,
  mime: string | null,
): Promise<KeptBytes> {
  try {
    const reading = mime !== null && isPicture(mime) ? await readPhoto(draft.path, mime) : null;
    const refusal = reading === null || reading.kind === 'photo' ? null : refusalOf(reading);
    // What was sent as a file stays one, also when no picture can be seen in it.
    if (refusal !== null && file.attachment.kind === 'photo') {
      await draft.discard();
      return { kind: 'refused', ...refusal };
    }
    const photo = reading?.kind === 'photo' ? await keepCopies(files, file, reading) : null;
    await draft.keep();
    return { kind: 'kept', file: stored(draft, mime), photo };
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

function stored({ sha256, sizeBytes }: FileDraft, mime: string | null): Partial<KeptFile> {
  return { state: 'stored', sha256, sizeBytes, mime: mime ?? 'application/octet-stream', why: '' };
}

function refusalOf(reading: Exclude<PhotoReading, { kind: 'photo' }>): {
  why: string;
  reason: 'too_many_pixels' | 'unreadable';
} {
  return reading.kind === 'too_many_pixels'
    ? { why: 'The photo has more than 50 million pixels', reason: 'too_many_pixels' }
    : { why: `Not a photo: no picture can be read in it (${reading.why})`, reason: 'unreadable' };
}

async function keepCopies(
  files: FileStore,
  { id }: Pick<KeptFile, 'id'>,
  { facts, shared, small }: Extract<PhotoReading, { kind: 'photo' }>,
): Promise<Photo> {
  return {
    ...facts,
    fileId: id,
    sharedSha256: await keepCopy(files, shared),
    smallSha256: await keepCopy(files, small),
  };
}

async function keepCopy(files: FileStore, bytes: Uint8Array): Promise<string> {
  const draft = await files.draft([bytes], bytes.length);
  await draft.keep();
  return draft.sha256;
}

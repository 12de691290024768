import type { FileId } from '../core/ids.ts';
import type { FileDraft, FileStore } from '../core/ports/file-store.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { Photo } from '../core/ports/photos.ts';
import { fileTypeOf, isPicture } from './file-type.ts';
import { keepDraft } from './keep-bytes.ts';
import type { PhotoReader } from './read-photo.ts';

/** What became of a photo of a form. */
export type KeptUpload =
  | { kind: 'kept'; file: Partial<KeptFile>; photo: Photo | null }
  | { kind: 'refused'; why: 'empty' | 'not_a_photo' | 'too_many_pixels' };

/**
 * Keeps a photo that came by a form of ours, when its own bytes say that it is one; ends the draft either way.
 * @throws Error when it cannot be kept now
 */
export async function keepUpload(
  keeping: { files: FileStore; readPhoto: PhotoReader },
  id: FileId,
  draft: FileDraft,
): Promise<KeptUpload> {
  const mime = await fileTypeOf(draft.path);
  if (!isPicture(mime)) {
    await draft.discard();
    return { kind: 'refused', why: draft.sizeBytes === 0 ? 'empty' : 'not_a_photo' };
  }
  const attachment = { kind: 'photo', ref: draft.sha256, sentAs: 'web_form' } as const;
  const kept = await keepDraft(keeping, { id, attachment }, draft, mime);
  if (kept.kind === 'kept') return kept;
  return { kind: 'refused', why: kept.reason === 'too_many_pixels' ? 'too_many_pixels' : 'not_a_photo' };
}

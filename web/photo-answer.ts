import type { Context } from 'hono';
import type { FileId } from '../core/ids.ts';
import type { OpenFile } from '../core/ports/file-store.ts';
import type { KeptFile } from '../core/ports/files.ts';
import { aboutFile } from '../core/sealed-file.ts';
import type { Reads } from '../core/ports/store.ts';

/** Where pages get photos from. */
export interface PhotoSource {
  /** The copy that may be shown: JPEG, upright, without what the camera wrote. Null when there is none. */
  copy(id: FileId, size: 'shared' | 'small'): Promise<OpenFile | null>;
  /** The bytes as they were sent. Null when they are not there. */
  original(file: KeptFile): Promise<OpenFile | null>;
}

/** Where bytes are, by the name that the database has for them; those of private matters are sealed to what they are about. */
export interface NamedBytes {
  open(name: string, about: string): Promise<OpenFile | null>;
}

/** Photos of a zone: what is known of them in its database, their bytes in its file store. */
export function photoSource(read: Pick<Reads, 'photos'>, files: NamedBytes): PhotoSource {
  return {
    copy: async (id, size) => {
      const photo = await read.photos.of(id);
      const sha256 = size === 'small' ? photo?.smallSha256 : photo?.sharedSha256;
      return sha256 == null ? null : files.open(sha256, aboutFile(id, size));
    },
    original: async ({ id, sha256 }) => (sha256 === null ? null : files.open(sha256, aboutFile(id, 'original'))),
  };
}

/** Which of these files are photos with a copy to show, in their order. */
export async function shownPhotos(read: Pick<Reads, 'photos'>, files: readonly KeptFile[]): Promise<KeptFile[]> {
  const photos = await Promise.all(files.map(({ id }) => read.photos.of(id)));
  return files.filter((_, at) => photos[at]?.smallSha256 != null);
}

/** A photo's copy, `small` when the address asks for it. */
export async function answerCopy(context: Context, photos: PhotoSource, id: FileId): Promise<Response> {
  const opened = await photos.copy(id, context.req.query('size') === 'small' ? 'small' : 'shared');
  return opened === null ? context.notFound() : context.body(opened.bytes, 200, headers(opened, 'image/jpeg'));
}

/** A photo as it was sent, to be saved and not shown: who asks for it wants the very bytes. */
export async function answerOriginal(context: Context, photos: PhotoSource, file: KeptFile): Promise<Response> {
  const opened = await photos.original(file);
  if (opened === null) return context.notFound();
  const mime = file.mime ?? 'application/octet-stream';
  const ending = /^image\/(\w+)$/.exec(mime)?.[1] ?? 'bin';
  return context.body(opened.bytes, 200, {
    ...headers(opened, mime),
    'content-disposition': `attachment; filename="${file.sha256?.slice(0, 16) ?? 'photo'}.${ending}"`,
  });
}

function headers({ sizeBytes }: OpenFile, mime: string): Record<string, string> {
  return { 'content-type': mime, 'content-length': String(sizeBytes), 'cache-control': 'private, max-age=3600' };
}

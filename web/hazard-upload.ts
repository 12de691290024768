import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { PhotoRefusal } from '../bot/texts/web-hazard-texts.ts';
import type { FileDraft, FileStore } from '../core/ports/file-store.ts';

const MIB = 1024 * 1024;

/** What a form may carry. */
export const uploadBounds = {
  photos: 6,
  /** As large as what the chats hand over. */
  photoBytes: 20 * MIB,
  /** All photos at their largest, and the words. */
  bodyBytes: 121 * MIB,
  fieldBytes: 64 * 1024,
  fields: 40,
} as const;

/** Past its limit a body is still read to its end, so far, because a browser that is cut off shows no page at all. */
const patienceBytes = 4 * uploadBounds.bodyBytes;

/** What a form brought. */
export interface Upload {
  /** `cut`: the connection or the form broke off; what had come whole is there. */
  kind: 'whole' | 'cut' | 'too_large';
  fields: ReadonlyMap<string, string>;
  /** Photos as they came, on this machine and not kept yet: whoever gets them ends each. */
  drafts: readonly FileDraft[];
  refused: readonly PhotoRefusal[];
  /** How many were beyond the number of photos. */
  leftOut: number;
}

class TooLarge extends Error {}

/**
 * Reads a form as it comes: photos go to the store's drafts piece by piece, words are bounded. Never rejects.
 * @param onWords hears the fields before the first photo as soon as that begins: photos can take minutes
 */
export async function readUpload(
  request: Request,
  files: Pick<FileStore, 'draft'>,
  onWords: (fields: ReadonlyMap<string, string>) => void = () => undefined,
): Promise<Upload> {
  const reader = new UploadReader(files, onWords);
  const parser = parserFor(request.headers.get('content-type') ?? '');
  const body: ReadableStream<Uint8Array> | null = request.body;
  if (parser === null || body === null) return reader.ended('cut');
  reader.listen(parser);
  let read = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of body) {
      read += piece.length;
      if (read > patienceBytes) throw new TooLarge();
      if (read <= uploadBounds.bodyBytes) yield piece;
    }
    if (read > uploadBounds.bodyBytes) throw new TooLarge();
  };
  try {
    await pipeline(Readable.from(counted()), parser);
    return await reader.ended('whole');
  } catch (error) {
    reader.cutOff();
    return reader.ended(error instanceof TooLarge ? 'too_large' : 'cut');
  }
}

/** Null: the body is no form. */
function parserFor(contentType: string): BusboyInstance | null {
  const { fields, fieldBytes, photoBytes } = uploadBounds;
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { fields, fieldSize: fieldBytes, fileSize: photoBytes, parts: fields + 100, headerPairs: 50 },
    });
  } catch {
    return null;
  }
}

class UploadReader {
  readonly #files: Pick<FileStore, 'draft'>;
  #onWords: ((fields: ReadonlyMap<string, string>) => void) | null;
  readonly #fields = new Map<string, string>();
  readonly #refused: PhotoRefusal[] = [];
  /** Parts come one after the other: only the last one can be unfinished. */
  #last: BusboyFileStream | null = null;
  readonly #takings: Promise<FileDraft | null>[] = [];
  #named = 0;
  #leftOut = 0;

  constructor(files: Pick<FileStore, 'draft'>, onWords: (fields: ReadonlyMap<string, string>) => void) {
    this.#files = files;
    this.#onWords = onWords;
  }

  listen(parser: BusboyInstance): void {
    parser.on('field', (name, value) => void this.#fields.set(name, value));
    parser.on('file', (_, stream, named: string | undefined) => {
      const fileName = named ?? '';
      this.#onWords?.(this.#fields);
      this.#onWords = null;
      // A field in which nothing was chosen comes as an empty file without a name, and takes nobody's place.
      if (fileName !== '') this.#named += 1;
      // Every photo past the last one is read away, for the parser waits for it.
      if (this.#named <= uploadBounds.photos) this.#takings.push(this.#take(stream, fileName));
      else this.#leave(stream);
    });
  }

  /** The photo that was on its way ends; without this its taker would wait for ever. */
  cutOff(): void {
    this.#last?.destroy(new Error('the form broke off'));
  }

  async ended(kind: Upload['kind']): Promise<Upload> {
    const drafts = (await Promise.all(this.#takings)).filter((draft) => draft !== null);
    // Which photos were still to come nobody knows, but whoever sent some must hear that they may not be here.
    if (kind === 'cut' && this.#named > 0) this.#refused.push('cut_off');
    if (kind === 'too_large') await Promise.all(drafts.splice(0).map((draft) => draft.discard()));
    return { kind, fields: this.#fields, drafts, refused: this.#refused, leftOut: this.#leftOut };
  }

  #leave(stream: BusboyFileStream): void {
    stream.on('error', () => undefined);
    stream.once('data', () => (this.#leftOut += 1));
    stream.resume();
  }

  async #take(stream: BusboyFileStream, fileName: string): Promise<FileDraft | null> {
    this.#last = stream;
    stream.on('error', () => undefined);
    try {
      const draft = await this.#files.draft(stream.iterator({ destroyOnReturn: false }), uploadBounds.photoBytes);
      if (!stream.truncated && draft.sizeBytes > 0) return draft;
      await draft.discard();
      if (stream.truncated) this.#refused.push('too_large');
      else if (fileName !== '') this.#refused.push('empty');
      return null;
    } catch {
      // Cut off on the way, which is said at the end; or no room on the disk: then the rest is read away, for the parser waits for it.
      if (!stream.destroyed) this.#refused.push('not_stored');
      stream.resume();
      return null;
    }
  }
}

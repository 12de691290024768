import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, TransportError } from '../../core/error.ts';

/** The largest photo that the web chat takes. */
export const PHOTO_LIMIT_BYTES = 20 * 1024 * 1024;

/** A photo of the web chat on disk. */
export interface Photo {
  /** Its name on the shelf; letters, digits, dot and dash only. */
  ref: string;
  mime: string;
  sizeBytes: number;
}

const kinds: readonly { mime: string; ending: string; fits: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'image/jpeg', ending: 'jpg', fits: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mime: 'image/png', ending: 'png', fits: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
  { mime: 'image/gif', ending: 'gif', fits: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  {
    mime: 'image/webp',
    ending: 'webp',
    fits: (bytes) => startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42]),
  },
];
const safeRef = /^[\w-]{1,80}(?:\.[a-z]{3,4})?$/;

/** The photos of the web chat: files in one folder, named by what is in them. */
export class PhotoShelf {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Keeps an uploaded photo. What it is, is read from its bytes, never from what the sender says.
   * @throws AppError invalid when it is too large or is no photo
   */
  async put(bytes: Uint8Array): Promise<Photo> {
    if (bytes.length > PHOTO_LIMIT_BYTES) throw new AppError('invalid', 'the photo is larger than 20 MB');
    const kind = kinds.find(({ fits }) => fits(bytes));
    if (kind === undefined) throw new AppError('invalid', 'these bytes are no photo');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 40);
    const ref = `${hash}.${kind.ending}`;
    await this.#place(ref, (path) => writeFile(path, bytes));
    return { ref, mime: kind.mime, sizeBytes: bytes.length };
  }

  /** Keeps a copy of a card's photo under the card's own name for it. */
  async copyIn(ref: string, from: string): Promise<void> {
    await this.#place(ref, (path) => copyFile(from, path));
  }

  /** A kept photo with its bytes; undefined when there is none of this name. */
  async open(ref: string): Promise<(Photo & { bytes: Uint8Array<ArrayBuffer> }) | undefined> {
    const bytes = await this.#bytes(ref);
    const kind = bytes === undefined ? undefined : kinds.find(({ fits }) => fits(bytes));
    return bytes === undefined || kind === undefined
      ? undefined
      : { ref, mime: kind.mime, sizeBytes: bytes.length, bytes };
  }

  /** Its bytes, as they are read. @throws TransportError permanent when there is no such photo or it is larger than `limitBytes` */
  async *fetch(ref: string, limitBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    const path = join(this.#folder, ref);
    const found = safeRef.test(ref) ? await stat(path).catch(missing) : undefined;
    if (found === undefined) throw new TransportError('permanent', 'no such photo', { reason: 'refused' });
    if (found.size > limitBytes) throw new TransportError('permanent', 'the photo is too large', { reason: 'refused' });
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  }

  async #place(ref: string, write: (path: string) => Promise<void>): Promise<void> {
    const path = join(this.#folder, checked(ref));
    await mkdir(this.#folder, { recursive: true });
    if ((await stat(path).catch(missing)) !== undefined) return;
    const part = `${path}.${randomUUID()}.part`;
    await write(part);
    await rename(part, path);
  }

  async #bytes(ref: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!safeRef.test(ref)) return undefined;
    return readFile(join(this.#folder, ref)).catch(missing);
  }
}

function checked(ref: string): string {
  if (!safeRef.test(ref)) throw new AppError('invalid', 'no such name for a photo');
  return ref;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

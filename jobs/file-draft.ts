import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { FileTooLargeError } from '../core/ports/file-store.ts';
import type { FileDraft, FileStore } from '../core/ports/file-store.ts';

/** What a draft that nobody has touched for so long is: left over from a process that died. */
const abandonedAfterMs = 60 * 60_000;

/** Writes a piece at the end of a file. Its own function so that a test can fill the disk. */
export type WritePiece = (file: FileHandle, piece: Uint8Array) => Promise<unknown>;

/** Where drafts lie, and what keeps one. `keep` is given a path whose bytes are durable, and leaves nothing there. */
export interface DraftOptions {
  folder: string;
  keep(draft: Pick<FileDraft, 'path' | 'sha256' | 'sizeBytes'>): Promise<void>;
  write?: WritePiece;
}

/** Takes bytes into a file of their own in the folder of drafts. */
export async function takeDraft(
  options: DraftOptions,
  ...[source, limitBytes]: Parameters<FileStore['draft']>
): Promise<FileDraft> {
  await mkdir(options.folder, { recursive: true });
  const path = join(options.folder, `${randomUUID()}.part`);
  const discard = (): Promise<void> => rm(path, { force: true });
  try {
    const taken = { path, ...(await writeAll(path, source, limitBytes, options.write ?? appendPiece)) };
    return {
      ...taken,
      keep: async () => {
        try {
          await options.keep(taken);
        } finally {
          await discard();
        }
      },
      discard,
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Removes drafts that a process which died has left behind. @param now the present, epoch ms */
export async function clearDrafts(folder: string, now: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}

async function writeAll(
  path: string,
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limitBytes: number,
  write: WritePiece,
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const piece of source) {
      sizeBytes += piece.length;
      if (sizeBytes > limitBytes) throw new FileTooLargeError(limitBytes);
      hash.update(piece);
      await write(file, piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

const appendPiece: WritePiece = (file, piece) => file.writeFile(piece);

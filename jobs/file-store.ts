import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStore, OpenFile } from '../core/ports/file-store.ts';
import { takeDraft } from './file-draft.ts';
import type { WritePiece } from './file-draft.ts';

/** Where drafts lie, beside what is kept, so that keeping is a rename. */
export const draftsOf = (root: string): string => join(root, 'drafts');

/** Keeps files in a folder, which need not exist: `<root>/ab/cdef…`. */
export function fileStore(root: string, write?: WritePiece): FileStore {
  const placeOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2));
  const pathOf = async (sha256: string): Promise<string | null> =>
    isName(sha256) && (await sizeOf(placeOf(sha256))) !== null ? placeOf(sha256) : null;
  return {
    pathOf,
    remove: async (sha256) => {
      if (isName(sha256)) await rm(placeOf(sha256), { force: true });
    },
    open: (sha256) => (isName(sha256) ? openPath(placeOf(sha256)) : Promise.resolve(null)),
    draft: (...source) =>
      takeDraft(
        {
          folder: draftsOf(root),
          keep: async ({ path, sha256, sizeBytes }) => {
            const place = placeOf(sha256);
            if ((await sizeOf(place)) === sizeBytes) return;
            await mkdir(dirname(place), { recursive: true });
            await rename(path, place);
            await syncFolder(dirname(place));
          },
          ...(write === undefined ? {} : { write }),
        },
        ...source,
      ),
  };
}

/** Opens a file on this machine; null when it is not there. */
export async function openPath(path: string): Promise<OpenFile | null> {
  const sizeBytes = await sizeOf(path);
  if (sizeBytes === null) return null;
  const file = await open(path, 'r');
  const bytes = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return { sizeBytes, bytes };
}

/** Only names that a hash makes lead into the folder. */
export function isName(sha256: string): boolean {
  return /^[0-9a-f]{64}$/.test(sha256);
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A rename is only durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

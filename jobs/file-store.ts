import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where files live, named by their content: `<root>/ab/cdef…`. Equal bytes are kept once. */
export interface FileStore {
  /** The path of the bytes with this hex SHA-256. */
  pathOf(sha256: string): string;
  /** Keeps the bytes; after it resolves they survive a power cut. @throws the file system's error, ENOSPC when the disk is full */
  keep(bytes: Uint8Array): Promise<{ sha256: string }>;
}

/** Writes bytes to a new file and makes them durable. Its own function so that a test can fill the disk. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

/** Opens the folder of files under `root`, which need not exist. */
export function fileStore(root: string, write: WriteFile = writeDurably): FileStore {
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2));
  return {
    pathOf,
    keep: async (bytes) => {
      const sha256 = await digest(bytes);
      const path = pathOf(sha256);
      if (await isThere(path, bytes.length)) return { sha256 };
      const folder = join(root, sha256.slice(0, 2));
      await mkdir(folder, { recursive: true });
      const draft = `${path}.${process.pid}.part`;
      try {
        await write(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(folder);
      return { sha256 };
    },
  };
}

/** Hex SHA-256, computed off the event loop. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return new Uint8Array(hash).toHex();
}

async function isThere(path: string, sizeBytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === sizeBytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
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

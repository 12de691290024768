import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore, OpenFile } from '../core/ports/file-store.ts';
import type { Sealing } from '../core/ports/sealing.ts';
import { sealedName, sealedParts } from '../core/sealed-file.ts';
import type { Alarm } from './alarm.ts';

/** How long an opened file lies on this machine's disk, for a platform that sends it from there. */
const openedMs = 120_000;

/** Files by the name that the database has for them, whether their bytes are sealed or not. */
export interface SealedFiles {
  /** The bytes as they were before they were sealed. @throws Error when they cannot be opened under `about` */
  open(name: string, about: string): Promise<OpenFile | null>;
  /** A path with these bytes; what is sealed lies there opened for two minutes. Null when there are none. */
  pathOf(name: string, about: string): Promise<string | null>;
  /** Keeps a sealed copy; its name. Null when there are no bytes of this name. */
  seal(name: string, about: string): Promise<string | null>;
  /** Removes the bytes of this name. */
  remove(name: string): Promise<void>;
}

/** What sealed files stand on. `folder`: where opened ones lie for a moment; it is emptied here. */
export interface SealedFilesOptions {
  files: FileStore;
  sealing: Sealing;
  folder: string;
  alarm: Pick<Alarm, 'now' | 'ring'>;
}

/** Opens and seals files of private matters; all others pass as they are. */
export async function sealedFiles({ files, sealing, folder, alarm }: SealedFilesOptions): Promise<SealedFiles> {
  // Left over from a process that died.
  await rm(folder, { recursive: true, force: true });
  const bytesOf = async (name: string, about: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const sealed = sealedParts(name);
    const bytes = await whole(await files.open(sealed?.sha256 ?? name));
    return bytes !== null && sealed !== null ? sealing.openBytes(bytes, about) : bytes;
  };
  return {
    open: async (name, about) => {
      if (sealedParts(name) === null) return files.open(name);
      const bytes = await bytesOf(name, about);
      return bytes && { sizeBytes: bytes.length, bytes: streamOf(bytes) };
    },
    pathOf: async (name, about) => {
      if (sealedParts(name) === null) return files.pathOf(name);
      const bytes = await bytesOf(name, about);
      if (bytes === null) return null;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, randomUUID());
      await writeFile(path, bytes, { mode: 0o600 });
      alarm.ring(alarm.now() + openedMs, () => void rm(path, { force: true }));
      return path;
    },
    seal: async (name, about) => {
      const bytes = await bytesOf(name, about);
      if (bytes === null) return null;
      const sealed = sealing.sealBytes(bytes, about);
      const draft = await files.draft([sealed], sealed.length);
      await draft.keep();
      return sealedName(sealing.keyId, draft.sha256);
    },
    remove: (name) => files.remove(sealedParts(name)?.sha256 ?? name),
  };
}

async function whole(file: OpenFile | null): Promise<Uint8Array<ArrayBuffer> | null> {
  return file && new Uint8Array(await new Response(file.bytes).arrayBuffer());
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): OpenFile['bytes'] {
  return new Blob([bytes]).stream();
}

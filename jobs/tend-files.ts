import type { FileId } from '../core/ids.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Photo } from '../core/ports/photos.ts';
import type { Reads, Store } from '../core/ports/store.ts';
import { aboutFile } from '../core/sealed-file.ts';
import type { Alarm } from './alarm.ts';
import type { SealedFiles } from './sealed-files.ts';

/** How often files are looked for that are to be sealed or removed. */
const lookMs = 2_000;
const atOnce = 20;

/** Where files are kept, and what is known of them. */
export interface FileTending {
  store: Store;
  sealed: SealedFiles;
}

/** Seals the files of private matters, however they came there, and removes the bytes of those that are given up. */
export function fileTender(options: FileTending & { alarm: Pick<Alarm, 'now' | 'ring'>; log: Log }): {
  start(): void;
  stop(): Promise<void>;
} {
  const { alarm, log } = options;
  let callOff = (): void => undefined;
  let round: Promise<void> | null = null;
  // It fails in every round as long as it fails: said once.
  let isStuck = false;
  const look = (): void => {
    round = tendFiles(options)
      .then(() => {
        isStuck = false;
      })
      .catch((error: unknown) => {
        if (!isStuck) log.error({ err: error }, 'Files of private matters could not be sealed or removed');
        isStuck = true;
      })
      .finally(() => {
        if (round !== null) callOff = alarm.ring(alarm.now() + lookMs, look);
      });
  };
  return {
    start: look,
    stop: async () => {
      const last = round;
      round = null;
      callOff();
      await last;
      callOff();
    },
  };
}

/** Does all that is to be done now. A file that cannot be sealed stops it: the next round tries again. */
export async function tendFiles(tending: FileTending): Promise<void> {
  const { read } = tending.store;
  for (let files = await read.files.toSeal(atOnce); files.length > 0; files = await read.files.toSeal(atOnce))
    for (const file of files) await sealFile(tending, file);
  for (let files = await read.files.toRemove(atOnce); files.length > 0; files = await read.files.toRemove(atOnce))
    for (const file of files) await removeFile(tending, file);
}

/** The names under which a file's bytes, and its picture's copies, are kept. */
type Names = Pick<Photo, 'sharedSha256' | 'smallSha256'> & Pick<KeptFile, 'sha256'>;

/** Seals a file with the key that seals now, also one that another key has sealed, and removes what was kept before. */
export async function sealFile({ store, sealed }: FileTending, file: KeptFile): Promise<void> {
  const photo = await store.read.photos.of(file.id);
  const before: Names = { sharedSha256: null, smallSha256: null, ...photo, sha256: file.sha256 };
  const after = await sealNames(sealed, file.id, before);
  const isSealed = await store.transaction(async (tx) => {
    const now = await tx.files.lock(file.id);
    if (now === null || now.sha256 !== file.sha256 || now.state !== 'stored') return false;
    // Bytes that are gone can neither be sealed nor shown.
    const gone = { state: 'lost', sha256: null, why: 'The bytes were not there to be sealed' } as const;
    await tx.files.put({ ...now, ...(after.sha256 === null ? gone : { sha256: after.sha256 }) });
    if (photo !== null) await tx.photos.put(quiet({ ...photo, ...copiesOf(after) }));
    return true;
  });
  await removeUnused(store.read, sealed, isSealed ? before : after);
}

/** What a picture shows, and where and when it was taken, is for those who may see the matter, not for comparing. */
function quiet(photo: Photo): Photo {
  const camera = { takenAt: null, position: null, orientation: null, device: null };
  return { ...photo, camera, hash: null, mirroredHash: null };
}

function copiesOf({ sharedSha256, smallSha256 }: Names): Pick<Photo, 'sharedSha256' | 'smallSha256'> {
  return { sharedSha256, smallSha256 };
}

async function sealNames(sealed: SealedFiles, id: FileId, names: Names): Promise<Names> {
  const seal = (name: string | null, copy: Parameters<typeof aboutFile>[1]): Promise<string | null> =>
    name === null ? Promise.resolve(null) : sealed.seal(name, aboutFile(id, copy));
  return {
    sha256: await seal(names.sha256, 'original'),
    sharedSha256: await seal(names.sharedSha256, 'shared'),
    smallSha256: await seal(names.smallSha256, 'small'),
  };
}

async function removeFile({ store, sealed }: FileTending, file: KeptFile): Promise<void> {
  const photo = await store.read.photos.of(file.id);
  await store.transaction(async (tx) => {
    const now = await tx.files.lock(file.id);
    if (now?.state !== 'lost') return;
    await tx.files.put({ ...now, sha256: null });
    await tx.photos.remove(file.id);
  });
  await removeUnused(store.read, sealed, { sharedSha256: null, smallSha256: null, ...photo, sha256: file.sha256 });
}

/** Equal bytes are kept once, so somebody else's photo may be the same. */
async function removeUnused(read: Reads, sealed: SealedFiles, names: Names): Promise<void> {
  for (const name of [names.sha256, names.sharedSha256, names.smallSha256])
    if (name !== null && !(await read.files.isUsed(name))) await sealed.remove(name);
}

import type { FileId } from '../core/ids.ts';
import { sealFile } from './tend-files.ts';
import type { FileTending } from './tend-files.ts';

const atOnce = 50;

/** Seals anew what other keys than the first have sealed; the answer is how many files. It can be begun again at any time. */
export async function resealFiles(tending: FileTending, told: (count: number) => void): Promise<number> {
  const { store } = tending;
  let count = 0;
  for (let after: FileId | '' = ''; ;) {
    const files = await store.read.files.sealedByOthers(store.sealing.keyId, after, atOnce);
    for (const file of files) await sealFile(tending, file);
    const last = files.at(-1);
    if (last === undefined) return count;
    count += files.length;
    told(files.length);
    after = last.id;
  }
}

import { Worker } from 'node:worker_threads';

/** Pixels as they come out of a HEIC file: red, green, blue and alpha of a byte each, row by row, already upright. */
export interface HeicPixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** What the worker answers. */
export type HeicAnswer = { kind: 'pixels'; pixels: HeicPixels } | { kind: 'refused'; why: string };

const patienceMs = 60_000;
/** Of the worker's own heap; the decoder's memory is the picture's. */
const heapMb = 256;

/**
 * Decodes a HEIC file in a thread of its own, which is gone afterwards with all the memory that it took.
 * @throws Error when the file is damaged, larger than `limitPixels` or too slow to decode
 */
export async function heicPixels(path: string, limitPixels: number): Promise<HeicPixels> {
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
    workerData: { path, limitPixels },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const { promise, resolve, reject } = Promise.withResolvers<HeicAnswer>();
  const tooSlow = setTimeout(() => reject(new Error('too slow to decode')), patienceMs);
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the decoder gave up')));
  try {
    const answer = await promise;
    if (answer.kind === 'refused') throw new Error(answer.why);
    return answer.pixels;
  } finally {
    clearTimeout(tooSlow);
    await worker.terminate();
  }
}

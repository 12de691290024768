import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { HeicAnswer, HeicPixels } from './heic-pixels.ts';

/** The part of libheif's bindings that is used; the package's own types leave the decoder out. */
interface HeifImage {
  is_primary(): boolean;
  get_width(): number;
  get_height(): number;
  display(
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (filled: { data: Uint8ClampedArray } | null) => void,
  ): void;
}
interface Libheif {
  ready: Promise<unknown>;
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

/** The thread in which jobs/heic-pixels.ts decodes: one file, one answer. */
async function decode({ path, limitPixels }: { path: string; limitPixels: number }): Promise<HeicAnswer> {
  const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  await libheif.ready;
  const images = new libheif.HeifDecoder().decode(readFileSync(path));
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (image === undefined) return { kind: 'refused', why: 'no picture in it' };
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > limitPixels) return { kind: 'refused', why: 'Input image exceeds pixel limit' };
  const pixels = await new Promise<HeicPixels | null>((resolve) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (filled) =>
      resolve(filled === null ? null : { data: new Uint8Array(filled.data.buffer), width, height }),
    );
  });
  return pixels === null ? { kind: 'refused', why: 'the picture is damaged' } : { kind: 'pixels', pixels };
}

const answer = await decode(workerData as Parameters<typeof decode>[0]);
parentPort?.postMessage(answer, answer.kind === 'pixels' ? [answer.pixels.data.buffer as ArrayBuffer] : []);

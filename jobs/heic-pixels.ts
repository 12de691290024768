import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Pixels as they come out of a HEIC file: red, green, blue and alpha of a byte each, row by row, already upright. */
export interface HeicPixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The part of libheif's bindings that is used; the package's own types leave the decoder out. */
interface HeifImage {
  is_primary(): boolean;
  get_width(): number;
  get_height(): number;
  display(
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (filled: { data: Uint8ClampedArray } | null) => void,
  ): void;
  free(): void;
}
interface Libheif {
  ready: Promise<unknown>;
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

/** Decodes a HEIC file, which sharp's own libheif cannot. @throws Error when it is damaged or larger than `limitPixels` */
export async function heicPixels(path: string, limitPixels: number): Promise<HeicPixels> {
  const libheif = require('libheif-js/wasm-bundle') as Libheif;
  await libheif.ready;
  const images = new libheif.HeifDecoder().decode(await readFile(path));
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) throw new Error('no picture in it');
    return await pixelsOf(image, limitPixels);
  } finally {
    for (const image of images) image.free();
  }
}

async function pixelsOf(image: HeifImage, limitPixels: number): Promise<HeicPixels> {
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > limitPixels) throw new Error('Input image exceeds pixel limit');
  const filled = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve);
  });
  if (filled === null) throw new Error('the picture is damaged');
  return { data: new Uint8Array(filled.data.buffer), width, height };
}

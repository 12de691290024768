import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { PhotoFacts } from '../core/photo.ts';
import { hashEdge, photoHash } from '../core/photo-hash.ts';
import { heicPixels } from './heic-pixels.ts';
import { cameraFacts } from './photo-camera.ts';

export const photoBounds = {
  /** More than phones make, less than what fills the memory when a small file unfolds. */
  pixels: 50_000_000,
  /** Longer edge of the copy that is shown, and of the small one that is shown first. */
  sharedEdge: 1_280,
  smallEdge: 320,
} as const;

/** A picture that could be read: what it is, and its copies for showing, JPEG without any metadata. */
export interface ReadPhoto {
  kind: 'photo';
  facts: PhotoFacts;
  shared: Uint8Array;
  small: Uint8Array;
}

/** `unreadable`: not one part of it can be drawn. */
export type PhotoReading = ReadPhoto | { kind: 'too_many_pixels' } | { kind: 'unreadable'; why: string };

/** As `readPhoto`, wherever it is done. */
export type PhotoReader = (path: string, mime: string) => Promise<PhotoReading>;

/** Looks into the picture in a file. Never rejects because of what is in it. @param mime as its bytes tell */
export async function readPhoto(path: string, mime: string): Promise<PhotoReading> {
  try {
    return await read(path, mime);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not a picture';
    return why.includes('pixel limit') ? { kind: 'too_many_pixels' } : { kind: 'unreadable', why: why.slice(0, 200) };
  }
}

async function read(path: string, mime: string): Promise<ReadPhoto> {
  const head = await sharp(path, { limitInputPixels: photoBounds.pixels }).metadata();
  const { shared, damaged } = await sharedCopy(path, mime);
  const small = await copy(sharp(shared.data), photoBounds.smallEdge).toBuffer();
  const grey = await sharp(shared.data)
    .greyscale()
    .resize(hashEdge, hashEdge, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const hashes = photoHash(grey);
  const size = mime === 'image/heic' || mime === 'image/heif' ? shared.full : head.autoOrient;
  return {
    kind: 'photo',
    facts: {
      width: size.width,
      height: size.height,
      camera: cameraFacts(head.exif, head.orientation),
      damaged,
      hash: hashes?.hash ?? null,
      mirroredHash: hashes?.mirroredHash ?? null,
    },
    shared: shared.data,
    small,
  };
}

interface SharedCopy {
  data: Buffer;
  /** Pixels of the whole picture, upright. */
  full: { width: number; height: number };
}

/** What is missing at the end of a file leaves the rest readable: half a photo of a fire is evidence too. */
async function sharedCopy(path: string, mime: string): Promise<{ shared: SharedCopy; damaged: boolean }> {
  if (mime === 'image/heic' || mime === 'image/heif') {
    const { data, width, height } = await heicPixels(path, photoBounds.pixels);
    const picture = copy(sharp(data, { raw: { width, height, channels: 4 } }), photoBounds.sharedEdge);
    return { shared: { data: await picture.toBuffer(), full: { width, height } }, damaged: false };
  }
  const draw = async (failOn: 'truncated' | 'none'): Promise<SharedCopy> => {
    const input = sharp(path, { limitInputPixels: photoBounds.pixels, failOn, sequentialRead: true });
    const { data, info } = await copy(input.autoOrient(), photoBounds.sharedEdge).toBuffer({ resolveWithObject: true });
    return { data, full: info };
  };
  try {
    return { shared: await draw('truncated'), damaged: false };
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit')) throw error;
    return { shared: await draw('none'), damaged: true };
  }
}

/** Ready to be written as JPEG, which every chat and the oldest phone shows. sharp leaves all metadata out by itself. */
function copy(picture: Sharp, edge: number): Sharp {
  return picture
    .flatten({ background: '#ffffff' })
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 });
}

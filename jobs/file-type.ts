import { open } from 'node:fs/promises';
import type { Attachment } from '../core/message.ts';

/** What a file is, by its first bytes. */
interface Signature {
  mime: string;
  /** Where the bytes stand, and the bytes. */
  at: number;
  bytes: readonly number[];
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** Longest and most telling first. Sources: the formats' own specifications, as collected in the IANA registry. */
const signatures: readonly Signature[] = [
  { mime: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { mime: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/gif', at: 0, bytes: ascii('GIF8') },
  { mime: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { mime: 'image/heic', at: 4, bytes: ascii('ftypheic') },
  { mime: 'image/heic', at: 4, bytes: ascii('ftypheix') },
  { mime: 'image/heic', at: 4, bytes: ascii('ftypheim') },
  { mime: 'image/heic', at: 4, bytes: ascii('ftypheis') },
  { mime: 'image/heif', at: 4, bytes: ascii('ftypmif1') },
  { mime: 'image/heif', at: 4, bytes: ascii('ftypmif2') },
  { mime: 'image/avif', at: 4, bytes: ascii('ftypavif') },
  { mime: 'audio/mp4', at: 4, bytes: ascii('ftypM4A') },
  { mime: 'video/quicktime', at: 4, bytes: ascii('ftypqt') },
  { mime: 'video/mp4', at: 4, bytes: ascii('ftyp') },
  { mime: 'video/webm', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { mime: 'audio/ogg', at: 0, bytes: ascii('OggS') },
  { mime: 'audio/wav', at: 8, bytes: ascii('WAVE') },
  { mime: 'audio/amr', at: 0, bytes: ascii('#!AMR') },
  { mime: 'audio/silk', at: 0, bytes: ascii('#!SILK') },
  { mime: 'audio/silk', at: 1, bytes: ascii('#!SILK') },
  { mime: 'audio/mpeg', at: 0, bytes: ascii('ID3') },
  { mime: 'audio/mpeg', at: 0, bytes: [0xff, 0xfb] },
  { mime: 'audio/aac', at: 0, bytes: [0xff, 0xf1] },
  { mime: 'application/pdf', at: 0, bytes: ascii('%PDF') },
  { mime: 'application/zip', at: 0, bytes: [...ascii('PK'), 3, 4] },
];

/** The type that the bytes themselves tell; null when they tell none. Names and headers of the sender are not believed. */
export function fileType(bytes: Uint8Array): string | null {
  const found = signatures.find(({ at, bytes: mark }) => mark.every((byte, i) => bytes[at + i] === byte));
  return found?.mime ?? null;
}

/** Pictures that can be read and drawn here. A GIF is no photo of anything. */
const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif'];

/** Whether a file of this type is a picture that can be looked into. */
export function isPicture(mime: string | null): boolean {
  return mime !== null && pictures.includes(mime);
}

/** Families of types that each kind of attachment may be. A phone's voice message and a short film can come in the same container. */
const families: Readonly<Record<Attachment['kind'], readonly string[] | null>> = {
  photo: pictures,
  video: ['video/', 'image/gif'],
  voice: ['audio/', 'video/'],
  document: null,
};

/** Enough for every signature. */
const headBytes = 64;

/** The type that the bytes of a file tell; null when they tell none, as an empty file's. */
export async function fileTypeOf(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return fileType(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Why these bytes can't be kept as this kind of attachment; null when they can. For the operator, in English. */
export function refusalOf(kind: Attachment['kind'], sizeBytes: number, mime: string | null): string | null {
  if (sizeBytes === 0) return 'The file is empty';
  const allowed = families[kind];
  if (allowed === null) return null;
  if (mime === null) return `Not a ${kind}: its bytes are of no known type`;
  return allowed.some((family) => mime.startsWith(family)) ? null : `Not a ${kind}: its bytes are ${mime}`;
}

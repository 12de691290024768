/** The parts of a picture that are kept; null when it is damaged. */
type Parts = Uint8Array<ArrayBuffer>[] | null;

const cutters: ReadonlyMap<string, (bytes: Uint8Array<ArrayBuffer>) => Parts> = new Map([
  ['image/jpeg', jpegParts],
  ['image/png', pngParts],
  ['image/webp', webpParts],
]);

/**
 * A photo without what the camera wrote beside the picture (place, time, owner, thumbnail): JPEG, PNG and WebP lose their
 * EXIF, XMP and comment parts, the picture itself is untouched. What is damaged or of another kind comes back as it is.
 */
export function withoutMetadata(bytes: Uint8Array<ArrayBuffer>, mime: string): Uint8Array<ArrayBuffer> {
  const kept = cutters.get(mime)?.(bytes);
  return kept === undefined || kept === null ? bytes : joined(kept);
}

/** JPEG: segments up to the picture data. Kept are all but APP1 (EXIF, XMP), APP3–APP13 and comments; APP14 holds the colours. */
function jpegParts(bytes: Uint8Array<ArrayBuffer>): Parts {
  const view = viewOf(bytes);
  const parts: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return [...parts, bytes.subarray(at)];
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    const isMetadata = marker === 0xe1 || (marker >= 0xe3 && marker <= 0xed) || marker === 0xfe;
    if (!isMetadata) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const pngMetadata = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function pngParts(bytes: Uint8Array<ArrayBuffer>): Parts {
  const view = viewOf(bytes);
  const parts: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    if (!pngMetadata.has(nameAt(bytes, at + 4))) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}

const webpMetadata = new Set(['EXIF', 'XMP ']);

function webpParts(bytes: Uint8Array<ArrayBuffer>): Parts {
  const view = viewOf(bytes);
  if (bytes.length < 12) return null;
  const head = bytes.slice(0, 12);
  const parts: Uint8Array<ArrayBuffer>[] = [head];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > bytes.length) return null;
    if (!webpMetadata.has(nameAt(bytes, at))) parts.push(bytes.subarray(at, end));
    at = end;
  }
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  viewOf(head).setUint32(4, total - 8, true);
  return parts;
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

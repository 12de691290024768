import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutMetadata } from '../../web/without-metadata.ts';

const bytesOf = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const segment = (marker: number, content: string): number[] => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...Buffer.from(content, 'latin1'),
];
const chunk = (name: string, content: string): number[] => [
  0,
  0,
  0,
  content.length,
  ...Buffer.from(`${name}${content}CRC.`, 'latin1'),
];
const riff = (name: string, content: string): number[] => [
  ...Buffer.from(name, 'latin1'),
  content.length,
  0,
  0,
  0,
  ...Buffer.from(content.length % 2 === 0 ? content : `${content}\0`, 'latin1'),
];

it('a JPEG loses where and when it was taken, and keeps its picture', () => {
  const photo = bytesOf(
    [0xff, 0xd8],
    segment(0xe0, 'JFIF'),
    segment(0xe1, 'Exif GPS 28.9 120.0'),
    segment(0xe2, 'ICC_PROFILE'),
    segment(0xfe, 'a comment'),
    segment(0xdb, 'tables'),
    [0xff, 0xda, 0, 2],
    'the picture',
  );
  const shown = textOf(withoutMetadata(photo, 'image/jpeg'));
  expect(shown).not.toContain('GPS');
  expect(shown).not.toContain('a comment');
  for (const part of ['JFIF', 'ICC_PROFILE', 'tables', 'the picture']) expect(shown).toContain(part);
});

it('a PNG and a WebP do as well', () => {
  const png = bytesOf(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a],
    chunk('IHDR', 'head'),
    chunk('eXIf', 'GPS'),
    chunk('IDAT', 'pix'),
  );
  const shownPng = textOf(withoutMetadata(png, 'image/png'));
  expect(shownPng).not.toContain('GPS');
  expect(shownPng).toContain('pix');
  const webp = bytesOf('RIFF', [99, 0, 0, 0], 'WEBP', riff('VP8 ', 'pix'), riff('EXIF', 'GPS'));
  const shown = withoutMetadata(webp, 'image/webp');
  expect(textOf(shown)).not.toContain('GPS');
  expect(textOf(shown)).toContain('pix');
  expect(new DataView(shown.buffer).getUint32(4, true)).toBe(shown.length - 8);
});

it('damaged pictures and other things come back as they are', () => {
  for (const mime of ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'toString']) {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => withoutMetadata(new Uint8Array(bytes), mime)).not.toThrow();
      }),
    );
  }
  const cut = bytesOf([0xff, 0xd8], segment(0xe1, 'Exif').slice(0, 5));
  expect(withoutMetadata(cut, 'image/jpeg')).toEqual(cut);
});

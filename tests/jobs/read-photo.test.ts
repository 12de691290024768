import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sameWithinBits } from '../../core/photo.ts';
import { bitsApart } from '../../core/photo-hash.ts';
import { fileType } from '../../jobs/file-type.ts';
import { readPhoto } from '../../jobs/read-photo.ts';
import type { PhotoReading, ReadPhoto } from '../../jobs/read-photo.ts';
import { heic, photo, photoFromPhone, scene } from '../support/photos.ts';

let folder: string;
let count = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunfang-photo-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readBytes(bytes: Uint8Array): Promise<PhotoReading> {
  const path = join(folder, String((count += 1)));
  await writeFile(path, bytes);
  return readPhoto(path, fileType(bytes) ?? 'image/jpeg');
}

async function seen(bytes: Uint8Array): Promise<ReadPhoto> {
  const reading = await readBytes(bytes);
  if (reading.kind !== 'photo') throw new Error(`not read: ${JSON.stringify(reading)}`);
  return reading;
}

const hashOf = async (bytes: Uint8Array): Promise<string> => (await seen(bytes)).facts.hash ?? '';

describe('a photo from a phone', () => {
  test('tells when and where it was taken, and with what', async () => {
    const { facts } = await seen(await photoFromPhone(1));
    expect(facts.camera).toEqual({
      takenAt: '2026-11-21T20:05:11+08:00',
      position: { lat: 28.905, lon: 120.055 },
      orientation: 6,
      device: 'Qun Fang 1',
    });
  });

  test('is shown upright and without what the camera wrote, small first', async () => {
    const { facts, shared, small } = await seen(await photoFromPhone(1));
    expect(facts).toMatchObject({ width: 1_200, height: 1_600, damaged: false });
    for (const [copy, edge] of [
      [shared, 1_280],
      [small, 320],
    ] as const) {
      const head = await sharp(copy).metadata();
      expect(head).toMatchObject({ format: 'jpeg', width: edge * 0.75, height: edge });
      expect([head.exif, head.xmp, head.iptc, head.icc, head.orientation]).toEqual(Array(5).fill(undefined));
      expect(Buffer.from(copy).includes('Exif')).toBe(false);
    }
    expect(small.length).toBeLessThan(40_000);
  });

  test('is as good without any of it', async () => {
    const { facts } = await seen(await photo(1));
    expect(facts.camera).toEqual({ takenAt: null, position: null, orientation: null, device: null });
  });

  test.each([
    ['noise', Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff')],
    ['nothing', Buffer.from('Exif\0\0')],
  ])('whose camera wrote %s is still a photo', async (_what, block) => {
    const bytes = await photo(2);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(block.length + 2);
    const marred = Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, block, bytes.subarray(2)]);
    expect((await seen(marred)).facts.camera).toMatchObject({ takenAt: null, position: null });
  });
});

describe('every kind of picture that people send', () => {
  test.each([
    ['PNG', async () => scene(3)],
    [
      'WebP',
      async () =>
        sharp(await scene(3))
          .webp()
          .toBuffer(),
    ],
    [
      'AVIF',
      async () =>
        sharp(await scene(3, { width: 400, height: 300 }))
          .avif()
          .toBuffer(),
    ],
    [
      'grey',
      async () =>
        sharp(await scene(3))
          .greyscale()
          .jpeg()
          .toBuffer(),
    ],
    [
      'CMYK',
      async () =>
        sharp(await scene(3))
          .toColourspace('cmyk')
          .jpeg()
          .toBuffer(),
    ],
    [
      'see-through',
      async () =>
        sharp(await scene(3))
          .ensureAlpha(0.5)
          .png()
          .toBuffer(),
    ],
  ])('%s is read', async (_kind, make) => {
    const { facts, shared } = await seen(await make());
    expect(facts.width / facts.height).toBeCloseTo(4 / 3);
    expect(await sharp(shared).metadata()).toMatchObject({ format: 'jpeg', channels: 3 });
  });

  test('HEIC of iPhones too', async () => {
    const { facts, shared } = await seen(heic);
    expect(facts).toMatchObject({ width: 32, height: 32, damaged: false });
    expect((await sharp(shared).stats()).entropy).toBeGreaterThan(3);
  });

  test('a small one is not blown up', async () => {
    const { shared, small } = await seen(await photo(4, { width: 200, height: 100 }));
    expect(await sharp(shared).metadata()).toMatchObject({ width: 200, height: 100 });
    expect(await sharp(small).metadata()).toMatchObject({ width: 200, height: 100 });
  });
});

describe('bad bytes', () => {
  test('a small file that would unfold to a giant is refused unfolded', async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await readBytes(bomb)).toEqual({ kind: 'too_many_pixels' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('half a JPEG is shown as far as it goes, and marked', async () => {
    const bytes = await photo(5);
    const { facts, shared } = await seen(bytes.subarray(0, bytes.length / 2));
    expect(facts).toMatchObject({ width: 1_600, height: 1_200, damaged: true });
    expect(await sharp(shared).metadata()).toMatchObject({ width: 1_280, height: 960 });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('no photo at all')],
    ['only a head', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
    ['noise behind a head', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500, 7)])],
    ['half a HEIC', heic.subarray(0, 400)],
    ['noise in a HEIC', Buffer.concat([heic.subarray(0, 60), Buffer.alloc(300, 9)])],
  ])('%s is not read', async (_what, bytes) => {
    expect((await readBytes(bytes)).kind).toBe('unreadable');
  });
});

describe('the hash of a picture', () => {
  test('stays when it is compressed again, shrunk, lightened or cut a little', async () => {
    for (const number of [11, 12, 13, 14, 15, 16, 17, 18]) {
      const original = await photo(number);
      const hash = await hashOf(original);
      const changed: Record<string, Buffer> = {
        'compressed again': await sharp(original).jpeg({ quality: 30 }).toBuffer(),
        shrunk: await sharp(original).resize(480).jpeg({ quality: 60 }).toBuffer(),
        lighter: await sharp(original).modulate({ brightness: 1.15 }).jpeg().toBuffer(),
        'as WebP': await sharp(original).webp({ quality: 40 }).toBuffer(),
        'cut a little': await sharp(original)
          .extract({ left: 8, top: 6, width: 1_584, height: 1_188 })
          .jpeg()
          .toBuffer(),
      };
      for (const [how, bytes] of Object.entries(changed))
        expect
          .soft(bitsApart(hash, await hashOf(bytes)), `${String(number)} ${how}`)
          .toBeLessThanOrEqual(sameWithinBits);
    }
  });

  test('is that of the mirrored one in a mirror', async () => {
    const original = await seen(await photo(21));
    const flopped = await hashOf(
      await sharp(await photo(21))
        .flop()
        .jpeg()
        .toBuffer(),
    );
    expect(bitsApart(original.facts.mirroredHash ?? '', flopped)).toBeLessThanOrEqual(sameWithinBits);
    expect(bitsApart(original.facts.hash ?? '', flopped)).toBeGreaterThan(sameWithinBits);
  });

  test('differs from that of any other picture', async () => {
    const hashes = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => hashOf(await photo(100 + at, { width: 320, height: 240 }))),
    );
    const distances = hashes.flatMap((one, at) => hashes.slice(at + 1).map((other) => bitsApart(one, other)));
    expect(Math.min(...distances)).toBeGreaterThan(sameWithinBits);
  });

  test('is not made of a wall or of the night', async () => {
    const wall = { create: { width: 400, height: 300, channels: 3, background: '#777' } } as const;
    expect((await seen(await sharp(wall).jpeg().toBuffer())).facts.hash).toBeNull();
    const noise = { type: 'gaussian', mean: 8, sigma: 2 } as const;
    const night = await sharp({ create: { ...wall.create, noise } })
      .jpeg()
      .toBuffer();
    expect((await seen(night)).facts.hash).toBeNull();
  });
});

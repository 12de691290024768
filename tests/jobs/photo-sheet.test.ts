import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { photoSheet } from '../../jobs/photo-sheet.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunfang-sheet-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function pictures(colours: readonly string[]): Promise<string[]> {
  return Promise.all(
    colours.map(async (background, at) => {
      const path = join(folder, `${String(at)}.jpg`);
      const plain = sharp({ create: { width: 640, height: 480, channels: 3, background } });
      await writeFile(path, await plain.jpeg().toBuffer());
      return path;
    }),
  );
}

test('an album is drawn in rows, each picture whole and in its order', async () => {
  const paths = await pictures(['#ff0000', '#00ff00', '#0000ff']);
  const sheet = await photoSheet(paths);
  const { width, height, format } = await sharp(sheet).metadata();
  expect([width, height, format]).toEqual([968, 968, 'jpeg']);
  const colourAt = async (left: number, top: number): Promise<string> => {
    const { dominant } = await sharp(
      await sharp(sheet).extract({ left, top, width: 20, height: 20 }).toBuffer(),
    ).stats();
    return [dominant.r, dominant.g, dominant.b].map((part) => (part > 127 ? '1' : '0')).join('');
  };
  expect(await colourAt(200, 200)).toBe('100');
  expect(await colourAt(700, 200)).toBe('010');
  expect(await colourAt(200, 700)).toBe('001');
  expect(await colourAt(700, 700)).toBe('111');
});

test('forty pictures stay one sheet that can be looked at', async () => {
  const paths = await pictures(Array.from({ length: 40 }, () => '#888888'));
  const sheet = await photoSheet(paths);
  expect(await sharp(sheet).metadata()).toMatchObject({ width: 1_944, height: 1_944 });
});

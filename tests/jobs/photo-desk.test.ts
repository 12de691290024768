import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskBounds, photoDesk } from '../../jobs/photo-desk.ts';
import type { PhotoDesk } from '../../jobs/photo-desk.ts';
import { heic, photo } from '../support/photos.ts';

let folder: string;
let desk: PhotoDesk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunfang-desk-'));
  desk = photoDesk();
});
afterEach(async () => {
  desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('photos in a process of their own', () => {
  test('are read one after the other, and a bad one keeps nobody waiting', async () => {
    const paths = await Promise.all([
      put('bad', Buffer.from('bad')),
      put('good', await photo(6)),
      put('heic', heic),
      put('none', Buffer.alloc(9)),
    ]);
    const mimes = ['image/jpeg', 'image/jpeg', 'image/heic', 'image/png'];
    const readings = await Promise.all(paths.map((path, at) => desk.read(path, mimes[at] ?? '')));
    expect(readings.map(({ kind }) => kind)).toEqual(['unreadable', 'photo', 'photo', 'unreadable']);
    const [, good] = readings;
    expect(good?.kind === 'photo' && good.facts.width).toBe(1_600);
    expect(good?.kind === 'photo' && (await sharp(good.small).metadata()).width).toBe(320);
  });

  test('that take too long are given up, and the next one is read', async () => {
    const hasty = photoDesk({ ...deskBounds, patienceMs: 1 });
    const path = await put('photo', await photo(7));
    expect(await hasty.read(path, 'image/jpeg')).toEqual({ kind: 'unreadable', why: 'too slow to decode' });
    hasty.close();
    expect((await desk.read(path, 'image/jpeg')).kind).toBe('photo');
  });

  test('do not need the process of the last one', async () => {
    const path = await put('photo', await photo(8));
    expect((await desk.read(path, 'image/jpeg')).kind).toBe('photo');
    desk.close();
    expect((await desk.read(path, 'image/jpeg')).kind).toBe('photo');
  });

  test('bring down only that process', async () => {
    const path = await put('photo', await photo(9));
    const reading = desk.read(path, 'image/jpeg');
    await Promise.resolve();
    desk.close();
    expect(await reading).toMatchObject({ kind: 'unreadable', why: 'the decoder broke down over it' });
    expect((await desk.read(path, 'image/jpeg')).kind).toBe('photo');
  });

  test('are drawn into one sheet there, and a missing one gives none', async () => {
    const path = await put('photo', await photo(10));
    const sheet = await desk.sheet([path, path]);
    expect(await sharp(sheet ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 968, height: 480 });
    expect(await desk.sheet([path, join(folder, 'missing')])).toBeNull();
  });
});

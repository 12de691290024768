import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskBounds, photoDesk } from '../../jobs/photo-desk.ts';
import type { PhotoDesk } from '../../jobs/photo-desk.ts';
import { nightPicture } from '../../bot/present/night-picture.ts';
import { nightZh } from '../../bot/texts/night-zh.ts';
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

  test('draw words in a font that has rare names too, and a large night in less than 300 KB', async () => {
    const named = (name: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" font-family="Noto Sans S Chinese"><text y="60" font-size="48">${name}</text></svg>`;
    const [one, other, empty] = await Promise.all(['龘', '靐', ''].map((name) => desk.draw(named(name))));
    // A font without them would draw the same box twice.
    expect(one).not.toEqual(other);
    expect(one).not.toEqual(empty);
    const points = Array.from({ length: 600 }, (_, at) => ({
      n: at + 1,
      name: `救生竿${String(at)}`,
      state: at % 3 === 0 ? ('missed' as const) : ('seen' as const),
      position: { lat: 28.9 + (at % 25) / 900, lon: 120.03 + at / 12_000 },
    }));
    const svg = nightPicture(
      {
        shift: { name: '救生竿巡查', startsAt: 0, endsAt: 3_600_000, distanceKm: null },
        day: '',
        points,
        walked: points.map(({ n }) => n),
        tracks: [],
        people: [],
        photos: 600,
        seenAt: [],
      },
      nightZh,
      { timeZone: 'Asia/Shanghai', now: 0 },
    );
    const drawn = await desk.draw(svg);
    expect((await sharp(drawn ?? new Uint8Array()).metadata()).format).toBe('png');
    expect(drawn?.length).toBeLessThan(300_000);
  });

  test('a drawing that is none comes to nothing, and the desk goes on', async () => {
    expect(await desk.draw('<svg')).toBeNull();
    expect((await desk.read(await put('good', await photo(6)), 'image/jpeg')).kind).toBe('photo');
  });
});

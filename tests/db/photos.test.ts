import { describe, expect, test } from 'vitest';
import type { FileId } from '../../core/ids.ts';
import { sameWithinBits } from '../../core/photo.ts';
import { bitsApart } from '../../core/photo-hash.ts';
import type { Photo } from '../../core/ports/photos.ts';
import type { Store } from '../../core/ports/store.ts';
import { personOf, roomOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { fileOf, now } from './samples.ts';

const room = roomOf();
const person = personOf();

const photoOf = (fileId: FileId, hash: string | null, parts: Partial<Photo> = {}): Photo => ({
  fileId,
  width: 1_200,
  height: 1_600,
  camera: { takenAt: '2026-11-21T20:05:11', position: { lat: 28.905, lon: 120.055 }, orientation: 6, device: null },
  damaged: false,
  hash,
  mirroredHash: null,
  sharedSha256: 'a'.repeat(64),
  smallSha256: null,
  ...parts,
});

/** A hash with these bits turned, counted from the last one. */
function turned(hash: string, ...bits: readonly number[]): string {
  const mask = bits.reduce((sum, bit) => sum | (1n << BigInt(bit)), 0n);
  return (BigInt(`0x${hash}`) ^ mask).toString(16).padStart(16, '0');
}

/** Numbers that look random and are the same each time. */
function hashes(seed: number): () => string {
  let state = BigInt(seed);
  return () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
    return (state ^ (state >> 29n)).toString(16).padStart(16, '0').slice(-16);
  };
}

async function sentInto(store: Store, photos: readonly (string | null)[]): Promise<FileId[]> {
  return store.transaction(async (tx) => {
    await tx.rooms.put(room);
    await tx.people.put(person);
    const ids: FileId[] = [];
    for (const hash of photos) {
      const file = fileOf(room.id, person.id);
      await tx.files.add(file);
      await tx.photos.put(photoOf(file.id, hash));
      ids.push(file.id);
    }
    return ids;
  });
}

describe('what is known of a photo', () => {
  eachEngine((database) => {
    test('is kept whole, and found by its file', async () => {
      const { store } = database;
      const [id] = await sentInto(store, ['0123456789abcdef']);
      if (id === undefined) throw new Error('nothing was sent');
      expect(await store.read.photos.of(id)).toEqual(photoOf(id, '0123456789abcdef'));
      expect(await store.read.photos.of('nothing' as FileId)).toBeNull();
    });

    test('says which earlier photos look the same, the nearest first', async () => {
      const { store } = database;
      const hash = 'f0e1d2c3b4a59687';
      const earlier = [
        turned(hash, 0, 17, 34, 51, 3, 20),
        hash,
        turned(hash, 5, 6, 7, 8),
        turned(hash, 1, 2, 3, 4, 5, 6, 7),
      ];
      const ids = await sentInto(store, [...earlier, hash, turned(hash, 9)]);
      const photo = await store.read.photos.of(ids[4] as FileId);
      if (photo === null) throw new Error('it is not there');
      expect(await store.read.photos.seenBefore(photo, sameWithinBits)).toEqual([
        { fileId: ids[1], distance: 0, mirrored: false },
        { fileId: ids[2], distance: 4, mirrored: false },
        { fileId: ids[0], distance: 6, mirrored: false },
      ]);
    });

    test('also when somebody turned the picture over as in a mirror', async () => {
      const { store } = database;
      const [first, second] = await sentInto(store, ['00ff00ff00ff00ff', '1234567812345678']);
      const photo = photoOf(second as FileId, '1234567812345678', { mirroredHash: '00ff00ff00ff00fe' });
      expect(await store.read.photos.seenBefore(photo, sameWithinBits)).toEqual([
        { fileId: first, distance: 1, mirrored: true },
      ]);
    });

    test('says nothing of a picture too plain to be told from others', async () => {
      const { store } = database;
      const [, second] = await sentInto(store, [null, null]);
      expect(await store.read.photos.seenBefore(photoOf(second as FileId, null), sameWithinBits)).toEqual([]);
    });

    test('misses none, however the bits that differ are spread', async () => {
      const { store } = database;
      const next = hashes(7);
      const asked = next();
      const at = hashes(11);
      const bits = (): number[] => Array.from({ length: 9 }, () => Number(BigInt(`0x${at()}`) % 64n));
      const others = Array.from({ length: 300 }, () =>
        turned(asked, ...bits().slice(0, Number(BigInt(`0x${at()}`) % 10n))),
      );
      const strangers = Array.from({ length: 700 }, next);
      const ids = await sentInto(store, [...others, ...strangers, asked]);
      const right = [...others, ...strangers].filter((hash) => bitsApart(hash, asked) <= sameWithinBits).length;
      const seen = await store.read.photos.seenBefore(photoOf(ids.at(-1) as FileId, asked), sameWithinBits);
      expect(right).toBeGreaterThan(100);
      expect(seen).toHaveLength(right);
    });
  });
});

describe('files as evidence', () => {
  eachEngine((database) => {
    test('of a hazard come in the order in which they were sent, each with what it shows', async () => {
      const { store } = database;
      const subject = 'hazard:h1' as const;
      const later = fileOf(room.id, person.id, { subject, role: 'after', receivedAt: now + 2_000 });
      const before = fileOf(room.id, person.id, { subject, role: 'before', receivedAt: now });
      await store.transaction(async (tx) => {
        await tx.rooms.put(room);
        await tx.people.put(person);
        for (const file of [later, before, fileOf(room.id, person.id, { subject: 'hazard:h2' })])
          await tx.files.add(file);
      });
      expect(await store.read.files.ofSubject(subject)).toEqual([before, later]);
    });

    test('that belong to nothing yet are those of one person in one room, since then', async () => {
      const { store } = database;
      const [elsewhere, other] = [roomOf({ externalId: 'elsewhere' }), personOf({ callSign: '别人' })];
      const mine = fileOf(room.id, person.id, { receivedAt: now });
      const files = [
        fileOf(room.id, person.id, { receivedAt: now - 1 }),
        fileOf(room.id, person.id, { receivedAt: now, subject: 'hazard:h1' }),
        fileOf(room.id, person.id, { receivedAt: now, state: 'refused' }),
        fileOf(elsewhere.id, person.id, { receivedAt: now }),
        fileOf(room.id, other.id, { receivedAt: now }),
      ];
      await store.transaction(async (tx) => {
        for (const one of [room, elsewhere]) await tx.rooms.put(one);
        for (const one of [person, other]) await tx.people.put(one);
        for (const file of [mine, ...files]) await tx.files.add(file);
      });
      expect(await store.read.files.recentOf(room.id, person.id, now)).toEqual([mine]);
    });

    test('that were sent together are found together', async () => {
      const { store } = database;
      const album = [1, 2].map(() => fileOf(room.id, person.id, { albumId: 'a' }));
      await store.transaction(async (tx) => {
        await tx.rooms.put(room);
        await tx.people.put(person);
        for (const file of [...album, fileOf(room.id, person.id, { albumId: 'b' }), fileOf(room.id, person.id)])
          await tx.files.add(file);
      });
      expect(await store.read.files.ofAlbum(room.id, 'a')).toEqual(album);
    });
  });
});

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileStore } from '../../core/ports/file-store.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { Photo } from '../../core/ports/photos.ts';
import { aboutFile, sealedParts } from '../../core/sealed-file.ts';
import { openToRotate } from '../../db/open-store.ts';
import { Keyring } from '../../db/sealing.ts';
import { fileStore } from '../../jobs/file-store.ts';
import { resealFiles } from '../../jobs/reseal-files.ts';
import { sealedFiles } from '../../jobs/sealed-files.ts';
import type { SealedFiles } from '../../jobs/sealed-files.ts';
import { tendFiles } from '../../jobs/tend-files.ts';
import { photoSource } from '../../web/photo-answer.ts';
import { fileOf, knownRoom } from '../db/samples.ts';
import { fakeClock, type FakeClock } from '../support/clock.ts';
import { testKeys } from '../support/keys.ts';
import { eachEngine } from '../support/stores.ts';

const original = Buffer.from('一张很私密的照片，原样');
const shared = Buffer.from('一张很私密的照片，给人看的');
const small = Buffer.from('一张很私密的照片，小的');
let root: string;
let files: FileStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qunfang-sealed-'));
  files = fileStore(join(root, 'files'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function kept(bytes: Uint8Array): Promise<string> {
  const draft = await files.draft([bytes], bytes.length);
  await draft.keep();
  return draft.sha256;
}

/** Everything that lies in the folder. */
function onDisk(): Buffer[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

const readable = (): boolean => onDisk().some((bytes) => bytes.includes(Buffer.from('私密')));

describe('files of private matters', () => {
  eachEngine((database) => {
    const alarm = (): FakeClock => fakeClock();
    const sealedWith = (clock: FakeClock): Promise<SealedFiles> =>
      sealedFiles({ files, sealing: database.store.sealing, folder: join(root, 'opened'), alarm: clock });

    async function filled(parts: Partial<KeptFile> = {}): Promise<KeptFile> {
      const room = await knownRoom(database.store, { kind: 'direct' });
      const file = fileOf(room.id, null, {
        state: 'stored',
        sha256: await kept(original),
        mime: 'image/jpeg',
        subject: 'matter:m1',
        ...parts,
      });
      const photo: Photo = {
        fileId: file.id,
        width: 1,
        height: 1,
        camera: { takenAt: '2026-11-21T20:05:11', position: { lat: 30, lon: 120 }, orientation: 1, device: 'Huawei' },
        damaged: false,
        hash: '0123456789abcdef',
        mirroredHash: 'fedcba9876543210',
        sharedSha256: await kept(shared),
        smallSha256: await kept(small),
      };
      await database.store.transaction(async (tx) => {
        await tx.files.add(file);
        await tx.photos.put(photo);
      });
      return file;
    }

    test('are sealed with their copies, and nothing of them stays readable on the disk or in the database', async () => {
      const { store } = database;
      const file = await filled();
      expect(readable()).toBe(true);
      const sealed = await sealedWith(alarm());
      await tendFiles({ store, sealed });
      expect(readable()).toBe(false);
      expect(onDisk()).toHaveLength(3);
      const photo = await store.read.photos.of(file.id);
      expect(photo).toMatchObject({ hash: null, mirroredHash: null, camera: { position: null, device: null } });
      const now = await store.read.files.byId(file.id);
      expect(sealedParts(now?.sha256 ?? '')?.keyId).toBe(store.sealing.keyId);
      // Whoever does not know that files can be sealed finds nothing rather than noise.
      expect(await files.open(now?.sha256 ?? '')).toBeNull();
      await tendFiles({ store, sealed });
      expect(await store.read.files.byId(file.id)).toEqual(now);
    });

    test('are opened where they are served', async () => {
      const { store } = database;
      const file = await filled();
      const sealed = await sealedWith(alarm());
      await tendFiles({ store, sealed });
      const photos = photoSource(store.read, sealed);
      const now = await store.read.files.byId(file.id);
      if (now === null) throw new Error('The file is there');
      const served = [
        await photos.original(now),
        await photos.copy(file.id, 'shared'),
        await photos.copy(file.id, 'small'),
      ];
      const bytes = await Promise.all(served.map((one) => new Response(one?.bytes).text()));
      expect(bytes).toEqual([original, shared, small].map(String));
      expect(served.map((one) => one?.sizeBytes)).toEqual([original, shared, small].map(({ length }) => length));
      await expect(sealed.open(now.sha256 ?? '', aboutFile(file.id, 'small'))).rejects.toThrow('cannot be opened');
    });

    test('are opened on the disk for two minutes where a platform sends them from there', async () => {
      const { store } = database;
      const file = await filled();
      const clock = alarm();
      const sealed = await sealedWith(clock);
      await tendFiles({ store, sealed });
      const photo = await store.read.photos.of(file.id);
      const path = await sealed.pathOf(photo?.sharedSha256 ?? '', aboutFile(file.id, 'shared'));
      expect(readFileSync(path ?? '')).toEqual(shared);
      expect(statSync(path ?? '').mode & 0o777).toBe(0o600);
      await clock.advance(119_000);
      expect(existsSync(path ?? '')).toBe(true);
      await clock.advance(2_000);
      await expect.poll(() => existsSync(path ?? '')).toBe(false);
      const again = await sealed.pathOf(photo?.sharedSha256 ?? '', aboutFile(file.id, 'shared'));
      // What a process that died has left is gone with the next start.
      await sealedWith(alarm());
      expect(existsSync(again ?? '')).toBe(false);
    });

    test('leave the photos of others alone, also when they show the same', async () => {
      const { store } = database;
      await filled();
      const other = await filled({ subject: 'hazard:h' });
      const sealed = await sealedWith(alarm());
      await tendFiles({ store, sealed });
      expect(await store.read.files.byId(other.id)).toEqual(other);
      const photo = await store.read.photos.of(other.id);
      expect(photo?.hash).not.toBeNull();
      expect(await files.open(photo?.sharedSha256 ?? '')).not.toBeNull();
      expect(await files.pathOf(other.sha256 ?? '')).not.toBeNull();
    });

    test('are removed when they are given up', async () => {
      const { store } = database;
      const file = await filled();
      const sealed = await sealedWith(alarm());
      await tendFiles({ store, sealed });
      const now = await store.read.files.byId(file.id);
      if (now === null) throw new Error('The file is there');
      await store.transaction((tx) => tx.files.put({ ...now, state: 'lost', why: 'forgotten' }));
      await tendFiles({ store, sealed });
      expect(onDisk()).toEqual([]);
      expect(await store.read.photos.of(file.id)).toBeNull();
      expect(await store.read.files.byId(file.id)).toMatchObject({ sha256: null, why: 'forgotten' });
    });

    test('are sealed anew when the key changes', async () => {
      const file = await filled();
      await tendFiles({ store: database.store, sealed: await sealedWith(alarm()) });
      await database.store.close();
      const keys = [new Uint8Array(32).fill(9), ...testKeys];
      const { store, rotation } = await openToRotate(database.url, {
        keys,
        onError: (error) => expect.fail(String(error)),
      });
      const sealed = await sealedFiles({ files, sealing: store.sealing, folder: join(root, 'opened'), alarm: alarm() });
      expect(await resealFiles({ store, sealed }, () => undefined)).toBe(1);
      expect(await resealFiles({ store, sealed }, () => undefined)).toBe(0);
      await rotation.end();
      const now = await store.read.files.byId(file.id);
      expect(sealedParts(now?.sha256 ?? '')?.keyId).toBe(new Keyring(keys).firstId);
      expect(onDisk()).toHaveLength(3);
      const opened = await sealed.open(now?.sha256 ?? '', aboutFile(file.id, 'original'));
      expect(await new Response(opened?.bytes).text()).toBe(String(original));
      await store.close();
    });
  });
});

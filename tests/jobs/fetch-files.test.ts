import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { FileId } from '../../core/ids.ts';
import type { Attachment } from '../../core/message.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { Store } from '../../core/ports/store.ts';
import { fileBounds, fileFetcher } from '../../jobs/fetch-files.ts';
import type { FileFetcher, FileFetcherOptions } from '../../jobs/fetch-files.ts';
import { fileStore } from '../../jobs/file-store.ts';
import type { WriteFile } from '../../jobs/file-store.ts';
import { fakeClock } from '../support/clock.ts';
import type { FakeClock } from '../support/clock.ts';
import { fakeChat } from '../support/fake-chat.ts';
import type { FakeChat } from '../support/fake-chat.ts';
import { countingIds } from '../support/ids.ts';
import { eachEngine } from '../support/stores.ts';
import { readableLog, roomMaker } from './outbox-world.ts';
import type { ReadableLog } from './outbox-world.ts';

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qunfang-fetch-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface FileWorld {
  clock: FakeClock;
  chat: FakeChat;
  fetcher: FileFetcher;
  log: ReadableLog;
  /** Somebody sent a photo (or something else). */
  sent: (ref: string, attachment?: Partial<Attachment>) => Promise<FileId>;
  file: (id: FileId) => Promise<KeptFile | null>;
}

function fileWorld(
  store: Store,
  write?: WriteFile,
  stored: FileFetcherOptions['stored'] = () => Promise.resolve(),
): FileWorld {
  const clock = fakeClock();
  const chat = fakeChat({ now: () => clock.now() });
  const log = readableLog();
  const ids = countingIds();
  const rooms = roomMaker(store, clock);
  const fetcher = fileFetcher({
    store,
    alarm: clock,
    adapters: [chat],
    files: fileStore(root, write),
    stored,
    log,
  });
  clock.settle(() => fetcher.idle());
  return {
    clock,
    chat,
    fetcher,
    log,
    sent: async (ref, attachment = {}) => {
      const id = ids.next<FileId>(clock.now());
      const file: KeptFile = {
        id,
        platform: 'telegram',
        roomId: (await rooms('li')).id,
        personId: null,
        messageId: '7',
        attachment: { kind: 'photo', ref, ...attachment },
        albumId: null,
        incidentId: null,
        subject: null,
        role: null,
        receivedAt: clock.now(),
        state: 'waiting',
        sha256: null,
        mime: null,
        sizeBytes: null,
        why: '',
        attempts: 0,
        dueAt: clock.now(),
        shownAt: null,
      };
      await store.transaction((tx) => tx.files.add(file));
      return id;
    },
    file: (id) => store.read.files.byId(id),
  };
}

describe('a photo that somebody sent', () => {
  eachEngine((database) => {
    test('is fetched and kept under the name of its content', async () => {
      const { chat, sent, fetcher, file } = fileWorld(database.store);
      chat.putFile('ref', jpeg);
      const id = await sent('ref', { mime: 'text/html' });
      fetcher.start();
      await fetcher.idle();
      const kept = await file(id);
      expect(kept).toMatchObject({ state: 'stored', mime: 'image/jpeg', sizeBytes: jpeg.length, attempts: 1 });
      expect(await readFile(fileStore(root).pathOf(kept?.sha256 ?? ''))).toEqual(jpeg);
    });

    test('is told of in the transaction that keeps it, once', async () => {
      const told: (string | null)[] = [];
      const { chat, sent, fetcher } = fileWorld(database.store, undefined, async (tx, { id, sha256 }) => {
        told.push((await tx.files.byId(id))?.state ?? null, sha256);
      });
      chat.putFile('ref', jpeg);
      chat.putFile('no photo', Buffer.from('hello'));
      await sent('ref');
      await sent('no photo');
      fetcher.start();
      await fetcher.idle();
      expect(told).toEqual(['stored', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    });

    test('is fetched though it came after the last look', async () => {
      const { chat, sent, fetcher, file, clock } = fileWorld(database.store);
      fetcher.start();
      await clock.advance(10);
      chat.putFile('ref', jpeg);
      const id = await sent('ref');
      await clock.advance(fileBounds.lookAgainMs);
      expect((await file(id))?.state).toBe('stored');
    });

    test('is fetched again, later each time, while the platform does not answer', async () => {
      const { chat, sent, fetcher, file, clock } = fileWorld(database.store);
      chat.putFile('ref', new TransportError('retryable', 'no connection'));
      const id = await sent('ref');
      fetcher.start();
      await clock.advance(60_000);
      expect(await file(id)).toMatchObject({ state: 'waiting', attempts: 5, why: 'no connection' });
      chat.putFile('ref', jpeg);
      await clock.advance(600_000);
      expect((await file(id))?.state).toBe('stored');
    });

    test('is lost when the platform has dropped it, and why is kept', async () => {
      const { sent, fetcher, file } = fileWorld(database.store);
      const id = await sent('gone');
      fetcher.start();
      await fetcher.idle();
      expect(await file(id)).toMatchObject({ state: 'lost', why: 'no such file' });
    });

    test('is refused when it is no photo', async () => {
      const { chat, sent, fetcher, file } = fileWorld(database.store);
      chat.putFile('ref', Buffer.from('<script>alert(1)</script>'));
      const id = await sent('ref');
      fetcher.start();
      await fetcher.idle();
      expect(await file(id)).toMatchObject({ state: 'refused', why: 'Not a photo: its bytes are of no known type' });
    });

    test('is refused unread when it says that it is too large', async () => {
      const { sent, fetcher, file } = fileWorld(database.store);
      const id = await sent('huge', { kind: 'video', sizeBytes: fileBounds.limitBytes + 1 });
      fetcher.start();
      await fetcher.idle();
      expect(await file(id)).toMatchObject({ state: 'refused', why: 'The file is larger than 20 MB' });
    });

    test('waits while the disk is full, which is said once', async () => {
      let full = true;
      const { chat, sent, fetcher, file, clock, log } = fileWorld(database.store, async (path, bytes) => {
        if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        const { writeFile } = await import('node:fs/promises');
        await writeFile(path, bytes);
      });
      const ids: FileId[] = [];
      for (let i = 0; i < 6; i += 1) {
        chat.putFile(`ref ${i}`, Buffer.concat([jpeg, Buffer.from([i])]));
        ids.push(await sent(`ref ${i}`));
      }
      fetcher.start();
      await clock.advance(90_000);
      expect((await file(ids[0] as FileId))?.state).toBe('waiting');
      expect(log.lines).toHaveLength(1);
      full = false;
      await clock.advance(fileBounds.fullDiskPauseMs);
      for (const id of ids) expect((await file(id))?.state).toBe('stored');
      expect(log.lines.map(({ level }) => level)).toEqual(['error', 'info']);
    });

    test('is fetched once when two instances look at the same time', async () => {
      const one = fileWorld(database.store);
      one.chat.putFile('ref', jpeg);
      const id = await one.sent('ref');
      one.fetcher.start();
      await one.fetcher.idle();
      const attempts = (await one.file(id))?.attempts;
      one.fetcher.wake();
      await one.fetcher.idle();
      expect((await one.file(id))?.attempts).toBe(attempts);
      await one.fetcher.stop();
    });
  });
});

import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { FileId } from '../../core/ids.ts';
import type { Attachment } from '../../core/message.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { Store } from '../../core/ports/store.ts';
import { fileBounds, fileFetcher } from '../../jobs/fetch-files.ts';
import type { FileFetcher, FileFetcherOptions } from '../../jobs/fetch-files.ts';
import { draftsOf, fileStore } from '../../jobs/file-store.ts';
import { readPhoto } from '../../jobs/read-photo.ts';
import type { WritePiece } from '../../jobs/file-draft.ts';
import { fakeClock } from '../support/clock.ts';
import type { FakeClock } from '../support/clock.ts';
import { fakeChat } from '../support/fake-chat.ts';
import type { FakeChat } from '../support/fake-chat.ts';
import { countingIds } from '../support/ids.ts';
import { heic, photo } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { readableLog, roomMaker } from './outbox-world.ts';
import type { ReadableLog } from './outbox-world.ts';

let jpeg: Buffer;
let root: string;
beforeAll(async () => {
  jpeg = await photo(1, { width: 400, height: 300 });
});
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qunfang-fetch-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface FileWorld {
  clock: FakeClock;
  chat: FakeChat;
  fetcher: FileFetcher;
  log: ReadableLog;
  /** What the command was told of the place of files. */
  said: string[];
  /** Somebody sent a photo (or something else). */
  sent: (ref: string, attachment?: Partial<Attachment>) => Promise<FileId>;
  file: (id: FileId) => Promise<KeptFile | null>;
}

function fileWorld(
  store: Store,
  write?: WritePiece,
  settled: FileFetcherOptions['settled'] = () => Promise.resolve(),
): FileWorld {
  const clock = fakeClock();
  const chat = fakeChat({ now: () => clock.now() });
  const log = readableLog();
  const said: string[] = [];
  const ids = countingIds();
  const rooms = roomMaker(store, clock);
  const fetcher = fileFetcher({
    store,
    alarm: clock,
    adapters: [chat],
    files: fileStore(root, write),
    readPhoto,
    settled,
    onStore: (state) => void said.push(state),
    log,
  });
  clock.settle(() => fetcher.idle());
  return {
    clock,
    chat,
    fetcher,
    log,
    said,
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
      expect(await readFile((await fileStore(root).pathOf(kept?.sha256 ?? '')) ?? '')).toEqual(jpeg);
    });

    test('keeps its copies for showing and what was found in it beside the original', async () => {
      const { chat, sent, fetcher } = fileWorld(database.store);
      chat.putFile('ref', jpeg);
      const id = await sent('ref');
      fetcher.start();
      await fetcher.idle();
      const known = await database.store.read.photos.of(id);
      expect(known).toMatchObject({
        width: 400,
        height: 300,
        damaged: false,
      });
      expect(known?.hash).toMatch(/^[\da-f]{16}$/);
      const files = fileStore(root);
      for (const copy of [known?.sharedSha256, known?.smallSha256]) {
        const bytes = await readFile((await files.pathOf(copy ?? '')) ?? '');
        expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      }
    });

    test('is what it is also when it was sent as a file, and then anything else is kept as well', async () => {
      const { chat, sent, fetcher, file } = fileWorld(database.store);
      chat.putFile('heic', heic);
      chat.putFile('gif', Buffer.from('GIF89a'));
      chat.putFile('broken', jpeg.subarray(0, 20));
      const ids = [];
      for (const ref of ['heic', 'gif', 'broken']) ids.push(await sent(ref, { kind: 'document' }));
      fetcher.start();
      await fetcher.idle();
      const kept = await Promise.all(ids.map((id) => file(id)));
      expect(kept.map((one) => one?.state)).toEqual(['stored', 'stored', 'stored']);
      const photos = await Promise.all(ids.map((id) => database.store.read.photos.of(id)));
      expect(photos.map((one) => one?.width ?? null)).toEqual([32, null, null]);
    });

    test('is told of in the transaction that settles it, once', async () => {
      const told: (string | null)[] = [];
      const { chat, sent, fetcher } = fileWorld(database.store, undefined, async (tx, { id, state }) => {
        told.push(`${state} ${String((await tx.photos.of(id)) !== null)}`);
      });
      chat.putFile('ref', jpeg);
      chat.putFile('no photo', Buffer.from('hello'));
      await sent('ref');
      await sent('no photo');
      fetcher.start();
      await fetcher.idle();
      expect(told.toSorted()).toEqual(['refused false', 'stored true']);
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

    test.each([
      ['empty', () => Buffer.alloc(0), 'The file is empty'],
      ['a PDF', () => Buffer.from('%PDF-1.7'), 'Not a photo: its bytes are application/pdf'],
      ['a GIF', () => Buffer.from('GIF89a'), 'Not a photo: its bytes are image/gif'],
      ['only the head of one', () => jpeg.subarray(0, 20), 'Not a photo: no picture can be read in it'],
    ])('is refused when it is %s', async (_what, make, why) => {
      const { chat, sent, fetcher, file } = fileWorld(database.store);
      chat.putFile('ref', make());
      const id = await sent('ref', { fileName: 'photo.jpg', mime: 'image/jpeg' });
      fetcher.start();
      await fetcher.idle();
      const kept = await file(id);
      expect(kept?.state).toBe('refused');
      expect(kept?.why).toContain(why);
    });

    test('of 20 MB is taken, and forty at once are too', async () => {
      const { chat, sent, fetcher, file, said } = fileWorld(database.store);
      const padding = Buffer.alloc(fileBounds.limitBytes - jpeg.length, 1);
      chat.putFile('large', Buffer.concat([jpeg, padding]));
      const ids = [await sent('large')];
      for (let i = 0; i < 40; i += 1) {
        chat.putFile(`ref ${i}`, Buffer.concat([jpeg, Buffer.from([i])]));
        ids.push(await sent(`ref ${i}`));
      }
      fetcher.start();
      await fetcher.idle();
      for (const id of ids) expect((await file(id))?.state).toBe('stored');
      expect((await file(ids[0] as FileId))?.sizeBytes).toBe(fileBounds.limitBytes);
      expect(said).toEqual([]);
    });

    test('is refused unread when it says that it is too large', async () => {
      const { sent, fetcher, file } = fileWorld(database.store);
      const id = await sent('huge', { kind: 'video', sizeBytes: fileBounds.limitBytes + 1 });
      fetcher.start();
      await fetcher.idle();
      expect(await file(id)).toMatchObject({ state: 'refused', why: 'The file is larger than 20 MB' });
    });

    test('that never ends is left where it is too large, and nothing of it stays', async () => {
      const { chat, sent, fetcher, file } = fileWorld(database.store);
      let read = 0;
      let isLeft = false;
      chat.fetchFile = async function* () {
        try {
          for (;;) {
            await Promise.resolve();
            read += 1;
            yield new Uint8Array(1024 * 1024);
          }
        } finally {
          isLeft = true;
        }
      };
      const id = await sent('endless');
      fetcher.start();
      await fetcher.idle();
      expect(await file(id)).toMatchObject({ state: 'refused', why: 'The file is larger than 20 MB' });
      expect([read, isLeft]).toEqual([21, true]);
      expect(await readdir(draftsOf(root))).toEqual([]);
    });

    test('that breaks off on the way is fetched anew, and nothing of the first try stays', async () => {
      const { chat, sent, fetcher, file, clock } = fileWorld(database.store);
      const again = chat.fetchFile.bind(chat);
      chat.putFile('ref', jpeg);
      chat.fetchFile = async function* () {
        await Promise.resolve();
        yield jpeg.subarray(0, 100);
        throw new TransportError('retryable', 'connection reset');
      };
      const id = await sent('ref');
      fetcher.start();
      await fetcher.idle();
      expect(await file(id)).toMatchObject({ state: 'waiting', why: 'connection reset' });
      expect(await readdir(draftsOf(root))).toEqual([]);
      chat.fetchFile = again;
      await clock.advance(10_000);
      expect(await file(id)).toMatchObject({ state: 'stored', sizeBytes: jpeg.length });
    });

    test('waits while the disk is full, which is said once', async () => {
      let full = true;
      const { chat, sent, fetcher, file, clock, log, said } = fileWorld(database.store, (draft, piece) => {
        if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        return draft.writeFile(piece);
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
      expect(said).toEqual(['stuck']);
      full = false;
      await clock.advance(fileBounds.stuckPauseMs);
      for (const id of ids) expect((await file(id))?.state).toBe('stored');
      expect(said).toEqual(['stuck', 'working']);
    });

    test('is fetched again by the next process when one died over it', async () => {
      const first = fileWorld(database.store);
      first.chat.putFile('ref', new TransportError('retryable', 'cut off'));
      const id = await first.sent('ref');
      first.fetcher.start();
      await first.fetcher.idle();
      await first.fetcher.stop();
      const next = fileWorld(database.store);
      next.chat.putFile('ref', jpeg);
      next.fetcher.start();
      await next.clock.advance(fileBounds.holdMs);
      expect((await next.file(id))?.state).toBe('stored');
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

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileTooLargeError } from '../../core/ports/file-store.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import { clearDrafts } from '../../jobs/file-draft.ts';
import { draftsOf, fileStore } from '../../jobs/file-store.ts';
import { fileType, refusalOf } from '../../jobs/file-type.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qunfang-files-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const limit = 1_000;

async function kept(files: FileStore, bytes: Uint8Array): Promise<string> {
  const draft = await files.draft([bytes], limit);
  await draft.keep();
  return draft.sha256;
}

const drafts = (): Promise<string[]> => readdir(draftsOf(root));

describe('a folder of files', () => {
  test('keeps bytes under the name of their content', async () => {
    const files = fileStore(root);
    const sha256 = await kept(files, jpeg);
    expect(sha256).toBe(createHash('sha256').update(jpeg).digest('hex'));
    expect(await files.pathOf(sha256)).toBe(join(root, sha256.slice(0, 2), sha256.slice(2)));
    expect(await readFile((await files.pathOf(sha256)) ?? '')).toEqual(jpeg);
    const opened = await files.open(sha256);
    expect(opened?.sizeBytes).toBe(jpeg.length);
    expect(Buffer.from(await new Response(opened?.bytes).arrayBuffer())).toEqual(jpeg);
  });

  test('removes what is asked for, and nothing else', async () => {
    const files = fileStore(root);
    const [one, other] = [await kept(files, jpeg), await kept(files, Buffer.from('other'))];
    await files.remove(one);
    await files.remove(one);
    await files.remove('../../etc/passwd');
    expect(await files.pathOf(one)).toBeNull();
    expect(await files.pathOf(other)).not.toBeNull();
  });

  test('takes them in as they come, hashing on the way', async () => {
    async function* slowly(): AsyncGenerator<Uint8Array> {
      for (const byte of jpeg) yield await Promise.resolve(Uint8Array.of(byte));
    }
    const draft = await fileStore(root).draft(slowly(), limit);
    expect(draft).toMatchObject({ sizeBytes: jpeg.length });
    expect(draft.sha256).toBe(createHash('sha256').update(jpeg).digest('hex'));
    await draft.discard();
    expect(await drafts()).toEqual([]);
  });

  test('takes no more than it was told', async () => {
    const endless = Array.from({ length: 200 }, () => jpeg);
    await expect(fileStore(root).draft(endless, limit)).rejects.toThrow(FileTooLargeError);
    expect(await drafts()).toEqual([]);
  });

  test('keeps the same bytes once', async () => {
    const files = fileStore(root);
    const sha256 = await kept(files, jpeg);
    expect(await kept(files, jpeg)).toBe(sha256);
    expect((await readdir(root)).toSorted()).toEqual([sha256.slice(0, 2), 'drafts'].toSorted());
    expect(await drafts()).toEqual([]);
  });

  test('has nothing under a name that no content gives', async () => {
    const files = fileStore(root);
    await kept(files, jpeg);
    for (const name of ['', '..', '../../etc/passwd', 'f'.repeat(64), 'drafts']) {
      expect(await files.pathOf(name)).toBeNull();
      expect(await files.open(name)).toBeNull();
    }
  });

  test('leaves nothing half-written behind when the disk is full', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const files = fileStore(root, () => Promise.reject(full));
    await expect(files.draft([jpeg], limit)).rejects.toThrow('no space left');
    expect(await readdir(root)).toEqual(['drafts']);
    expect(await drafts()).toEqual([]);
  });

  test('clears away what a process that died had begun, and nothing that is in hand', async () => {
    const files = fileStore(root);
    const left = await files.draft([jpeg], limit);
    const inHand = await files.draft([jpeg], limit);
    const now = Date.UTC(2026, 10, 22);
    await utimes(left.path, now / 1_000 - 7_200, now / 1_000 - 7_200);
    await utimes(inHand.path, now / 1_000 - 60, now / 1_000 - 60);
    await clearDrafts(draftsOf(root), now);
    expect(await drafts()).toHaveLength(1);
    await inHand.keep();
    expect(await files.pathOf(inHand.sha256)).not.toBeNull();
  });
});

test.each([
  ['a JPEG photo', jpeg, 'image/jpeg'],
  ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
  ['a WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
  ['a photo of an iPhone', Buffer.from('\0\0\0\x20ftypheic', 'latin1'), 'image/heic'],
  ['a film', Buffer.from('\0\0\0\x20ftypisom', 'latin1'), 'video/mp4'],
  ['a voice message', Buffer.from('OggS\0', 'latin1'), 'audio/ogg'],
  ['a WeChat voice message', Buffer.from('\x02#!SILK_V3', 'latin1'), 'audio/silk'],
  ['a PDF', Buffer.from('%PDF-1.7', 'latin1'), 'application/pdf'],
  ['a script', Buffer.from('#!/bin/sh\n', 'latin1'), null],
  ['a page that calls itself a photo', Buffer.from('<html>', 'latin1'), null],
])('%s is known by its bytes', (_what, bytes, mime) => {
  expect(fileType(bytes)).toBe(mime);
});

test('a photo that is not a photo is refused, and why is said', () => {
  expect(refusalOf('photo', 8, 'application/pdf')).toBe('Not a photo: its bytes are application/pdf');
  expect(refusalOf('photo', 6, 'image/gif')).toBe('Not a photo: its bytes are image/gif');
  expect(refusalOf('photo', 5, null)).toBe('Not a photo: its bytes are of no known type');
  expect(refusalOf('photo', 0, null)).toBe('The file is empty');
  expect(refusalOf('photo', jpeg.length, 'image/jpeg')).toBeNull();
  expect(refusalOf('document', 5, null)).toBeNull();
  expect(refusalOf('document', 6, 'image/gif')).toBeNull();
  expect(refusalOf('voice', 12, 'video/mp4')).toBeNull();
});

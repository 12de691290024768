import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileStore } from '../../jobs/file-store.ts';
import { fileType, refusalOf } from '../../jobs/file-type.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qunfang-files-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

test('bytes are kept under the name of their content', async () => {
  const files = fileStore(root);
  const { sha256 } = await files.keep(jpeg);
  expect(sha256).toBe(createHash('sha256').update(jpeg).digest('hex'));
  expect(files.pathOf(sha256)).toBe(join(root, sha256.slice(0, 2), sha256.slice(2)));
  expect(await readFile(files.pathOf(sha256))).toEqual(jpeg);
});

test('the same bytes are kept once', async () => {
  let writes = 0;
  const files = fileStore(root, async (path, bytes) => {
    writes += 1;
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path, bytes);
  });
  await files.keep(jpeg);
  await files.keep(jpeg);
  expect(writes).toBe(1);
});

test('a full disk leaves nothing half-written behind', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const files = fileStore(root, () => Promise.reject(full));
  await expect(files.keep(jpeg)).rejects.toThrow('no space left');
  const [folder] = await readdir(root);
  expect(await readdir(join(root, folder ?? ''))).toEqual([]);
});

test.each([
  ['a JPEG photo', jpeg, 'image/jpeg'],
  ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
  ['a WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
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
  expect(refusalOf('photo', Buffer.from('%PDF-1.7'), 'application/pdf')).toBe(
    'Not a photo: its bytes are application/pdf',
  );
  expect(refusalOf('photo', Buffer.from('hello'), null)).toBe('Not a photo: its bytes are of no known type');
  expect(refusalOf('photo', new Uint8Array(), null)).toBe('The file is empty');
  expect(refusalOf('photo', jpeg, 'image/jpeg')).toBeNull();
  expect(refusalOf('document', Buffer.from('hello'), null)).toBeNull();
  expect(refusalOf('voice', Buffer.from('\0\0\0\x20ftypisom'), 'video/mp4')).toBeNull();
});

import { mkdtemp, readFile, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileStore } from '../../core/ports/file-store.ts';
import { bucketStore, statusOf } from '../../jobs/file-bucket.ts';
import type { Bucket, BucketStore } from '../../jobs/file-bucket.ts';
import { fakeS3, s3Bucket } from '../support/fake-s3.ts';
import type { FakeS3 } from '../support/fake-s3.ts';

let folder: string;
let s3: FakeS3;
let open: BucketStore[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunfang-bucket-'));
  s3 = await fakeS3();
  open = [];
});
afterEach(async () => {
  for (const store of open) store.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const bytes = Buffer.from('照片的字节 '.repeat(5_000));
const limit = 1_000_000;

async function bucket(change: Partial<Bucket> = {}): Promise<BucketStore> {
  const store = await bucketStore({ bucket: { ...s3Bucket, endpoint: s3.endpoint, ...change }, folder, copies: 5 });
  open.push(store);
  return store;
}

async function kept(files: FileStore, content: Uint8Array = bytes): Promise<string> {
  const draft = await files.draft([content], limit);
  await draft.keep();
  return draft.sha256;
}

async function contentOf(files: FileStore, sha256: string): Promise<Buffer | null> {
  const opened = await files.open(sha256);
  return opened === null ? null : Buffer.from(await new Response(opened.bytes).arrayBuffer());
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail('it was taken'),
    (error: unknown) => error,
  );

describe('a bucket', () => {
  test('keeps bytes under the name of their content, below its prefix', async () => {
    const files = await bucket();
    const sha256 = await kept(files);
    expect([...s3.objects]).toEqual([[`zone/files/${sha256.slice(0, 2)}/${sha256.slice(2)}`, bytes]]);
    expect(await contentOf(files, sha256)).toEqual(bytes);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
  });

  test('removes what is asked for, and its copy on this machine', async () => {
    const files = await bucket();
    const sha256 = await kept(files);
    expect(await files.pathOf(sha256)).not.toBeNull();
    await files.remove(sha256);
    await files.remove('../else');
    expect([...s3.objects]).toEqual([]);
    expect(await files.pathOf(sha256)).toBeNull();
  });

  test('keeps an empty file and one of 20 MB', async () => {
    const files = await bucket({ prefix: '' });
    const large = Buffer.alloc(20 * 1024 * 1024, 7);
    const draft = await files.draft([large], large.length);
    await draft.keep();
    expect((await contentOf(files, draft.sha256))?.equals(large)).toBe(true);
    expect(await contentOf(files, await kept(files, Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  test('has nothing that was not put there, and is not asked for names that no content gives', async () => {
    const files = await bucket();
    expect(await files.open('f'.repeat(64))).toBeNull();
    expect(await files.pathOf('f'.repeat(64))).toBeNull();
    const asked = s3.requests.length;
    expect(await files.open('../secret')).toBeNull();
    expect(await files.pathOf('..')).toBeNull();
    expect(s3.requests).toHaveLength(asked);
  });

  test('is copied to this machine for what sends from disk, once', async () => {
    const files = await bucket();
    const sha256 = await kept(files);
    const path = (await files.pathOf(sha256)) ?? '';
    expect(await readFile(path)).toEqual(bytes);
    const asked = s3.requests.length;
    expect(await files.pathOf(sha256)).toBe(path);
    expect(s3.requests).toHaveLength(asked);
  });

  test('does not fill this machine: copies that were used long ago go first', async () => {
    const files = await bucket();
    const first = (await files.pathOf(await kept(files))) ?? '';
    await utimes(first, 1, 1);
    const names = Array.from({ length: 4 }, (_, at) => Buffer.from(`copy ${String(at)}`));
    for (const name of names) await files.pathOf(await kept(files, name));
    expect(await readFile(first)).toEqual(bytes);
    await utimes(first, 1, 1);
    await files.pathOf(await kept(files, Buffer.from('one more')));
    const there = await readdir(join(folder, 'copies'));
    expect(there).toHaveLength(5);
    await expect(readFile(first)).rejects.toThrow('ENOENT');
  });

  test('whose bytes have changed gives no copy', async () => {
    const files = await bucket();
    const sha256 = await kept(files);
    s3.rot();
    await expect(files.pathOf(sha256)).rejects.toThrow('other bytes');
    expect(await readdir(join(folder, 'copies'))).toEqual([]);
    expect(await files.pathOf(sha256)).not.toBeNull();
  });

  test('signs a session token along', async () => {
    const files = await bucket({ sessionToken: 'a/session+token=' });
    expect(await contentOf(files, await kept(files))).toEqual(bytes);
  });

  test.each([
    ['a wrong secret', { secretAccessKey: 'not the secret' }, 403],
    ['an unknown key', { accessKeyId: 'NOBODY' }, 403],
    ['a bucket that is not there', { name: 'nowhere' }, 404],
    ['another region', { region: 'eu-west-1' }, 400],
  ])('refuses %s, and says so when it is asked at the start', async (_what, change, status) => {
    const files = await bucket(change);
    expect(statusOf(await failure(files.check()))).toBe(status);
    expect(s3.objects.size).toBe(0);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
  });

  test('is fine with a right key', async () => {
    await expect((await bucket()).check()).resolves.toBeUndefined();
  });

  test('that does not answer leaves nothing half-kept, and takes the same bytes later', async () => {
    const files = await bucket();
    s3.fail('cut', 100);
    const error = await failure(kept(files));
    expect(statusOf(error) ?? 0).toBeLessThan(400);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
    s3.heal();
    expect(await contentOf(files, await kept(files))).toEqual(bytes);
  });

  test('that is asked too much is asked again, and gives what was put there', async () => {
    const files = await bucket();
    const sha256 = await kept(files);
    s3.fail(503, 2);
    expect(await contentOf(files, sha256)).toEqual(bytes);
  });

  test('never tells its secret in an error', async () => {
    const files = await bucket({ name: 'nowhere' });
    const error = await failure(kept(files));
    const words = `${String(error)} ${JSON.stringify(error)} ${String((error as Error).stack)}`;
    expect(words).not.toContain(s3Bucket.secretAccessKey);
  });
});

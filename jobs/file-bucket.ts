import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import type { FileStore, OpenFile } from '../core/ports/file-store.ts';
import { takeDraft } from './file-draft.ts';
import type { WritePiece } from './file-draft.ts';
import { draftsOf, isName, openPath } from './file-store.ts';

/** A store that speaks S3, and where in it files lie. */
export interface Bucket {
  name: string;
  /** Before the names of files, without a slash at either end; '' for none. */
  prefix: string;
  region: string;
  /** Null: Amazon's own. */
  endpoint: string | null;
  /** `path`: bucket in the path of addresses, as MinIO wants it; `host`: before the host's name, as Amazon, OSS and COS want it. */
  style: 'path' | 'host';
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | null;
}

/** A file store in a bucket, which can be asked before anything depends on it. */
export interface BucketStore extends FileStore {
  /** @throws the client's error when the bucket is not there, refuses, or cannot be reached */
  check(): Promise<void>;
  close(): void;
}

/** What a bucket's store stands on. `folder` is on this machine: for drafts, and for copies that platforms send from disk. */
export interface BucketOptions {
  bucket: Bucket;
  folder: string;
  /** How many copies are held on this machine. */
  copies?: number;
  write?: WritePiece;
}

export const bucketBounds = {
  connectMs: 5_000,
  answerMs: 60_000,
  tries: 3,
  /** Copies on this machine; the one that was used longest ago goes first. */
  copies: 500,
} as const;

type S3 = typeof import('@aws-sdk/client-s3');

/** Keeps files in a bucket, each under `<prefix>/ab/cdef…`. The client's 30 MB are loaded here, with the first use of a bucket. */
export async function bucketStore(options: BucketOptions): Promise<BucketStore> {
  const s3 = await import('@aws-sdk/client-s3');
  const client = clientOf(s3, options.bucket);
  const at = (sha256: string) => ({ Bucket: options.bucket.name, Key: keyOf(options.bucket, sha256) });
  const fetched = async (sha256: string): Promise<OpenFile | null> => {
    if (!isName(sha256)) return null;
    try {
      const { Body, ContentLength } = await client.send(new s3.GetObjectCommand(at(sha256)));
      if (Body === undefined) throw new Error('The bucket answered without a body');
      return { sizeBytes: ContentLength ?? 0, bytes: Body.transformToWebStream() as OpenFile['bytes'] };
    } catch (error) {
      if (error instanceof s3.NoSuchKey || statusOf(error) === 404) return null;
      throw error;
    }
  };
  const store: FileStore = {
    open: fetched,
    remove: async (sha256) => {
      if (!isName(sha256)) return;
      await client.send(new s3.DeleteObjectCommand(at(sha256)));
      await rm(join(options.folder, 'copies', sha256), { force: true });
    },
    pathOf: (sha256) => copyOf(options, sha256, () => fetched(sha256)),
    draft: (...source) =>
      takeDraft(
        {
          folder: draftsOf(options.folder),
          keep: async ({ path, sha256, sizeBytes }) => {
            const body = createReadStream(path);
            const put = new s3.PutObjectCommand({
              ...at(sha256),
              Body: body,
              ContentLength: sizeBytes,
              ContentType: 'application/octet-stream',
            });
            // The hash is known: signed along, it makes the store itself refuse bytes that changed on the way.
            put.middlewareStack.add(
              (next) => (call) => {
                (call.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
                return next(call);
              },
              { step: 'build', name: 'contentHash' },
            );
            try {
              await client.send(put);
            } finally {
              body.destroy();
            }
          },
          ...(options.write === undefined ? {} : { write: options.write }),
        },
        ...source,
      ),
  };
  return { ...store, check: () => check(store), close: () => client.destroy() };
}

/** Rights to a bucket can be of many kinds; whether it takes bytes and gives them back is what counts. */
async function check(store: FileStore): Promise<void> {
  const draft = await store.draft([new TextEncoder().encode('qunfang can write here\n')], 100);
  await draft.keep();
  const kept = await store.open(draft.sha256);
  if (kept === null) throw new Error('The bucket does not give back what it took');
  await kept.bytes.cancel();
}

const silent = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };
function quiet(): void {
  return undefined;
}

function clientOf(s3: S3, bucket: Bucket): S3Client {
  return new s3.S3Client({
    region: bucket.region,
    ...(bucket.endpoint === null ? {} : { endpoint: bucket.endpoint }),
    forcePathStyle: bucket.style === 'path',
    credentials: {
      accessKeyId: bucket.accessKeyId,
      secretAccessKey: bucket.secretAccessKey,
      ...(bucket.sessionToken === null ? {} : { sessionToken: bucket.sessionToken }),
    },
    // What fails is thrown and logged by whoever asked; by itself the client would write to the console.
    logger: silent,
    maxAttempts: bucketBounds.tries,
    requestHandler: { connectionTimeout: bucketBounds.connectMs, requestTimeout: bucketBounds.answerMs },
    // The checksums that Amazon added in 2025 are refused by other stores; the signature covers the content anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function keyOf({ prefix }: Bucket, sha256: string): string {
  return [...(prefix === '' ? [] : [prefix]), sha256.slice(0, 2), sha256.slice(2)].join('/');
}

/** The HTTP status that an error of the client came with. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return null;
  const { $metadata: metadata } = error;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return null;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}

/** A copy on this machine, fetched when it is first asked for. */
async function copyOf(
  { folder, copies: most = bucketBounds.copies }: BucketOptions,
  sha256: string,
  fetched: () => Promise<OpenFile | null>,
): Promise<string | null> {
  const copies = join(folder, 'copies');
  const path = join(copies, sha256);
  if (isName(sha256) && (await isThere(path))) return path;
  const file = await fetched();
  if (file === null) return null;
  await mkdir(copies, { recursive: true });
  const draft = await takeDraft(
    { folder: draftsOf(folder), keep: (taken) => rename(taken.path, path) },
    file.bytes,
    Infinity,
  );
  if (draft.sha256 !== sha256) {
    await draft.discard();
    throw new Error('The bucket holds other bytes than were kept');
  }
  await draft.keep();
  await forgetOldest(copies, most);
  return path;
}

/** Looks, and notes that it was looked for. */
async function isThere(path: string): Promise<boolean> {
  const file = await openPath(path);
  if (file === null) return false;
  await file.bytes.cancel();
  const { atime } = await stat(path);
  await utimes(path, atime, atime);
  return true;
}

async function forgetOldest(copies: string, most: number): Promise<void> {
  const names = await readdir(copies);
  if (names.length <= most) return;
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(copies, name))).mtimeMs })));
  const oldest = aged.toSorted((a, b) => a.at - b.at).slice(0, names.length - most);
  await Promise.all(oldest.map(({ name }) => rm(join(copies, name), { force: true })));
}

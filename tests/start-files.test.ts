import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import { filesFinding, keptPath, startFiles } from '../start-files.ts';
import type { Files } from '../start-files.ts';
import { readableLog } from './jobs/outbox-world.ts';
import { fakeClock } from './support/clock.ts';
import { fakeS3, s3Bucket } from './support/fake-s3.ts';
import type { FakeS3 } from './support/fake-s3.ts';

let dataFolder: string;
let s3: FakeS3;
let opened: Files[];
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'qunfang-start-'));
  s3 = await fakeS3();
  opened = [];
});
afterEach(async () => {
  for (const files of opened) files.close();
  await s3.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const log = readableLog();
const bucket = (change: object = {}): Config['files'] => ({
  kind: 'bucket',
  ...s3Bucket,
  endpoint: s3.endpoint,
  ...change,
});

async function start(files: Config['files']): Promise<Files> {
  const started = await startFiles({ config: { files }, dataFolder, clock: fakeClock(), log });
  opened.push(started);
  return started;
}

const bytes = Buffer.from('a photo');

it.each([
  ['beside the database, where nothing is said', (): Config['files'] => null],
  ['in the folder that is named', (): Config['files'] => ({ kind: 'folder', path: join(dataFolder, 'elsewhere') })],
  ['in the bucket that is named', (): Config['files'] => bucket()],
])('files are kept %s, and are there after the next start', async (_where, files) => {
  const path = await keptPath(await start(files()), bytes);
  expect(path?.startsWith(dataFolder)).toBe(true);
  const sha256 =
    /([0-9a-f]{2})\/?([0-9a-f]{62})$/
      .exec(path ?? '')
      ?.slice(1)
      .join('') ?? '';
  const kept = await (await start(files())).open(sha256);
  expect(Buffer.from(await new Response(kept?.bytes).arrayBuffer())).toEqual(bytes);
});

it.each([
  ['a secret that is not right', { secretAccessKey: 'not-the-secret' }, 403],
  ['a bucket that is not there', { name: 'nowhere' }, 404],
])('%s stops the start with one line that names the setting', async (_what, change, status) => {
  const failure: unknown = await start(bucket(change)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect((failure as Error).message).toBe(`FILES_URL: the bucket answers ${String(status)}`);
  expect(JSON.stringify(failure)).not.toContain('not-the-secret');
});

it('a bucket that does not answer is waited for', async () => {
  s3.fail('cut', 100);
  const files = await start(bucket());
  expect(log.lines.at(-1)).toMatchObject({ level: 'error' });
  s3.heal();
  expect(await keptPath(files, bytes)).not.toBeNull();
});

it('the command hears that files cannot be kept, and that they can be again', () => {
  expect(filesFinding('stuck', 'no space left')).toMatchObject({ code: 'files_stuck', detail: 'no space left' });
  expect(filesFinding('working', '')).toMatchObject({ code: 'files_kept', severity: 'info' });
});

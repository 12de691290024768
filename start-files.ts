import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { FileStore } from './core/ports/file-store.ts';
import type { Finding } from './core/notice.ts';
import type { Log } from './core/ports/log.ts';
import { bucketStore, statusOf } from './jobs/file-bucket.ts';
import { clearDrafts } from './jobs/file-draft.ts';
import { draftsOf, fileStore } from './jobs/file-store.ts';

/** Where files are kept while the program runs. */
export interface Files extends FileStore {
  close(): void;
}

/** What the start needs to find the place of files. */
export interface FilesStart {
  config: Pick<Config, 'files'>;
  dataFolder: string;
  clock: Clock;
  log: Log;
}

/** Opens the place where files are kept. @throws Error with one line that names FILES_URL when the bucket refuses */
export async function startFiles({ config, dataFolder, clock, log }: FilesStart): Promise<Files> {
  const folder = config.files?.kind === 'folder' ? config.files.path : join(dataFolder, 'files');
  if (config.files?.kind !== 'bucket') {
    await clearDrafts(draftsOf(folder), clock.now());
    return { ...fileStore(folder), close: () => undefined };
  }
  const store = await bucketStore({ bucket: config.files, folder });
  await clearDrafts(draftsOf(folder), clock.now());
  try {
    await store.check();
  } catch (error) {
    const status = statusOf(error);
    // A store that is down now may be up when the first photo comes; one that says no will go on saying so.
    if (status !== null && status >= 300 && status < 500)
      throw new Error(`FILES_URL: the bucket answers ${String(status)}`, { cause: error });
    log.error({ err: error }, 'The store of FILES_URL does not answer; files wait until it does');
  }
  return store;
}

/** Keeps bytes and says where they lie on this machine; null when they are gone already. */
export async function keptPath(files: FileStore, bytes: Uint8Array): Promise<string | null> {
  const draft = await files.draft([bytes], bytes.length);
  await draft.keep();
  return files.pathOf(draft.sha256);
}

/** What the command is told of the place of files. It belongs to no platform; the finding wants one. */
export function filesFinding(state: 'stuck' | 'working', why: string): Finding {
  return state === 'stuck'
    ? { platform: 'web', code: 'files_stuck', severity: 'error', detail: why }
    : { platform: 'web', code: 'files_kept', severity: 'info', detail: '' };
}

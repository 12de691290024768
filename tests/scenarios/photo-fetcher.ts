import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { settleFile } from '../../handlers/incident/settle-file.ts';
import { fileFetcher, type FileFetcher } from '../../jobs/fetch-files.ts';
import { fileStore } from '../../jobs/file-store.ts';
import { readPhoto } from '../../jobs/read-photo.ts';
import { quietLog } from '../support/quiet.ts';
import { closeStages, type Stage } from './stage.ts';

/** Fetches, in each test of this file, what people send on a stage, into a folder of its own. */
export interface PhotoFetcher {
  /** Begins to fetch for this stage; once a test. */
  start(stage: Stage): void;
}

/** The program's own fetcher, for stories in which photos matter. It ends with the test, and the stages with it. */
export function photoFetcher(): PhotoFetcher {
  let root = '';
  let fetcher: FileFetcher | null = null;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'qunfang-story-'));
    fetcher = null;
  });
  afterEach(async () => {
    await fetcher?.stop();
    await closeStages();
    await rm(root, { recursive: true, force: true });
  });
  return {
    start: (stage) => {
      const started = fileFetcher({
        store: stage.store,
        alarm: stage.clock,
        adapters: Object.values(stage.chats),
        files: fileStore(root),
        readPhoto,
        settled: (tx, file) => settleFile(stage.bot.workIn(tx), file),
        onStore: () => undefined,
        log: quietLog,
      });
      fetcher = started;
      stage.clock.settle(() => started.idle());
      started.start();
    },
  };
}

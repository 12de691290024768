import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { wallClock } from './core/clock.ts';
import { openToRotate } from './db/open-store.ts';
import { wallAlarm } from './jobs/alarm.ts';
import { resealFiles } from './jobs/reseal-files.ts';
import { sealedFiles } from './jobs/sealed-files.ts';
import { programLog } from './program-log.ts';
import { startFiles } from './start-files.ts';
import { dataFolderOf, dataKeys } from './start-keys.ts';

/** The command line of data keys: `npm run keys -- new` draws one, `npm run keys -- rotate` seals everything anew with the first. */

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (error: unknown): void =>
  void process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);

try {
  process.exitCode = await run(process.argv[2]);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

async function run(verb: string | undefined): Promise<number> {
  if (verb === 'rotate') return rotate();
  if (verb !== 'new') {
    complain('usage: npm run keys -- new|rotate');
    return 2;
  }
  print(randomBytes(32).toString('base64'));
  return 0;
}

async function rotate(): Promise<number> {
  const config = readConfig();
  const { keys } = dataKeys(config);
  if (keys.length === 0) throw new Error('DATA_KEYS: expected the new key and after it the old one');
  const { store, rotation } = await openToRotate(config.databaseUrl, { keys, onError: complain });
  const dataFolder = dataFolderOf(config);
  const alarm = wallAlarm(wallClock);
  const files = await startFiles({ config, dataFolder, clock: wallClock, log: programLog('error') });
  try {
    const sealed = await sealedFiles({ files, sealing: store.sealing, folder: join(dataFolder, 'opened'), alarm });
    const rows = await rotation.rows((count) => print(`sealed anew: ${count} rows`));
    const kept = await resealFiles({ store, sealed }, (count) => print(`sealed anew: ${count} files`));
    await rotation.end();
    const data = { rows, files: kept };
    const at = wallClock.now();
    await store.transaction((tx) =>
      tx.trace.append({ subject: 'zone', what: 'keys_rotated', actorId: null, at, data }),
    );
    print(`done: ${rows} rows and ${kept} files were sealed anew; only the first key is needed from now on`);
    return 0;
  } finally {
    files.close();
    await store.close();
  }
}

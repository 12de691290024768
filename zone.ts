import { createHash, getRandomValues } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { runTableCommand } from './bot/table-command.ts';
import { runZoneCommand, type OpenStore } from './bot/zone-command.ts';
import { readConfig } from './config.ts';
import { wallClock } from './core/clock.ts';
import { randomIds } from './core/ids.ts';
import { openStore } from './db/open-store.ts';
import { readTable } from './jobs/tables/read-table.ts';
import { writeTable } from './jobs/tables/write-table.ts';
import { dataKeys } from './start-keys.ts';
import { placeSheets } from './web/pages/place-sheets.ts';

/** The command line of zone files, `npm run zone -- check|import|export|qr FILE`, and of tables, `… table export|import TABLE FILE`. */

const complain = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
};

const openZone: OpenStore = (access) => {
  const config = readConfig();
  return openStore(config.databaseUrl, { ...dataKeys(config), access, onError: complain });
};
const io = {
  out: (line: string) => process.stdout.write(`${line}\n`),
  err: (line: string) => process.stderr.write(`${line}\n`),
  clock: wallClock,
  ids: randomIds((bytes) => getRandomValues(bytes)),
};
const [verb, ...words] = process.argv.slice(2);

try {
  process.exitCode =
    verb === 'table'
      ? await runTableCommand(
          words,
          { ...io, readTable, writeTable, hash: (text) => createHash('sha256').update(text).digest('hex') },
          openZone,
        )
      : await runZoneCommand(
          process.argv.slice(2),
          {
            ...io,
            readFile: (path) => readFile(path),
            writeFile: async (path, text) => {
              await writeFile(`${path}.new`, text);
              await rename(`${path}.new`, path);
            },
            fingerprint: (bytes) => createHash('sha256').update(bytes).digest('hex'),
            publicUrl: () => readConfig().publicUrl,
            placeSheets: async (...sheets) => String(await placeSheets(...sheets)),
          },
          openZone,
        );
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

import { createHash, getRandomValues } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { runZoneCommand } from './bot/zone-command.ts';
import { readConfig } from './config.ts';
import { wallClock } from './core/clock.ts';
import { randomIds } from './core/ids.ts';
import { openStore } from './db/open-store.ts';
import { placeSheets } from './web/pages/place-sheets.ts';

/** The command line of zone files: `npm run zone -- check|import|export|qr FILE`. */

const complain = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
};

try {
  process.exitCode = await runZoneCommand(
    process.argv.slice(2),
    {
      out: (line) => process.stdout.write(`${line}\n`),
      err: (line) => process.stderr.write(`${line}\n`),
      readFile: (path) => readFile(path),
      writeFile: async (path, text) => {
        await writeFile(`${path}.new`, text);
        await rename(`${path}.new`, path);
      },
      fingerprint: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      clock: wallClock,
      ids: randomIds((bytes) => getRandomValues(bytes)),
      publicUrl: () => readConfig().publicUrl,
      placeSheets: async (...sheets) => String(await placeSheets(...sheets)),
    },
    (access) => openStore(readConfig().databaseUrl, { access, onError: complain }),
  );
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

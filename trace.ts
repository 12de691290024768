import { readConfig } from './config.ts';
import { openStore } from './db/open-store.ts';

/** The command line of the trace: `npm run trace -- verify` recomputes every hash chain and names what does not fit. */

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (error: unknown): void =>
  void process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);

try {
  process.exitCode = process.argv[2] === 'verify' ? await verify() : usage();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

async function verify(): Promise<number> {
  // The chains can be checked without the keys, on a backup as well.
  const store = await openStore(readConfig().databaseUrl, { keys: [], access: 'read', onError: complain });
  try {
    const { entries, broken } = await store.read.trace.verify();
    for (const { subject, n, why } of broken) print(`broken: ${subject} entry ${n}: ${why}`);
    print(broken.length === 0 ? `ok: ${entries} entries, every chain holds` : `${broken.length} of ${entries} broken`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

function usage(): number {
  complain('usage: npm run trace -- verify');
  return 2;
}

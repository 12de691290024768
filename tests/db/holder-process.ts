import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../db/open-store.ts';
import { inboxEntryOf } from './samples.ts';
import { testKeys } from '../support/keys.ts';

/**
 * Runs as a process of its own: opens the store at the URL and says `open`. Told to work, it takes updates as fast as it
 * can, eight at a time, and says the number of each when, and only when, it is committed. It is meant to be killed.
 */
const [url = '', task] = process.argv.slice(2);
const store = await openStore(url, { keys: testKeys, onError: (error) => console.error(error) });
process.stdout.write('open\n');

if (task === 'work') {
  let next = 0;
  const work = async () => {
    while (next < 1_000_000) {
      const n = (next += 1);
      await store.transaction(async (tx) => {
        await tx.inbox.add([inboxEntryOf(String(n), { state: 'failed', reference: String(n) })]);
      });
      process.stdout.write(`${String(n)}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
} else {
  await pause(60_000);
}

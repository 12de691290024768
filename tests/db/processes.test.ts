import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../db/open-store.ts';
import { newFile, newSchema } from '../support/stores.ts';
import { knownRoom, noticeOf, now, timerOf } from './samples.ts';
import { testKeys } from '../support/keys.ts';

const program = new URL('holder-process.ts', import.meta.url).pathname;
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Another process that has the store open. */
async function holder(url: string, task = 'hold') {
  const child = spawn(process.execPath, [program, url, task], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => killed(child));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect(await lines.next()).toEqual({ value: 'open', done: false });
  return { child, lines };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function opened(url: string, access: 'read' | 'write' = 'write') {
  const store = await openStore(url, { keys: testKeys, access, onError: (error) => expect.fail(String(error)) });
  cleanups.push(() => store.close());
  return store;
}

describe('a process that is killed', () => {
  test.each([
    ['SQLite', newFile],
    ['PostgreSQL', newSchema],
  ])('loses nothing that it had acknowledged, on %s', async (_, newPlace) => {
    const place = newPlace();
    cleanups.push(place.remove);
    const { child, lines } = await holder(place.url, 'work');
    const acknowledged: string[] = [];
    for await (const line of lines) {
      acknowledged.push(line);
      if (acknowledged.length === 500) child.kill('SIGKILL');
    }
    const store = await opened(place.url);
    const kept = new Set((await store.read.inbox.failed(1_000_000)).map(({ reference }) => reference));
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    expect(kept.size).toBeGreaterThanOrEqual(500);
  });
});

describe('an SQLite file', () => {
  test('belongs to one process, until that one is gone, however it went', async () => {
    const place = newFile();
    cleanups.push(place.remove);
    const { child } = await holder(place.url);
    const file = place.url.slice('file:'.length);
    const refusal = `DATABASE_URL: ${file} is in use by another process; stop that one first`;
    await expect(opened(place.url)).rejects.toThrow(refusal);
    await killed(child);
    const store = await opened(place.url);
    await expect(opened(place.url)).rejects.toThrow(refusal);
    await store.close();
    await opened(place.url);
  });

  test('gives back at once what the process before had in hand', async () => {
    const place = newFile();
    cleanups.push(place.remove);
    const before = await opened(place.url);
    const room = await knownRoom(before);
    const ask = { now, leaseUntil: now + 600_000, lease: 'before', limit: 10 };
    await before.transaction(async (tx) => {
      await tx.outbox.add([noticeOf(room.id)]);
      await tx.timers.set(timerOf('a'));
      await tx.outbox.claimLanes({ ...ask, platforms: ['telegram'] });
      await tx.timers.claimDue(ask);
    });
    await before.close();
    const after = await opened(place.url);
    const again = { ...ask, now: now + 1, lease: 'after' };
    const claimed = await after.transaction(async (tx) => ({
      notices: await tx.outbox.claimLanes({ ...again, platforms: ['telegram'] }),
      timers: await tx.timers.claimDue(again),
    }));
    expect(claimed.notices).toMatchObject([{ takenOver: true }]);
    expect(claimed.timers).toMatchObject([{ subject: 'a' }]);
  });

  test('can be looked at beside the process that writes it, but not changed', async () => {
    const place = newFile();
    cleanups.push(place.remove);
    const { lines } = await holder(place.url, 'work');
    await lines.next();
    const looking = await opened(place.url, 'read');
    expect((await looking.read.inbox.failed(1)).length).toBe(1);
    await expect(looking.transaction(() => Promise.resolve())).rejects.toThrow('open only to be read');
  });

  test('that is not there cannot be looked at', async () => {
    await expect(opened('file:/nowhere/zone.db', 'read')).rejects.toThrow(/directory does not exist/);
  });
});

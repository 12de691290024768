import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { wallClock } from '../../core/clock.ts';
import type { Store } from '../../core/ports/store.ts';
import { openStore } from '../../db/open-store.ts';
import { senderBounds } from '../../jobs/sending-rules.ts';
import { fakeClock } from '../support/clock.ts';
import { eachEngine, newFile, newSchema } from '../support/stores.ts';
import { outboxWorld } from './outbox-world.ts';
import type { OutboxWorld } from './outbox-world.ts';
import { testKeys } from '../support/keys.ts';

const afterLease = senderBounds.leaseMs + 1_000;

/** Claims what is due as a worker that then dies. */
async function claimAndDie({ store, clock }: OutboxWorld, now = clock.now()): Promise<void> {
  const ask = {
    platforms: ['telegram'] as const,
    now,
    leaseUntil: now + senderBounds.leaseMs,
    lease: 'dead',
    limit: 9,
  };
  await store.transaction((tx) => tx.outbox.claimLanes(ask));
}

describe('a sender that was killed', () => {
  test.each([
    ['sqlite', newFile],
    ['postgres', newSchema],
  ])('between the platform’s work and its own note does not lead to a second order, on %s', async (_engine, place) => {
    const { url, remove } = place();
    const script = fileURLToPath(new URL('crashing-sender.ts', import.meta.url));
    const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('sent\n');
    child.kill('SIGKILL');
    await once(child, 'close');

    const store = await openStore(url, { keys: testKeys, onError: (error) => expect.unreachable(String(error)) });
    const { chat, clock, sender, settled } = outboxWorld(store, { clock: fakeClock(wallClock.now()) });
    sender.start();
    await clock.advance(afterLease);
    expect(chat.sends).toEqual([]);
    expect(settled).toMatchObject([{ says: 'order 1', outcome: { kind: 'unknown' } }]);
    await sender.stop();
    await store.close();
    await remove();
  });

  eachEngine((database) => {
    test('keeps the room until its lease ends; then the rest of the room goes on', async () => {
      const world = outboxWorld(database.store);
      await world.queue('li', 'order 1', { priority: 'order' });
      await claimAndDie(world);
      await world.say('li', 'hello');
      await world.clock.advance(senderBounds.leaseMs - 1);
      expect(world.chat.sends).toEqual([]);
      await world.clock.advance(1_001);
      expect(world.chat.said('li')).toEqual(['hello']);
      expect(await world.states('li')).toEqual(['unknown', 'sent']);
    });

    test('had an answer and a card in hand, which are said after all', async () => {
      const world = outboxWorld(database.store);
      await world.queue('resident', 'call 119', { priority: 'answer' });
      await world.queue('group', 'a fire', { priority: 'card', slot: 'card' });
      await claimAndDie(world);
      world.sender.wake();
      await world.clock.advance(afterLease);
      expect(world.chat.said('resident')).toEqual(['call 119']);
      expect(world.chat.said('group')).toEqual(['a fire']);
    });

    test('again and again by what it was to say leaves that alone in the end', async () => {
      const world = outboxWorld(database.store);
      await world.queue('resident', 'poison');
      for (const deaths of [0, 1, 2, 3]) await claimAndDie(world, world.clock.now() + deaths * afterLease);
      world.sender.wake();
      await world.clock.advance(4 * afterLease);
      expect(world.chat.sends).toEqual([]);
      expect(await world.states('resident')).toEqual(['unknown']);
    });

    test('had an edit in hand, which is made again', async () => {
      const world = outboxWorld(database.store);
      await world.say('group', 'seats 0', { priority: 'card', slot: 'card' });
      await world.clock.advance(2_000);
      await world.queue('group', 'seats 1', { priority: 'card', slot: 'card' });
      await claimAndDie(world);
      await world.clock.advance(afterLease);
      expect(world.chat.said('group')).toEqual(['seats 0', 'seats 1']);
      expect(await world.states('group')).toEqual(['sent', 'sent']);
    });

    test('and comes back late changes nothing any more', async () => {
      const world = outboxWorld(database.store);
      const release = world.chat.hold('li');
      await world.say('li', 'order 1', { priority: 'order' });
      await expect.poll(() => world.chat.sends.length).toBe(1);
      const other = outboxWorld(database.store, { clock: fakeClock(world.clock.now() + afterLease) });
      other.sender.wake();
      await other.sender.idle();
      expect(other.settled).toMatchObject([{ outcome: { kind: 'unknown' } }]);
      release();
      await world.sender.idle();
      expect(world.settled).toEqual([]);
      expect(await world.states('li')).toEqual(['unknown']);
    });
  });
});

describe('what follows from a send', () => {
  eachEngine((database) => {
    test('is written together with its outcome, or neither is', async () => {
      let broken = true;
      const world = outboxWorld(database.store, {
        settle: async (tx) => {
          await tx.settings.put('followed', true);
          if (broken) throw new Error('not now');
        },
      });
      await world.say('li', 'order 1', { priority: 'order' });
      await world.sender.idle();
      expect(await world.states('li')).toEqual(['waiting']);
      expect(await database.store.read.settings.get('followed')).toBeNull();
      broken = false;
      await world.clock.advance(senderBounds.storePauseMs);
      expect(await world.states('li')).toEqual(['sent']);
      expect(await database.store.read.settings.get('followed')).toBe(true);
      expect(world.chat.sends).toHaveLength(1);
    });

    test('is given up after three failures, so that what was sent is not forgotten', async () => {
      const world = outboxWorld(database.store, { settle: () => Promise.reject(new Error('a mistake')) });
      await world.say('li', 'order 1', { priority: 'order' });
      await world.say('chen', 'hello');
      for (let i = 0; i < 12 && (await world.states('li'))[0] !== 'sent'; i += 1)
        await world.clock.advance(senderBounds.storePauseMs);
      expect(await world.states('li')).toEqual(['sent']);
      expect(world.chat.sends).toHaveLength(2);
      expect(world.log.lines.at(-1)?.level).toBe('error');
    });

    test('holds up no other room when it fails', async () => {
      const world = outboxWorld(database.store, {
        settle: (_tx, claim) =>
          claim.room.externalId === 'li' ? Promise.reject(new Error('a mistake')) : Promise.resolve(),
      });
      await world.queue('li', 'order 1', { priority: 'order' });
      for (const says of ['one', 'two', 'three']) await world.queue('chen', says);
      world.sender.wake();
      await world.sender.idle();
      expect(await world.states('chen')).toEqual(['sent', 'sent', 'sent']);
      expect(await world.states('li')).toEqual(['waiting']);
    });

    test('waits while the store is away, and nothing is sent twice', async () => {
      let away = true;
      const world = outboxWorld(flaky(database.store, () => away));
      away = false;
      await world.queue('li', 'order 1', { priority: 'order' });
      const release = world.chat.hold('li');
      world.sender.wake();
      await expect.poll(() => world.chat.sends.length).toBe(1);
      away = true;
      release();
      await expect.poll(() => world.log.lines.some(({ level }) => level === 'error')).toBe(true);
      away = false;
      await world.clock.advance(5_000);
      expect(await world.states('li')).toEqual(['sent']);
      expect(world.chat.sends).toHaveLength(1);
    });
  });
});

/** The store, except while it is away. */
function flaky(store: Store, isAway: () => boolean): Store {
  const gone = new Error('the database is away');
  return {
    read: store.read,
    sealing: store.sealing,
    transaction: (run) => (isAway() ? Promise.reject(gone) : store.transaction(run)),
    wipe: () => store.wipe(),
    notify: (word) => store.notify(word),
    listen: (hear) => store.listen(hear),
    onLost: (hear) => store.onLost(hear),
    close: () => store.close(),
  };
}

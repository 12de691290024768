import { describe, expect, test, vi } from 'vitest';
import { TransportError } from '../../core/error.ts';
import type { FileId, NoticeId } from '../../core/ids.ts';
import type { Render } from '../../jobs/send-notice.ts';
import { eachEngine, freshDatabase } from '../support/stores.ts';
import { outboxWorld, queuedNotice, sayText } from './outbox-world.ts';

const noAnswer = (): TransportError => new TransportError('unknown', 'the answer was lost');
const down = (): TransportError => new TransportError('retryable', 'no connection');
const tooFast = (retryAfterMs: number): TransportError => new TransportError('retryable', 'too many', { retryAfterMs });

describe('the outbox', () => {
  eachEngine((database) => {
    test('what was queued is sent once, and its message can be found again', async () => {
      const { store, chat, say, sender, states, room, settled } = outboxWorld(database.store);
      await say('li', 'hello', { replyTo: '7' });
      await sender.idle();
      expect(chat.said('li')).toEqual(['hello']);
      expect(chat.sends[0]?.outgoing).toMatchObject({ replyTo: '7', edit: null });
      expect(await states('li')).toEqual(['sent']);
      expect(settled).toMatchObject([{ says: 'hello', outcome: { kind: 'sent', messageId: '1' } }]);
      const notice = await store.read.outbox.sentAs((await room('li')).id, '1');
      expect(notice).toMatchObject({ reference: 'hello' });
    });

    test('an outcome is kept soon, though nothing else is written', async () => {
      const { say, states } = outboxWorld(database.store);
      await say('li', 'hello');
      await expect.poll(() => states('li')).toEqual(['sent']);
    });

    test('who queues a notice wakes the sender, unless it has taken it in hand itself', async () => {
      const { store, queue, room, sender, chat } = outboxWorld(database.store);
      const heard: unknown[] = [];
      store.listen((word) => heard.push(word));
      await queue('li', 'hello');
      expect(heard).toEqual([{ about: 'outbox' }]);
      sender.start();
      await sender.idle();
      heard.length = 0;
      const { id } = await room('wang');
      const notice = queuedNotice('n' as NoticeId, id, 'hello', {}, { now: () => 0 });
      await store.transaction(async (tx) => {
        await tx.outbox.add([notice]);
        await sender.claimAdded(tx);
      });
      await sender.stop();
      expect(chat.said('wang')).toEqual(['hello']);
      expect(heard).toEqual([]);
    });

    test('a room hears its notices one after another, the most urgent first', async () => {
      const { chat, queue, sender } = outboxWorld(database.store);
      await queue('li', 'digest', { priority: 'digest' });
      await queue('li', 'first answer');
      await queue('li', 'second answer');
      await queue('li', 'order 1', { priority: 'order' });
      sender.wake();
      await sender.idle();
      expect(chat.said('li')).toEqual(['order 1', 'first answer', 'second answer', 'digest']);
      expect(chat.mostAtOnce).toBe(1);
    });

    test('a room that hangs does not keep other rooms waiting', async () => {
      const { chat, say, sender, clock } = outboxWorld(database.store);
      const release = chat.hold('hanging');
      await say('hanging', 'one');
      for (let i = 0; i < 20; i += 1) await say(`room ${i}`, 'hello');
      await expect.poll(() => chat.sends.filter(({ messageId }) => messageId !== null).length).toBe(20);
      release();
      await sender.idle();
      expect(chat.said('hanging')).toEqual(['one']);
      expect(clock.waiting()).toBeGreaterThan(0);
    });

    test('an edit says when another photo stands there than the card has, or one where it has none', async () => {
      let photo: string | null = 'before';
      const render: Render = async (...of) => {
        const said = await sayText(...of);
        if (said?.kind !== 'card' || photo === null) return said;
        return { ...said, card: { ...said.card, photo: photo as FileId }, photoPath: photo };
      };
      const { chat, say, sender, clock } = outboxWorld(database.store, { render });
      const edits: unknown[] = [];
      for (const [says, next] of [
        ['told', 'before'],
        ['taken', 'before'],
        ['fixed', 'after'],
        ['closed', 'after'],
        ['open again', null],
        ['told again', 'before'],
      ] as const) {
        photo = next;
        await say('li', says, { slot: 'hazard:1' });
        await sender.idle();
        await clock.advance(1_100);
        await sender.idle();
        const { outgoing } = chat.sends.at(-1) ?? expect.fail();
        if (outgoing.kind === 'card') edits.push([outgoing.card.title, outgoing.otherPhoto === true]);
      }
      expect(edits).toEqual([
        ['told', false],
        ['taken', false],
        ['fixed', true],
        ['closed', false],
        ['open again', true],
        ['told again', false],
      ]);
    });

    test('order is kept while the first notice fails and is tried again', async () => {
      const { chat, queue, sender, clock, states } = outboxWorld(database.store);
      chat.fail(down(), { room: 'li', times: 3 });
      for (const says of ['one', 'two', 'three']) await queue('li', says);
      sender.wake();
      await sender.idle();
      expect(chat.said('li')).toEqual([]);
      await clock.advance(30_000);
      expect(chat.said('li')).toEqual(['one', 'two', 'three']);
      expect(await states('li')).toEqual(['sent', 'sent', 'sent']);
    });

    test('an order goes before an answer that waits for its next try', async () => {
      const { chat, say, sender, clock } = outboxWorld(database.store);
      chat.fail(down(), { times: 1 });
      await say('li', 'answer');
      await sender.idle();
      await say('li', 'order 1', { priority: 'order' });
      await sender.idle();
      expect(chat.said('li')).toEqual(['order 1']);
      await clock.advance(10_000);
      expect(chat.said('li')).toEqual(['order 1', 'answer']);
    });

    test('pauses between tries grow, and end when nobody needs the notice any more', async () => {
      const { chat, say, clock, states, settled } = outboxWorld(database.store);
      chat.fail(down(), { times: Infinity });
      await say('li', 'order 1', { priority: 'order', expiresInMs: 60_000 });
      await clock.advance(120_000);
      const times = chat.sends.map(({ at }) => at);
      expect(times.length).toBeGreaterThan(5);
      expect(times.length).toBeLessThan(30);
      expect(await states('li')).toEqual(['dead']);
      expect(settled.map(({ outcome }) => outcome.kind)).toEqual(['dead']);
    });

    test('an answer lost on the way is never sent again blindly', async () => {
      const { chat, say, clock, states, settled } = outboxWorld(database.store);
      chat.fail(noAnswer(), { done: true });
      await say('li', 'order 1', { priority: 'order' });
      await clock.advance(300_000);
      expect(chat.sends).toHaveLength(1);
      expect(await states('li')).toEqual(['unknown']);
      expect(settled).toMatchObject([{ says: 'order 1', outcome: { kind: 'unknown' } }]);
    });

    test('what cannot wait and a card are said again when their answer was lost, and not for ever', async () => {
      const { chat, say, clock, states } = outboxWorld(database.store);
      chat.fail(noAnswer(), { room: 'resident', done: true, times: 9 });
      for (const room of ['group', 'li']) chat.fail(noAnswer(), { room, done: true });
      await say('resident', 'call 119', { priority: 'order' });
      await say('group', 'card 1', { priority: 'card', slot: 'card' });
      await say('li', 'good night');
      await clock.advance(300_000);
      expect(chat.said('resident')).toEqual(Array.from({ length: 4 }, () => 'call 119'));
      expect(await states('resident')).toEqual(['unknown']);
      expect(chat.said('group')).toEqual(['card 1', 'card 1']);
      expect(await states('group')).toEqual(['sent']);
      expect(chat.said('li')).toEqual(['good night']);
    });

    test('an edit whose answer was lost is made again, for twice is like once', async () => {
      const { chat, say, clock, states } = outboxWorld(database.store);
      await say('group', 'card 1', { priority: 'card', slot: 'card' });
      await clock.advance(5_000);
      chat.fail(noAnswer(), { done: true });
      await say('group', 'card 2', { priority: 'card', slot: 'card' });
      await clock.advance(30_000);
      expect(await states('group')).toEqual(['sent', 'sent']);
      expect(chat.standing('group').map(({ outgoing }) => outgoing)).toMatchObject([{ card: { title: 'card 2' } }]);
    });

    test('who blocked the bot is told on at once, with the reason', async () => {
      const { chat, say, sender, settled } = outboxWorld(database.store);
      chat.block('li');
      await say('li', 'order 1', { priority: 'order' });
      await sender.idle();
      expect(settled).toMatchObject([{ outcome: { kind: 'dead', reason: 'blocked' } }]);
    });

    test('a room that asks for quiet gets it, and no other room waits', async () => {
      const { chat, say, sender, clock } = outboxWorld(database.store);
      chat.fail(tooFast(7_000), { room: 'li' });
      await say('li', 'one');
      await sender.idle();
      await say('li', 'order 1', { priority: 'order' });
      await say('chen', 'hello');
      await sender.idle();
      expect(chat.said('chen')).toEqual(['hello']);
      await clock.advance(6_900);
      expect(chat.said('li')).toEqual([]);
      await clock.advance(200);
      expect(chat.said('li')).toEqual(['order 1', 'one']);
    });

    test('an expired order is void and not sent', async () => {
      const { chat, queue, sender, clock, states, settled } = outboxWorld(database.store);
      await queue('li', 'order 1', { priority: 'order', expiresInMs: 1_000 });
      await clock.advance(1_000);
      sender.wake();
      await sender.idle();
      expect(chat.sends).toEqual([]);
      expect(await states('li')).toEqual(['void']);
      expect(settled).toMatchObject([{ outcome: { kind: 'void', why: 'expired' } }]);
    });

    test('what has nothing to say any more is void', async () => {
      const { chat, say, sender, states } = outboxWorld(database.store);
      await say('li', 'needless');
      await sender.idle();
      expect(chat.sends).toEqual([]);
      expect(await states('li')).toEqual(['void']);
    });

    test('a notice that cannot be put into words is tried again and holds up only its own room', async () => {
      let broken = true;

      const world = outboxWorld(database.store, {
        render: (queued, room, reader) =>
          broken && room.externalId === 'li'
            ? Promise.reject(new Error('no such word'))
            : sayText(queued, room, reader),
      });
      await world.say('li', 'one');
      await world.say('chen', 'two');
      await world.sender.idle();
      expect(world.chat.said('chen')).toEqual(['two']);
      expect(world.log.lines).toMatchObject([{ level: 'error', facts: { notice: 'inbox_failed' } }]);
      broken = false;
      await world.clock.advance(10_000);
      expect(world.chat.said('li')).toEqual(['one']);
    });

    test('a room that moved is followed at once, and its new address is kept', async () => {
      const { store, chat, say, sender, room } = outboxWorld(database.store);
      const { id } = await room('group old');
      chat.move('group old', 'group new');
      await say('group old', 'hello');
      await sender.idle();
      expect(chat.said('group new')).toEqual(['hello']);
      expect((await store.read.rooms.byId(id))?.externalId).toBe('group new');
    });

    test('a notice not due yet is sent when it is', async () => {
      const { chat, say, clock } = outboxWorld(database.store);
      await say('li', 'later', { dueInMs: 60_000, priority: 'reminder' });
      await clock.advance(59_999);
      expect(chat.sends).toEqual([]);
      await clock.advance(1);
      expect(chat.said('li')).toEqual(['later']);
    });

    test('an adapter that breaks is logged, and the notice counts as perhaps sent', async () => {
      const world = outboxWorld(database.store);
      world.chat.fail(new TypeError('undefined is not a function') as unknown as TransportError, { room: 'li' });
      await world.say('li', 'one');
      await world.say('li', 'two');
      await world.sender.idle();
      expect(await world.states('li')).toEqual(['unknown', 'sent']);
      expect(world.log.lines.map(({ level }) => level)).toEqual(['error']);
    });

    test('on stopping, what is in hand is finished and nothing more is begun', async () => {
      const { chat, say, sender, states } = outboxWorld(database.store);
      const release = chat.hold(null);
      await say('li', 'one');
      await say('li', 'two');
      await expect.poll(() => chat.sends.length).toBe(1);
      const stopped = sender.stop();
      release();
      await stopped;
      expect(await states('li')).toEqual(['sent', 'waiting']);
    });
  });
});

describe('on SQLite, outcomes', () => {
  const database = freshDatabase('sqlite');

  test('are kept in the transaction that brings the next notices', async () => {
    const { store, room, sender, chat, states } = outboxWorld(database.store);
    sender.start();
    const bring = async (to: string): Promise<void> => {
      const { id } = await room(to);
      await store.transaction(async (tx) => {
        await tx.outbox.add([queuedNotice(`to ${to}` as NoticeId, id, 'hello', {}, { now: () => 0 })]);
        await sender.claimAdded(tx);
      });
    };
    await room('wang');
    await sender.idle();
    const release = chat.hold('li');
    await bring('li');
    release();
    await vi.waitFor(() => expect(chat.said('li')).toEqual(['hello']), { interval: 1 });
    await bring('wang');
    expect(await states('li')).toEqual(['sent']);
    await sender.stop();
  });
});

import { describe, expect, test } from 'vitest';
import { TransportError } from '../../core/error.ts';
import { eachEngine } from '../support/stores.ts';
import { outboxWorld } from './outbox-world.ts';

const telegramLike = { perSecond: 30, perRoomPerSecond: 1, perGroupPerMinute: 20 };

describe('the rate of a platform', () => {
  eachEngine((database) => {
    test('is kept, and nearly used up, when a hundred orders wait', async () => {
      const { chat, queue, sender, clock } = outboxWorld(database.store, { limits: telegramLike });
      const startedAt = clock.now();
      for (let i = 0; i < 100; i += 1) await queue(`room ${i}`, `order ${i}`, { priority: 'order' });
      sender.wake();
      await clock.advance(4_000);
      const times = chat.sends.map(({ at }) => at - startedAt);
      expect(times).toHaveLength(100);
      for (const from of times)
        expect(times.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(30);
      expect(times.filter((at) => at < 3_000).length).toBeGreaterThanOrEqual(0.95 * 90);
    });

    test('is used as soon as it frees up, also when that is little by little', async () => {
      const { chat, queue, sender, clock } = outboxWorld(database.store, { limits: telegramLike });
      const startedAt = clock.now();
      const order = async (from: number, count: number): Promise<void> => {
        for (let i = from; i < from + count; i += 1) await queue(`room ${i}`, `order ${i}`, { priority: 'order' });
        sender.wake();
        await sender.idle();
      };
      await order(0, 20);
      await clock.advance(20);
      await order(20, 40);
      await clock.advance(2_000);
      const times = chat.sends.map(({ at }) => at - startedAt);
      expect(times.slice(30)).toEqual([...Array<number>(20).fill(1_005), ...Array<number>(10).fill(1_025)]);
    });

    test('goes to orders first, across rooms, while digests wait', async () => {
      const { chat, queue, sender, clock } = outboxWorld(database.store, { limits: telegramLike });
      for (let i = 0; i < 60; i += 1) await queue(`reader ${i}`, 'digest', { priority: 'digest' });
      sender.wake();
      await sender.idle();
      expect(chat.sends).toHaveLength(15);
      for (let i = 0; i < 15; i += 1) await queue(`rescuer ${i}`, `order ${i}`, { priority: 'order' });
      sender.wake();
      await sender.idle();
      expect(
        chat.sends.slice(15).map(({ outgoing }) => outgoing.kind === 'card' && outgoing.card.title?.slice(0, 5)),
      ).toEqual(Array.from({ length: 15 }, () => 'order'));
      await clock.advance(10_000);
      expect(chat.sends).toHaveLength(75);
    });

    test('holds for each room: one message a second into one chat', async () => {
      const { chat, queue, sender, clock } = outboxWorld(database.store, { limits: telegramLike });
      const startedAt = clock.now();
      for (let i = 0; i < 4; i += 1) await queue('li', `answer ${i}`);
      sender.wake();
      await clock.advance(5_000);
      expect(chat.sends.map(({ at }) => at - startedAt)).toEqual([0, 1_005, 2_010, 3_015]);
    });

    test('holds for each group by the minute, edits included, and leaves a part to orders', async () => {
      const { chat, say, clock } = outboxWorld(database.store, { limits: telegramLike });
      const startedAt = clock.now();
      for (let i = 0; i < 40; i += 1) {
        await say('group', `seats ${i}`, { priority: 'card', slot: 'card' });
        await clock.advance(1_200);
      }
      const within = (ms: number): number => chat.sends.filter(({ at }) => at - startedAt < ms).length;
      expect(within(48_000)).toBe(14);
      await say('group', 'order 1', { priority: 'order' });
      await clock.advance(1_100);
      expect(chat.said('group').at(-1)).toBe('order 1');
      await clock.advance(60_000);
      expect(chat.said('group').at(-1)).toBe('seats 39');
    });

    test('is learned from the first refusal where the limits are not the public ones', async () => {
      const { chat, queue, sender, clock } = outboxWorld(database.store, {
        limits: telegramLike,
        pacing: { telegram: 'learned' },
      });
      for (let i = 0; i < 40; i += 1) await queue(`room ${i}`, 'hello');
      sender.wake();
      await sender.idle();
      expect(chat.sends).toHaveLength(40);
      chat.fail(new TransportError('retryable', 'too many', { retryAfterMs: 1_000 }), { room: 'room 0' });
      for (let i = 0; i < 100; i += 1) await queue(`room ${i}`, `order ${i}`, { priority: 'order' });
      sender.wake();
      await sender.idle();
      const atOnce = chat.sends.length;
      await clock.advance(10_000);
      expect(atOnce).toBeLessThan(141);
      expect(chat.sends).toHaveLength(141);
    });
  });
});

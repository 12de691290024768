import { describe, expect, test } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { outboxWorld } from './outbox-world.ts';

describe('a card that stands in a room', () => {
  eachEngine((database) => {
    test('is edited in place', async () => {
      const { chat, say, clock, states } = outboxWorld(database.store);
      await say('group', 'seats 0/2', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      await say('group', 'seats 1/2', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      expect(chat.standing('group')).toMatchObject([{ edits: 1, outgoing: { card: { title: 'seats 1/2' } } }]);
      expect(await states('group')).toEqual(['sent', 'sent']);
    });

    test('is not touched when nothing on it has changed', async () => {
      const { chat, say, clock, states } = outboxWorld(database.store);
      await say('group', 'seats 0/2', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      await say('group', 'seats 0/2', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      expect(chat.sends).toHaveLength(1);
      expect(await states('group')).toEqual(['sent', 'void']);
    });

    test('takes ten changes in a second as two edits, the last of them the newest', async () => {
      const { chat, say, clock, sender } = outboxWorld(database.store);
      await say('group', 'seats 0', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      for (let seats = 1; seats <= 10; seats += 1) {
        await say('group', `seats ${seats}`, { priority: 'card', slot: 'card' });
        await sender.idle();
      }
      expect(chat.said('group')).toEqual(['seats 0', 'seats 1']);
      await clock.advance(1_000);
      expect(chat.said('group')).toEqual(['seats 0', 'seats 1', 'seats 10']);
    });

    test('never delays an order while its next edit waits', async () => {
      const { chat, say, clock, sender } = outboxWorld(database.store);
      for (const seats of [0, 1, 2]) {
        await say('group', `seats ${seats}`, { priority: 'card', slot: 'card' });
        await sender.idle();
      }
      await say('group', 'order 1', { priority: 'order' });
      await sender.idle();
      expect(chat.said('group')).toEqual(['seats 0', 'seats 1', 'order 1']);
      await clock.advance(1_000);
      expect(chat.said('group').at(-1)).toBe('seats 2');
    });

    test('is sent anew when somebody removed it', async () => {
      const { chat, say, clock } = outboxWorld(database.store);
      await say('group', 'seats 0', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      chat.remove('group', '1');
      await say('group', 'seats 1', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      expect(chat.standing('group')).toMatchObject([{ messageId: '2', edits: 0 }]);
      await say('group', 'seats 2', { priority: 'card', slot: 'card' });
      await clock.advance(2_000);
      expect(chat.standing('group')).toMatchObject([{ messageId: '2', edits: 1 }]);
    });

    test('is sent anew where edits are over, and not more often than every quarter of a minute', async () => {
      const { chat, say, clock } = outboxWorld(database.store, { capabilities: { editWindowMs: 0 } });
      await say('group', 'seats 0', { priority: 'card', slot: 'card' });
      await say('group', 'seats 1', { priority: 'card', slot: 'card' });
      await clock.advance(1_000);
      await say('group', 'seats 2', { priority: 'card', slot: 'card' });
      await clock.advance(1_000);
      await say('group', 'seats 3', { priority: 'card', slot: 'card' });
      await clock.advance(5_000);
      const early = chat.said('group').length;
      await clock.advance(15_000);
      expect(chat.said('group').length).toBe(early + 1);
      expect(chat.said('group').at(-1)).toBe('seats 3');
      expect(chat.sends.every(({ outgoing }) => outgoing.kind === 'card' && outgoing.edit === null)).toBe(true);
    });

    test('an order that is given again is a new message, for an edit makes no sound', async () => {
      const { chat, say, clock } = outboxWorld(database.store);
      await say('li', 'order 1', { priority: 'order', slot: 'order 1' });
      await clock.advance(2_000);
      await say('li', 'order 1', { priority: 'order', slot: 'order 1' });
      await clock.advance(2_000);
      expect(chat.standing('li')).toMatchObject([{ edits: 0 }, { edits: 0 }]);
    });

    test('a reaction goes to its message and needs no card', async () => {
      const { chat, say, sender } = outboxWorld(database.store);
      await say('li', 'hello');
      await sender.idle();
      await say('li', 'react to 1');
      await sender.idle();
      expect(chat.standing('li')).toMatchObject([{ reactions: ['👌'] }]);
    });
  });
});

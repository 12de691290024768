import { describe, expect, test } from 'vitest';
import type { QueuedNotice } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { LaneClaim } from '../../core/ports/outbox.ts';
import type { Tx } from '../../core/ports/store.ts';
import { identityOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf, knownPerson, knownRoom, noticeOf, now } from './samples.ts';

const ask = { platforms: ['telegram'] as const, now, leaseUntil: now + 1_000, lease: 'mine', limit: 10 };

describe('what a transaction queues and claims at once', () => {
  eachEngine((database) => {
    const addAndClaim = (notices: readonly QueuedNotice[], more: Partial<typeof ask> = {}): Promise<LaneClaim[]> =>
      database.store.transaction(async (tx) => {
        await tx.outbox.add(notices);
        return tx.outbox.claimAdded({ ...ask, ...more });
      });
    const claimLater = (at = now): Promise<LaneClaim[]> =>
      database.store.transaction((tx) =>
        tx.outbox.claimLanes({ ...ask, now: at, leaseUntil: at + 9_000, lease: 'later' }),
      );
    const end = (claim: LaneClaim): Promise<boolean> =>
      database.store.transaction((tx) =>
        tx.outbox.finish([
          { claim, outcome: { kind: 'sent', messageId: '7', contentHash: 'h' }, at: now, laneDueAt: now },
        ]),
      );

    test('is in hand with the commit: the first of each room, the most urgent first, the rest after it', async () => {
      const [a, b] = [await knownRoom(database.store), await knownRoom(database.store)];
      const [digest, answer] = [noticeOf(a.id, { priority: 'digest' }), noticeOf(a.id, { priority: 'answer' })];
      const order = noticeOf(b.id, { priority: 'order' });
      const claims = await addAndClaim([digest, answer, order]);
      expect(claims.map(({ notice, room, takenOver, standing }) => ({ notice, room, takenOver, standing }))).toEqual([
        { notice: order, room: b, takenOver: false, standing: null },
        { notice: answer, room: a, takenOver: false, standing: null },
      ]);
      expect(await claimLater()).toEqual([]);
      for (const claim of claims) expect(await end(claim)).toBe(true);
      expect((await claimLater()).map(({ notice }) => notice)).toEqual([digest]);
    });

    test('knows the message that already stands in its slot', async () => {
      const room = await knownRoom(database.store);
      const [first] = await addAndClaim([noticeOf(room.id, { slot: 'card' })]);
      await end(first!);
      const [again] = await addAndClaim([noticeOf(room.id, { slot: 'card' })]);
      expect(again?.standing).toMatchObject({ messageId: '7', contentHash: 'h' });
    });

    test('brings who reads each, whether they wrote or not, and as this transaction has changed them', async () => {
      const { store } = database;
      const [writer, neighbour] = [await knownPerson(store), await knownPerson(store)];
      const { inbound } = inboxEntryOf('1');
      const externalId = inbound.sender?.externalId ?? '';
      await store.transaction((tx) => tx.people.putIdentity(identityOf(writer, { externalId })));
      const readers = [writer.id, neighbour.id, null];
      const claimedBy = async (before: (tx: Tx) => Promise<void>): Promise<(Person | null)[]> => {
        const rooms = await Promise.all(readers.map(() => knownRoom(store)));
        const claims = await store.transaction(async (tx) => {
          await tx.readAhead([inbound]);
          await before(tx);
          await tx.outbox.add(rooms.map(({ id }, i) => noticeOf(id, { readerId: readers[i] ?? null })));
          return tx.outbox.claimAdded(ask);
        });
        return claims.map(({ reader }) => reader);
      };
      expect(await claimedBy(() => Promise.resolve())).toEqual([writer, neighbour, null]);
      const onDuty = { ...writer, duty: 'on_duty' as const };
      expect(await claimedBy((tx) => tx.people.setDuty(writer.id, 'on_duty'))).toEqual([onDuty, neighbour, null]);
    });

    test('leaves alone a room that somebody holds, that wants quiet, or where something waits', async () => {
      const [held, quiet, waiting] = [
        await knownRoom(database.store),
        await knownRoom(database.store),
        await knownRoom(database.store),
      ];
      await addAndClaim([noticeOf(held.id)]);
      const [before] = await addAndClaim([noticeOf(quiet.id)]);
      const outcome = { kind: 'sent', messageId: '1', contentHash: '' } as const;
      await database.store.transaction((tx) =>
        tx.outbox.finish([{ claim: before!, outcome, at: now, laneDueAt: now + 500 }]),
      );
      const earlier = noticeOf(waiting.id);
      await database.store.transaction((tx) => tx.outbox.add([earlier]));
      expect(await addAndClaim([held, quiet, waiting].map(({ id }) => noticeOf(id)))).toEqual([]);
      expect((await claimLater()).map(({ notice }) => notice)).toEqual([earlier]);
      expect((await claimLater(now + 500)).map(({ room }) => room)).toEqual(expect.arrayContaining([quiet]));
    });

    test('leaves for later what is not due, what is beyond the limit, and rooms of platforms that nobody sends on', async () => {
      const rooms = [await knownRoom(database.store), await knownRoom(database.store), await knownRoom(database.store)];
      expect(await addAndClaim([noticeOf(rooms[0]!.id, { dueAt: now + 5 })])).toEqual([]);
      expect(
        await addAndClaim(
          rooms.slice(1).map(({ id }) => noticeOf(id)),
          { limit: 1 },
        ),
      ).toHaveLength(1);
      const elsewhere = await knownRoom(database.store, { platform: 'wechat' });
      expect(await addAndClaim([noticeOf(elsewhere.id)])).toEqual([]);
      expect(await claimLater()).toHaveLength(1);
      expect(await claimLater(now + 5)).toHaveLength(1);
    });

    test('is taken over as perhaps sent when its holder dies, and was never there when the transaction is lost', async () => {
      const room = await knownRoom(database.store);
      const lost = database.store.transaction(async (tx) => {
        await tx.outbox.add([noticeOf(room.id)]);
        await tx.outbox.claimAdded(ask);
        throw new Error('no');
      });
      await expect(lost).rejects.toThrow('no');
      expect(await claimLater()).toEqual([]);
      const notice = noticeOf(room.id);
      await addAndClaim([notice]);
      const [heir] = await claimLater(now + 1_000);
      expect(heir).toMatchObject({ takenOver: true, notice: { id: notice.id, attempts: 1 } });
    });
  });
});

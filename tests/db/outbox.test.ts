import { describe, expect, test } from 'vitest';
import type { IncidentId, RoomId } from '../../core/ids.ts';
import type { QueuedNotice } from '../../core/notice.ts';
import type { LaneClaim, SendOutcome } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import { eachEngine } from '../support/stores.ts';
import { knownPerson, knownRoom, noticeOf, now } from './samples.ts';

const sent = (messageId: string | null = '1'): SendOutcome => ({ kind: 'sent', messageId, contentHash: 'hash' });
const again = (dueAt: number): SendOutcome => ({ kind: 'retry', dueAt, error: 'busy' });

let leases = 0;

/** A worker's hands on the outbox. */
function hands(store: Store) {
  const add = (...notices: QueuedNotice[]) => store.transaction((tx) => tx.outbox.add(notices));
  const claim = (parts: { at?: number; limit?: number; upTo?: 'order'; leaseMs?: number } = {}) => {
    const { at = now, limit = 10, leaseMs = 10_000, ...rest } = parts;
    const lease = `lease-${String((leases += 1))}`;
    const ask = { platforms: ['telegram'] as const, now: at, leaseUntil: at + leaseMs, lease, limit, ...rest };
    return store.transaction((tx) => tx.outbox.claimLanes(ask));
  };
  const finish = (claimed: LaneClaim | undefined, outcome: SendOutcome, at = now, laneDueAt = at) => {
    if (!claimed) throw new Error('There was nothing to finish');
    return store.transaction((tx) => tx.outbox.finish([{ claim: claimed, outcome, at, laneDueAt }]));
  };
  const states = async (roomId: RoomId) => (await store.read.outbox.history(roomId, 100)).map(({ state }) => state);
  const nextDueAt = () => store.read.outbox.nextDueAt(['telegram']);
  return { add, claim, finish, states, nextDueAt };
}

describe('the outbox', () => {
  eachEngine((database) => {
    test('hands out a room’s first notice, and the next when the first is done', async () => {
      const { add, claim, finish, states, nextDueAt } = hands(database.store);
      const room = await knownRoom(database.store);
      const [first, second] = [noticeOf(room.id), noticeOf(room.id)];
      await add(first, second);
      const [one, ...others] = await claim();
      expect(one).toMatchObject({ room, notice: first, takenOver: false, standing: null });
      expect(others).toEqual([]);
      expect(await claim()).toEqual([]);
      expect(await finish(one, sent('11'))).toBe(true);
      const [two] = await claim();
      expect(two?.notice).toEqual(second);
      await finish(two, { kind: 'dead', error: 'blocked' });
      expect(await claim()).toEqual([]);
      expect(await states(room.id)).toEqual(['sent', 'dead']);
      expect(await nextDueAt()).toBeNull();
      expect(await database.store.read.outbox.sentAs(room.id, '11')).toEqual(first.notice);
      expect(await database.store.read.outbox.sentAs(room.id, '12')).toBeNull();
    });

    test('hands out a notice with whoever reads it, as they are by then', async () => {
      const { add, claim } = hands(database.store);
      const [one, other] = [await knownRoom(database.store), await knownRoom(database.store)];
      const person = await knownPerson(database.store, { duty: 'off' });
      await add(noticeOf(one.id, { readerId: person.id }), noticeOf(other.id));
      await database.store.transaction((tx) => tx.people.setDuty(person.id, 'on_duty'));
      const readers = new Map((await claim()).map(({ room, reader }) => [room.id, reader]));
      expect(readers.get(one.id)).toEqual({ ...person, duty: 'on_duty' });
      expect(readers.get(other.id)).toBeNull();
    });

    test('hands out the most urgent notice of a room and the most urgent rooms first', async () => {
      const { add, claim, finish } = hands(database.store);
      const [calm, urgent] = [await knownRoom(database.store), await knownRoom(database.store)];
      const digest = noticeOf(urgent.id, { priority: 'digest' });
      const order = noticeOf(urgent.id, { priority: 'order', queuedAt: now + 5 });
      await add(noticeOf(calm.id, { priority: 'card' }), digest, order);
      const [first] = await claim({ limit: 1 });
      expect(first?.notice).toEqual(order);
      const [second] = await claim({ limit: 1 });
      expect(second?.room).toEqual(calm);
      await finish(first, sent());
      expect((await claim({ limit: 1 }))[0]?.notice).toEqual(digest);
    });

    test('with upTo hands out nothing that is less urgent', async () => {
      const { add, claim } = hands(database.store);
      const [a, b] = [await knownRoom(database.store), await knownRoom(database.store)];
      const order = noticeOf(b.id, { priority: 'order' });
      await add(noticeOf(a.id), order, noticeOf(b.id, { priority: 'digest' }));
      const claims = await claim({ upTo: 'order' });
      expect(claims.map(({ notice }) => notice)).toEqual([order]);
      expect(await claim({ upTo: 'order' })).toEqual([]);
      expect(await claim()).toHaveLength(1);
    });

    test('hands out rooms of the asked platforms only', async () => {
      const { add, claim } = hands(database.store);
      const web = await knownRoom(database.store, { platform: 'web' });
      await add(noticeOf(web.id));
      expect(await claim()).toEqual([]);
      expect(await database.store.read.outbox.nextDueAt(['telegram', 'wechat'])).toBeNull();
      expect(await database.store.read.outbox.nextDueAt(['web'])).toBe(now);
    });

    test('replaces what waits in a slot, keeping its place, the more urgent priority and the earlier instant', async () => {
      const { add, claim, states } = hands(database.store);
      const room = await knownRoom(database.store);
      const old = noticeOf(room.id, { slot: 's', priority: 'card', queuedAt: now - 100 });
      const other = noticeOf(room.id, { priority: 'card', queuedAt: now - 50 });
      await add(old, other);
      const fresh = noticeOf(room.id, {
        slot: 's',
        priority: 'digest',
        notice: { kind: 'welcome' },
        dueAt: now + 60_000,
      });
      await add(fresh);
      const [first] = await claim();
      expect(first?.notice).toEqual({ ...fresh, priority: 'card', dueAt: now, queuedAt: now - 100 });
      expect(await states(room.id)).toEqual(['waiting', 'waiting']);
    });

    test('edits what stands in a slot, and remembers when it was first sent', async () => {
      const { add, claim, finish } = hands(database.store);
      const room = await knownRoom(database.store);
      const { outbox } = database.store.read;
      const say = async (at: number, messageId: string | null) => {
        await add(noticeOf(room.id, { slot: 's', queuedAt: at, dueAt: at }));
        const [claimed] = await claim({ at });
        await finish(claimed, sent(messageId), at);
        return claimed?.standing;
      };
      expect(await say(now, '5')).toBeNull();
      expect(await outbox.standingIn(room.id, 's')).toBe('5');
      expect(await say(now + 1, '5')).toEqual({ messageId: '5', sentAt: now, contentHash: 'hash' });
      expect(await say(now + 2, '6')).toEqual({ messageId: '5', sentAt: now, contentHash: 'hash' });
      expect(await say(now + 3, null)).toEqual({ messageId: '6', sentAt: now + 2, contentHash: 'hash' });
      expect(await outbox.standingIn(room.id, 's')).toBe('6');
      expect(await outbox.standingIn(room.id, 'other')).toBeNull();
    });

    test('finds what stands in the slots that begin so, each as it was said last', async () => {
      const { add, claim, finish } = hands(database.store);
      const room = await knownRoom(database.store);
      const say = async (at: number, slot: string, messageId: string, incidentId: IncidentId) => {
        await add(noticeOf(room.id, { slot, queuedAt: at, dueAt: at, notice: { kind: 'command_card', incidentId } }));
        await finish((await claim({ at }))[0], sent(messageId), at);
      };
      const [one, two] = ['1' as IncidentId, '2' as IncidentId];
      await say(now, 'asked:1:a', '5', one);
      await say(now + 1, 'asked:1:b', '6', one);
      await say(now + 2, 'asked:1:a', '5', two);
      await say(now + 3, 'asked:12:a', '7', one);
      expect(await database.store.read.outbox.standingFrom(room.id, 'asked:1:')).toEqual([
        { slot: 'asked:1:a', notice: { kind: 'command_card', incidentId: two } },
        { slot: 'asked:1:b', notice: { kind: 'command_card', incidentId: one } },
      ]);
      expect(await database.store.read.outbox.standingFrom(room.id, 'other:')).toEqual([]);
    });

    test('a notice queued while another of its slot is being sent is sent after it', async () => {
      const { add, claim, finish, states } = hands(database.store);
      const room = await knownRoom(database.store);
      await add(noticeOf(room.id, { slot: 's' }));
      const [first] = await claim();
      const fresh = noticeOf(room.id, { slot: 's', notice: { kind: 'welcome' } });
      await add(fresh);
      expect(await claim()).toEqual([]);
      await finish(first, sent());
      const [second] = await claim();
      expect(second?.notice).toEqual(fresh);
      expect(await states(room.id)).toEqual(['sent', 'waiting']);
    });

    test('a notice that would be tried again gives way to a newer one of its slot, which takes its place', async () => {
      const { add, claim, finish, states } = hands(database.store);
      const room = await knownRoom(database.store);
      await add(noticeOf(room.id, { slot: 's', priority: 'order', queuedAt: now - 9 }));
      const [first] = await claim();
      const fresh = noticeOf(room.id, { slot: 's', priority: 'card' });
      await add(fresh);
      await finish(first, again(now + 1_000));
      expect(await states(room.id)).toEqual(['void', 'waiting']);
      const [second] = await claim();
      expect(second?.notice).toEqual({ ...fresh, priority: 'order', queuedAt: now - 9 });
    });

    test('nothing of its priority overtakes a notice that waits to be tried again; an order does', async () => {
      const { add, claim, finish, nextDueAt } = hands(database.store);
      const room = await knownRoom(database.store);
      const failing = noticeOf(room.id);
      await add(failing);
      await finish((await claim())[0], again(now + 2_000));
      const [behind, order] = [noticeOf(room.id), noticeOf(room.id, { priority: 'order' })];
      await add(behind);
      expect(await claim()).toEqual([]);
      expect(await nextDueAt()).toBe(now + 2_000);
      await add(order);
      const [urgent] = await claim();
      expect(urgent?.notice).toEqual(order);
      await finish(urgent, sent());
      expect(await claim()).toEqual([]);
      const [retried] = await claim({ at: now + 2_000 });
      expect(retried?.notice).toEqual({ ...failing, dueAt: now + 2_000, attempts: 1 });
      expect(retried?.takenOver).toBe(false);
      await finish(retried, sent(), now + 2_000);
      expect((await claim({ at: now + 2_000 }))[0]?.notice).toEqual(behind);
    });

    test('a room that must be left in peace is not due before that, whatever is queued', async () => {
      const { add, claim, finish, nextDueAt } = hands(database.store);
      const room = await knownRoom(database.store);
      await add(noticeOf(room.id));
      await finish((await claim())[0], sent(), now, now + 30_000);
      await add(noticeOf(room.id, { priority: 'order' }));
      expect(await nextDueAt()).toBe(now + 30_000);
      expect(await claim({ at: now + 29_999 })).toEqual([]);
      expect(await claim({ at: now + 30_000 })).toHaveLength(1);
    });

    test('a notice for later does not hold up the ones for now', async () => {
      const { add, claim, finish, nextDueAt } = hands(database.store);
      const room = await knownRoom(database.store);
      const later = noticeOf(room.id, { priority: 'order', dueAt: now + 5_000 });
      const card = noticeOf(room.id, { priority: 'card' });
      await add(later, card);
      const [first] = await claim();
      expect(first?.notice).toEqual(card);
      await finish(first, sent());
      expect(await claim()).toEqual([]);
      expect(await nextDueAt()).toBe(now + 5_000);
      expect((await claim({ at: now + 5_000 }))[0]?.notice).toEqual(later);
    });

    test('what a worker left in hand is handed out again, marked as perhaps sent, and its own end comes too late', async () => {
      const { add, claim, finish, nextDueAt, states } = hands(database.store);
      const room = await knownRoom(database.store);
      const notice = noticeOf(room.id);
      await add(notice);
      const [crashed] = await claim();
      await add(noticeOf(room.id, { priority: 'order' }));
      expect(await nextDueAt()).toBe(now + 10_000);
      expect(await claim({ at: now + 9_999 })).toEqual([]);
      const [heir] = await claim({ at: now + 10_000 });
      expect(heir).toMatchObject({ notice: { id: notice.id, attempts: 1 }, takenOver: true });
      expect(await finish(crashed, sent('late'), now + 10_001)).toBe(false);
      expect(await states(room.id)).toEqual(['waiting', 'waiting']);
      expect(await finish(heir, { kind: 'unknown', error: 'the sender died' }, now + 10_002)).toBe(true);
      expect(await states(room.id)).toEqual(['unknown', 'waiting']);
      expect(await claim({ at: now + 10_002 })).toHaveLength(1);
    });

    test('voids what waits in a slot in every room, and the rooms are not due for it any more', async () => {
      const { add, claim, states, nextDueAt } = hands(database.store);
      const [a, b] = [await knownRoom(database.store), await knownRoom(database.store)];
      await add(noticeOf(a.id, { slot: 'i:1' }), noticeOf(b.id, { slot: 'i:1' }), noticeOf(b.id, { slot: 'i:2' }));
      await database.store.transaction((tx) => tx.outbox.voidSlot('i:1'));
      expect(await states(a.id)).toEqual(['void']);
      expect(await states(b.id)).toEqual(['void', 'waiting']);
      expect(await claim()).toMatchObject([{ room: { id: b.id } }]);
      expect(await nextDueAt()).toBe(now + 10_000);
    });

    test('hands the message of one slot over to another that has none, and drops what waited for the first', async () => {
      const { add, claim, finish, states } = hands(database.store);
      const room = await knownRoom(database.store);
      const handOver = (slot: string, to: string) =>
        database.store.transaction((tx) => tx.outbox.handOver(room.id, slot, to));
      await add(noticeOf(room.id, { slot: 'offer' }));
      await finish((await claim())[0], sent('11'));
      await add(noticeOf(room.id, { slot: 'offer' }));
      expect(await handOver('offer', 'card')).toBe(true);
      expect(await database.store.read.outbox.standingIn(room.id, 'card')).toBe('11');
      expect(await states(room.id)).toEqual(['sent', 'void']);
      expect(await handOver('offer', 'card')).toBe(false);
      await add(noticeOf(room.id, { slot: 'card' }));
      expect((await claim())[0]?.standing).toMatchObject({ messageId: '11' });
    });

    test('hands nothing over to a slot in which a message stands', async () => {
      const { add, claim, finish } = hands(database.store);
      const room = await knownRoom(database.store);
      for (const [slot, messageId] of [
        ['offer', '11'],
        ['card', '12'],
      ] as const) {
        await add(noticeOf(room.id, { slot }));
        await finish((await claim())[0], sent(messageId));
      }
      expect(await database.store.transaction((tx) => tx.outbox.handOver(room.id, 'offer', 'card'))).toBe(false);
      expect(await database.store.read.outbox.standingIn(room.id, 'card')).toBe('12');
      expect(await database.store.read.outbox.standingIn(room.id, 'offer')).toBe('11');
    });

    test('tells how many wait and since when, by priority', async () => {
      const { add, claim } = hands(database.store);
      const room = await knownRoom(database.store);
      await add(
        noticeOf(room.id, { priority: 'order' }),
        noticeOf(room.id, { priority: 'card', queuedAt: now - 7 }),
        noticeOf(room.id, { priority: 'card' }),
      );
      await claim();
      expect(await database.store.read.outbox.depth()).toEqual([{ priority: 'card', waiting: 2, oldestAt: now - 7 }]);
    });

    test('tells a room’s newest notices, the oldest of them first', async () => {
      const { add } = hands(database.store);
      const room = await knownRoom(database.store);
      const all = [noticeOf(room.id), noticeOf(room.id), noticeOf(room.id)];
      await add(...all);
      const history = await database.store.read.outbox.history(room.id, 2);
      expect(history.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id));
      expect(history[0]).toEqual({ ...all[1], state: 'waiting', messageId: null });
    });

    test('several workers send everything once and each room’s in order, though one dies now and then', async () => {
      const { store } = database;
      const { add, states } = hands(store);
      const rooms = await Promise.all(Array.from({ length: 20 }, () => knownRoom(store)));
      const queued = rooms.flatMap(({ id }) =>
        Array.from({ length: 5 }, (_, i) => noticeOf(id, { replyTo: String(i) })),
      );
      await Promise.all(queued.map((notice) => add(notice)));
      const heard = new Map<string, string[]>();
      let inHand = 0;
      let clock = now;
      const work = async (worker: number) => {
        const { claim, finish } = hands(store);
        for (let round = 0; round < 2_000; round += 1) {
          clock += 1;
          const claims = await claim({ at: clock, limit: 3, leaseMs: 100 });
          inHand += claims.length;
          // A lane in a dead hand is due when its lease ends.
          if (claims.length === 0 && (await store.read.outbox.nextDueAt(['telegram'])) === null) break;
          for (const claimed of claims) {
            const key = `${claimed.room.id} ${claimed.notice.replyTo ?? ''}`;
            if (claimed.takenOver) heard.get(key)?.push('taken over');
            else heard.set(key, [String(worker)]);
            // One in ten dies after sending.
            if (!claimed.takenOver && inHand % 10 === 0) continue;
            await finish(claimed, claimed.takenOver ? { kind: 'unknown', error: 'died' } : sent(), clock);
          }
        }
      };
      await Promise.all([0, 1, 2, 3].map(work));
      expect(heard.size).toBe(100);
      for (const hearing of heard.values()) expect(hearing.slice(1)).toEqual(hearing.length > 1 ? ['taken over'] : []);
      for (const room of rooms) {
        expect((await states(room.id)).filter((state) => state === 'waiting')).toEqual([]);
        const order = [...heard.keys()].filter((key) => key.startsWith(`${room.id} `)).map((key) => key.split(' ')[1]);
        expect(order).toEqual(['0', '1', '2', '3', '4']);
      }
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Incident, Order } from '../../core/incident.ts';
import type { Store } from '../../core/ports/store.ts';
import { incidentOf, officerOf, orderOf, placeOf, reportOf, seatOf } from '../support/incident-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { fileOf, knownPerson, knownRoom, now } from './samples.ts';

/** An incident with one seat, and an order for each of `count` people. */
async function called(store: Store, count: number, needed = 1, parts: Partial<Incident> = {}) {
  const incident = incidentOf({ state: 'called_out', ...parts });
  const seat = seatOf({ incidentId: incident.id, needed });
  const orders: Order[] = [];
  for (let i = 0; i < count; i += 1) {
    const person = await knownPerson(store);
    orders.push(orderOf({ incidentId: incident.id, seatId: seat.id, personId: person.id, code: `A${String(i)}` }));
  }
  await store.transaction(async (tx) => {
    await tx.incidents.add(incident);
    await tx.incidents.addSeat(seat);
    await tx.incidents.addOrders(orders);
  });
  return { incident, seat, orders };
}

describe('incidents', () => {
  eachEngine((database) => {
    test('are found by id, token and number, and written as a whole', async () => {
      const { store } = database;
      const incident = incidentOf({ position: { lat: 28.9, lon: 120 }, drill: true });
      await store.transaction((tx) => tx.incidents.add(incident));
      const { incidents } = store.read;
      expect(await incidents.byId(incident.id)).toEqual(incident);
      expect(await incidents.byToken(incident.token)).toEqual(incident);
      expect(await incidents.byNumber(incident.number)).toEqual(incident);
      const room = await knownRoom(store);
      const changed: Incident = {
        ...incident,
        state: 'closed',
        outcome: 'resolved',
        position: null,
        squadRoomIds: [room.id],
        closedAt: now,
        waves: 2,
      };
      await store.transaction((tx) => tx.incidents.put(changed));
      expect(await store.transaction((tx) => tx.incidents.lock(incident.id))).toEqual(changed);
      expect(await incidents.byNumber('I-0000-0000')).toBeNull();
    });

    test('run until they are closed', async () => {
      const { store } = database;
      const [old, fresh, closed] = [
        incidentOf({ number: 'I-1', reportedAt: now }),
        incidentOf({ number: 'I-2', reportedAt: now + 2 }),
        incidentOf({ number: 'I-3', reportedAt: now + 1, state: 'closed' }),
      ];
      await store.transaction(async (tx) => {
        for (const incident of [fresh, closed, old]) await tx.incidents.add(incident);
      });
      expect(await store.read.incidents.running()).toEqual([old, fresh]);
      expect(await store.read.incidents.latest(2)).toEqual([fresh, closed]);
    });

    test('are seen with reports, seats, orders, officer, place and photos', async () => {
      const { store } = database;
      const officer = officerOf();
      const place = placeOf();
      await store.transaction(async (tx) => {
        await tx.people.put(officer);
        await tx.places.put(place);
      });
      const { incident, seat, orders } = await called(store, 2, 1, { officerId: officer.id, placeId: place.id });
      const room = await knownRoom(store);
      const report = reportOf({ incidentId: incident.id, roomId: room.id, at: now });
      const photo = fileOf(room.id, null, { incidentId: incident.id });
      const voice = fileOf(room.id, null, { incidentId: incident.id, attachment: { kind: 'voice', ref: 'v' } });
      await store.transaction(async (tx) => {
        await tx.incidents.addReport(report);
        await tx.files.add(photo);
        await tx.files.add(voice);
      });
      const view = await store.read.incidents.view(incident.id);
      expect(view).toMatchObject({ incident, reports: [report], seats: [seat], officer, place, photos: [photo.id] });
      const people = await store.read.people.byIds(orders.map(({ personId }) => personId));
      const asked = orders.map((order) => ({ ...order, person: people.find(({ id }) => id === order.personId) }));
      expect(view?.orders).toEqual(asked);
      expect(await store.read.incidents.view('none' as never)).toBeNull();
    });

    test('give a report to another incident', async () => {
      const { store } = database;
      const [one, two] = [incidentOf({ number: 'I-1' }), incidentOf({ number: 'I-2' })];
      const report = reportOf({ incidentId: one.id });
      await store.transaction(async (tx) => {
        await tx.incidents.add(one);
        await tx.incidents.add(two);
        await tx.incidents.addReport(report);
        await tx.incidents.moveReport(report, two.id);
      });
      expect(await store.read.incidents.reports(one.id)).toEqual([]);
      expect(await store.read.incidents.reports(two.id)).toEqual([{ ...report, incidentId: two.id }]);
    });

    test('a seat is claimed while there is room, given back, and never over- or underfilled', async () => {
      const { store } = database;
      const { incident, seat } = await called(store, 0, 2);
      const claim = () => store.transaction((tx) => tx.incidents.claimSeat(seat.id));
      expect([await claim(), await claim(), await claim()]).toEqual([true, true, false]);
      await store.transaction((tx) => tx.incidents.freeSeat(seat.id));
      expect(await store.read.incidents.seats(incident.id)).toEqual([{ ...seat, taken: 1 }]);
      for (let i = 0; i < 3; i += 1) await store.transaction((tx) => tx.incidents.freeSeat(seat.id));
      expect(await store.read.incidents.seats(incident.id)).toEqual([{ ...seat, taken: 0 }]);
      const overfilled = store.transaction((tx) => tx.incidents.putSeat({ ...seat, taken: 3 }));
      await expect(overfilled).rejects.toThrow(/check/i);
      await store.transaction((tx) => tx.incidents.putSeat({ ...seat, needed: 5 }));
      expect(await store.read.incidents.seats(incident.id)).toEqual([{ ...seat, needed: 5 }]);
      await store.transaction((tx) => tx.incidents.removeSeats(incident.id));
      expect(await store.read.incidents.seats(incident.id)).toEqual([]);
    });

    test('a thousand people claim ten seats at once: exactly ten get one, and the rest know their rank', async () => {
      const { store } = database;
      const { incident, seat } = await called(store, 0, 10);
      const people = await Promise.all(Array.from({ length: 1_000 }, () => knownPerson(store)));
      const orders = people.map((person) => orderOf({ incidentId: incident.id, seatId: seat.id, personId: person.id }));
      await store.transaction((tx) => tx.incidents.addOrders(orders));
      const answers = await Promise.all(
        orders.map((order) =>
          store.transaction(async (tx) => {
            if (await tx.incidents.claimSeat(seat.id)) {
              await tx.incidents.putOrder({ ...order, answer: 'accepted' });
              return 0;
            }
            await tx.incidents.lock(incident.id);
            const standbyRank = (await tx.incidents.standbys(incident.id)).highestRank + 1;
            await tx.incidents.putOrder({ ...order, answer: 'standby', standbyRank });
            return standbyRank;
          }),
        ),
      );
      expect(answers.filter((rank) => rank === 0)).toHaveLength(10);
      const ranks = answers.filter((rank) => rank > 0).sort((a, b) => a - b);
      expect(ranks).toEqual(Array.from({ length: 990 }, (_, i) => i + 1));
      expect(await store.read.incidents.seats(incident.id)).toMatchObject([{ taken: 10 }]);
      expect(await store.read.incidents.standbys(incident.id)).toEqual({ count: 990, highestRank: 990 });
      expect(await store.read.incidents.standbysBefore(incident.id, 501)).toBe(500);
    });
  });
});

describe('orders', () => {
  eachEngine((database) => {
    test('are found by id, token and code, and written as a whole', async () => {
      const { store } = database;
      const { incident, orders } = await called(store, 2);
      const [first, second] = orders as [Order, Order];
      const { incidents } = store.read;
      expect(await incidents.order(first.id)).toEqual(first);
      expect(await incidents.orderByToken(second.token)).toEqual(second);
      expect(await incidents.orderByCode('A1')).toEqual(second);
      expect(await incidents.orderByCode('ZZZ')).toBeNull();
      const accepted: Order = { ...first, answer: 'accepted', door: 'words', acceptedAt: now, etaAt: now + 480_000 };
      await store.transaction((tx) => tx.incidents.putOrder(accepted));
      expect(await store.transaction((tx) => tx.incidents.lockOrder(first.id))).toEqual(accepted);
      expect(await incidents.orders(incident.id)).toEqual([accepted, second]);
      await store.transaction((tx) => tx.incidents.put({ ...incident, state: 'closed' }));
      expect(await incidents.orderByCode('A1')).toBeNull();
      expect(await incidents.standbys(incident.id)).toEqual({ count: 0, highestRank: 0 });
    });

    test('concern their person until the incident is closed or they are safely back', async () => {
      const { store } = database;
      const { incident, orders } = await called(store, 1);
      const [order] = orders as [Order];
      const current = () => store.read.incidents.currentOrders(order.personId);
      const put = (parts: Partial<Order>) => store.transaction((tx) => tx.incidents.putOrder({ ...order, ...parts }));
      for (const answer of ['open', 'accepted', 'standby', 'declined', 'withdrawn', 'released'] as const) {
        await put({ answer });
        expect(await current()).toEqual([{ ...order, answer }]);
      }
      for (const parts of [
        { answer: 'released', safeAt: now },
        { answer: 'lapsed' },
        { answer: 'unreachable' },
      ] as const) {
        await put(parts);
        expect(await current()).toEqual([]);
      }
      await put({ answer: 'accepted' });
      await store.transaction((tx) => tx.incidents.put({ ...incident, state: 'closed' }));
      expect(await current()).toEqual([]);
      expect(await store.read.incidents.lastOrder(order.personId)).toEqual({ ...order, answer: 'accepted' });
      expect(await store.read.incidents.lastOrder((await knownPerson(store)).id)).toBeNull();
    });

    test('keep the first instant of being sent, delivered and seen', async () => {
      const { store } = database;
      const { orders } = await called(store, 1);
      const [order] = orders as [Order];
      await store.transaction((tx) => tx.incidents.putOrder({ ...order, sentAt: null }));
      for (const at of [now, now + 1]) {
        await store.transaction(async (tx) => {
          await tx.incidents.markOrder(order.id, 'sentAt', at);
          await tx.incidents.markOrder(order.id, 'deliveredAt', at + 10);
          await tx.incidents.markOrder(order.id, 'seenAt', at + 20);
        });
      }
      const kept = await store.read.incidents.order(order.id);
      expect(kept).toEqual({ ...order, sentAt: now, deliveredAt: now + 10, seenAt: now + 20 });
    });
  });
});

import pg from 'pg';
import { expect, inject, it } from 'vitest';
import type { Incident, Order } from '../../../core/incident.ts';
import type { Person } from '../../../core/people.ts';
import type { Store, Tx } from '../../../core/ports/store.ts';
import { usualTiming } from '../../../core/zone/timing.ts';
import { answerOrder } from '../../../handlers/incident/answer-order.ts';
import { followPosition } from '../../../handlers/incident/report-progress.ts';
import type { Work } from '../../../handlers/work.ts';
import { knownPerson, now } from '../../db/samples.ts';
import { countingIds } from '../../support/ids.ts';
import { incidentOf, orderOf, seatOf } from '../../support/incident-factory.ts';
import { freshDatabase } from '../../support/stores.ts';

const database = freshDatabase('postgres');
const here = { lat: 28.905, lon: 120.055 };
const ids = countingIds();

/** An incident at `here` with an order for each of these people. */
async function calledOut(store: Store, drill: boolean, holders: readonly [Person, Order['answer']][]) {
  const incident: Incident = { ...incidentOf({ state: 'called_out', drill, position: here }), id: ids.next(now) };
  const seat = seatOf({ incidentId: incident.id, needed: 5 });
  const orders = holders.map(([{ id }, answer]) => ({
    ...orderOf({ incidentId: incident.id, seatId: seat.id, personId: id, answer }),
    id: ids.next<Order['id']>(now),
    acceptedAt: answer === 'accepted' ? now : null,
  }));
  await store.transaction(async (tx) => {
    await tx.incidents.add(incident);
    await tx.incidents.addSeat(seat);
    await tx.incidents.addOrders(orders);
  });
  return orders;
}

function workIn(tx: Tx): Work {
  const zone = { name: '东城', timeZone: 'Asia/Shanghai', timing: usualTiming, places: [] };
  return { tx, now, ids, zone, can: () => ({ react: true, edit: true }), keepPrivate: () => {}, notify: () => {} };
}

/** The transaction, in which `locked` is awaited after the first incident has been locked. */
function pausing(tx: Tx, locked: () => Promise<void>): Tx {
  let locks = 0;
  const lock: Tx['incidents']['lock'] = async (id) => {
    const found = await tx.incidents.lock(id);
    locks += 1;
    if (locks === 1) await locked();
    return found;
  };
  return over(tx, { incidents: over(tx.incidents, { lock }) });
}

/** The same object with some of its members replaced. */
function over<Whole extends object>(whole: Whole, own: Partial<Whole>): Whole {
  return new Proxy(whole, {
    get(target, name) {
      if (Object.hasOwn(own, name)) return Reflect.get(own, name) as unknown;
      const member = Reflect.get(target, name, target) as unknown;
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

/** Resolves when somebody waits in the database for a lock that another holds. */
async function somebodyWaits(until: () => boolean): Promise<void> {
  const client = new pg.Client(inject('postgresUrl'));
  await client.connect();
  for (let looks = 0; looks < 2_000 && !until(); looks += 1) {
    const { rowCount } = await client.query("select 1 from pg_locks where not granted and locktype = 'transactionid'");
    if (rowCount !== 0) break;
  }
  await client.end();
}

it('whoever leaves a drill for a real call and whoever arrives at both never wait for each other in a ring', async () => {
  const { store } = database;
  const [leaving, arriving] = [await knownPerson(store), await knownPerson(store)];
  const [realOrder] = await calledOut(store, false, [
    [leaving, 'open'],
    [arriving, 'accepted'],
  ]);
  // The drill is the newer one: people's orders are read newest first, real ones must be locked first all the same.
  await calledOut(store, true, [
    [leaving, 'accepted'],
    [arriving, 'accepted'],
  ]);
  if (realOrder === undefined) throw new Error('There is no order');
  let holding = 0;
  let runs = 0;
  const bothAtOnce = (act: (work: Work) => Promise<unknown>): Promise<unknown> =>
    store.transaction((tx) => {
      runs += 1;
      const met = async (): Promise<void> => {
        holding += 1;
        await somebodyWaits(() => holding >= 2);
      };
      return act(workIn(pausing(tx, met)));
    });
  await Promise.all([
    bothAtOnce((work) => answerOrder(work, realOrder, { verb: 'accept', door: 'button', words: '' })),
    bothAtOnce((work) => followPosition(work, arriving, here)),
  ]);
  // PostgreSQL breaks a ring by losing one transaction, which is then run again.
  expect(runs).toBe(2);
  const answers = async ({ id }: Person): Promise<[Order['answer'], boolean][]> =>
    (await store.read.incidents.currentOrders(id)).map(({ answer, onSceneAt }) => [answer, onSceneAt !== null]);
  expect(await answers(leaving)).toEqual([
    ['withdrawn', false],
    ['accepted', false],
  ]);
  expect(await answers(arriving)).toEqual([
    ['accepted', true],
    ['accepted', true],
  ]);
});

import type { PersonId } from '../../core/ids.ts';
import type { Incident, Order } from '../../core/incident.ts';
import type { Work } from '../work.ts';

/** What is known of an order before it is locked; neither ever changes. */
export type OrderKey = Pick<Order, 'id' | 'incidentId'>;

/**
 * An order and its incident, both locked until the end of the transaction. Whoever changes an order comes this way: the incident
 * first, so that two answers, or an answer and a wave, follow one another and never wait for each other in a ring.
 */
export async function lockOrder(
  work: Work,
  { id, incidentId }: OrderKey,
): Promise<{ order: Order; incident: Incident } | null> {
  const incident = await work.tx.incidents.lock(incidentId);
  const order = await work.tx.incidents.lockOrder(id);
  return incident === null || order === null ? null : { order, incident };
}

/**
 * Whoever needs several incidents at once takes them in one order everywhere, before anything is queued: real ones before
 * drills, the older first. An answer to a real order can therefore still take the drills of its person.
 */
export async function lockIncidents(work: Work, incidents: readonly Incident[]): Promise<void> {
  const inOrder = incidents.toSorted((a, b) => Number(a.drill) - Number(b.drill) || (a.id < b.id ? -1 : 1));
  for (const { id } of inOrder) await work.tx.incidents.lock(id);
}

/** The person's orders of drills that still ask something of them, with the drills locked. */
export async function lockDrillOrders(work: Work, personId: PersonId): Promise<Order[]> {
  const drills = new Map<Incident['id'], Incident>();
  const orders: Order[] = [];
  for (const order of await work.tx.incidents.currentOrders(personId)) {
    if (order.answer !== 'open' && order.answer !== 'accepted' && order.answer !== 'standby') continue;
    const incident = drills.get(order.incidentId) ?? (await work.tx.incidents.byId(order.incidentId));
    if (incident?.drill !== true) continue;
    drills.set(incident.id, incident);
    orders.push(order);
  }
  await lockIncidents(work, [...drills.values()]);
  return orders;
}

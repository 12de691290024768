import type { OrderId } from '../../core/ids.ts';
import type { Incident, Order } from '../../core/incident.ts';
import type { Work } from '../work.ts';

/**
 * An order and its incident, both locked until the end of the transaction. Whoever changes an order comes this way: the incident
 * first, so that two answers, or an answer and a wave, follow one another and never wait for each other in a ring.
 */
export async function lockOrder(work: Work, id: OrderId): Promise<{ order: Order; incident: Incident } | null> {
  const known = await work.tx.incidents.order(id);
  if (known === null) return null;
  const incident = await work.tx.incidents.lock(known.incidentId);
  const order = await work.tx.incidents.lockOrder(id);
  return incident === null || order === null ? null : { order, incident };
}

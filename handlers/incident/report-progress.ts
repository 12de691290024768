import { distanceMetres } from '../../core/geo.ts';
import type { Door, Incident, Order } from '../../core/incident.ts';
import { owesSafeReturn } from '../../core/incident.ts';
import type { OrderResult } from '../../core/tap-result.ts';
import type { Position } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { showOrder } from '../say.ts';
import type { Work } from '../work.ts';
import { traceIncident } from '../work.ts';
import type { OrderKey } from './lock-order.ts';
import { lockIncidents, lockOrder } from './lock-order.ts';
import { closeWhenSafe, showStandDown } from './stand-down.ts';
import { showIncident } from './show-incident.ts';

/** How far somebody has come. */
export type ProgressVerb = 'underway' | 'on_scene' | 'done' | 'safe';

const instants = { underway: 'underwayAt', on_scene: 'onSceneAt', done: 'doneAt', safe: 'safeAt' } as const;

/**
 * Notes that the holder of a seat is underway, on scene, done or safely back, by a tap, a word or a position. Said twice it
 * stays as it was; a step said without the one before implies it.
 */
export async function reportProgress(
  work: Work,
  known: OrderKey,
  verb: ProgressVerb,
  door: Door,
): Promise<OrderResult> {
  const locked = await lockOrder(work, known);
  if (locked === null || locked.incident.state === 'closed') return { kind: 'ended' };
  const { order, incident } = locked;
  if (order.acceptedAt === null || (order.answer !== 'accepted' && !owesSafeReturn(order)))
    return { kind: 'not_seated' };
  if (verb !== 'safe' && incident.state !== 'called_out') return { kind: 'ended' };
  if (order[instants[verb]] !== null) return { kind: verb };
  const moved = advanced(order, verb, work.now);
  await work.tx.incidents.putOrder(moved);
  if (moved.onSceneAt !== null) await work.tx.timers.cancel('eta_overdue', order.id);
  await traceIncident(work, incident, verb, order.personId, { order: order.id, door });
  await showOrder(work, moved);
  await showIncident(work, incident);
  if (verb === 'safe' && incident.state === 'stood_down') {
    await showStandDown(work, moved, 'card');
    await closeWhenSafe(work, incident);
  }
  return { kind: verb };
}

function advanced(order: Order, verb: ProgressVerb, now: number): Order {
  const underwayAt = order.underwayAt ?? (verb === 'safe' ? null : now);
  if (verb === 'underway') return { ...order, underwayAt };
  if (verb === 'on_scene') return { ...order, underwayAt, onSceneAt: now };
  if (verb === 'done') return { ...order, underwayAt, onSceneAt: order.onSceneAt ?? now, doneAt: now };
  return { ...order, safeAt: now };
}

/** A live or shared position inside the incident's radius means on scene; it never takes that back. */
export async function followPosition(work: Work, person: Person, position: Position): Promise<void> {
  const reached: { order: Order; incident: Incident }[] = [];
  for (const order of await work.tx.incidents.currentOrders(person.id)) {
    if (order.answer !== 'accepted' || order.onSceneAt !== null) continue;
    const incident = await work.tx.incidents.byId(order.incidentId);
    if (incident?.position == null) continue;
    if (distanceMetres(position, incident.position) > work.zone.timing.onSceneRadiusMetres) continue;
    reached.push({ order, incident });
  }
  await lockIncidents(
    work,
    reached.map(({ incident }) => incident),
  );
  for (const { order } of reached) await reportProgress(work, order, 'on_scene', 'position');
}

import type { Incident, Order } from '../../core/incident.ts';
import type { IncidentId, OrderId, Token } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import type { Notice, NoticeKind } from '../../core/notice.ts';
import type { Person, Room } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import { choosePlan } from '../../core/choose-plan.ts';
import { emptyPlaces } from '../../core/call-out.ts';
import type { OrderView } from './order-card.ts';
import type { Presenting } from './presenting.ts';
import type { RenderTools } from './render-tools.ts';

/** One notice's kind with its own facts. */
export type NoticeOf<Kind extends NoticeKind> = Extract<Notice, { kind: Kind }>;

/** What a notice is drawn with: the look-ups, the reader, and what presenters use. */
export interface Desk {
  tools: RenderTools;
  room: Room;
  reader: Person | null;
  presenting: Presenting;
}

/** A card, and the facts that decide how it is marked and what stands in for its buttons. */
export interface Drawn {
  card: Card;
  /** Whose number and drill mark it carries; null for what belongs to no incident. */
  incident: Pick<Incident, 'number' | 'drill'> | null;
  /** The order whose one-tap page stands in for its buttons. */
  order?: OrderView['order'];
  /** Numbers of hazards, codes of requests and finds, which words in place of their buttons carry. */
  numbers?: ReadonlyMap<Token, string>;
}

/** Draws a notice from the state at this moment; null when nothing is to be said any more. */
type Draw<Kind extends NoticeKind> = (notice: NoticeOf<Kind>, desk: Desk) => Promise<Drawn | null>;

/** Every kind's way of being drawn. */
export type Drawings<Kind extends NoticeKind> = { readonly [One in Kind]: Draw<One> };

/** Draws a notice about an incident from its view. */
export function onIncident<N extends { incidentId: IncidentId }>(
  present: (view: IncidentView, notice: N, desk: Desk) => Card | null | Promise<Card | null>,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const view = await desk.tools.read.incidents.view(notice.incidentId);
    const card = view === null ? null : await present(view, notice, desk);
    return view === null || card === null ? null : { card, incident: view.incident };
  };
}

/** Ranks only grow; what somebody is told is how many are before them now. */
async function standbyPlaceOf(order: Order, { read }: RenderTools): Promise<number | null> {
  if (order.answer !== 'standby' || order.standbyRank === null) return null;
  return (await read.incidents.standbysBefore(order.incidentId, order.standbyRank)) + 1;
}

/** Looks up an order and what its message shows; light, because a whole wave of them is drawn at once. */
export async function orderView(id: OrderId, { tools }: Desk): Promise<OrderView | null> {
  const { read } = tools;
  const order = await read.incidents.order(id);
  if (order === null) return null;
  const [incident, seats] = await Promise.all([
    read.incidents.byId(order.incidentId),
    read.incidents.seats(order.incidentId),
  ]);
  if (incident === null) return null;
  const [officer, place, plans, standbyPlace] = await Promise.all([
    incident.officerId === null ? null : read.people.byId(incident.officerId),
    incident.placeId === null ? null : read.places.byId(incident.placeId),
    read.places.plans(),
    standbyPlaceOf(order, tools),
  ]);
  return {
    order,
    incident,
    seat: seats.find((seat) => seat.id === order.seatId) ?? null,
    officer,
    place,
    plan: choosePlan(plans, incident.kind, incident.level),
    full: seats.length > 0 && seats.every((seat) => emptyPlaces(seat) === 0),
    standbyPlace,
  };
}

/** Draws a notice about an order; its buttons can be stood in for by the order's page. */
export function onOrder<N extends { orderId: OrderId }>(
  present: (view: OrderView, notice: N, desk: Desk) => Card | null,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const view = await orderView(notice.orderId, desk);
    const card = view === null ? null : present(view, notice, desk);
    return view === null || card === null ? null : { card, incident: view.incident, order: view.order };
  };
}

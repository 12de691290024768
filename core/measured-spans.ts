import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';
import { owesSafeReturn } from './incident.ts';
import type { IncidentView } from './ports/incidents.ts';
import type { TraceEntry } from './ports/trace.ts';

/** The spans that an after-action report measures. */
export const measuredSpans = [
  'report_to_confirm',
  'confirm_to_orders',
  'orders_to_first_accept',
  'orders_to_seats_full',
  'orders_to_first_on_scene',
  'stand_down_to_all_safe',
  'report_to_close',
] as const;
export type MeasuredSpan = (typeof measuredSpans)[number];

/** How many seats were held from this moment on, counted from the first orders. */
export interface AcceptPoint {
  sinceOrdersMs: number;
  held: number;
}

/** Seats held over time. A stand-down frees nobody here: it only ends the need. */
export function acceptCurveOf(trace: readonly TraceEntry[], ordersAt: Instant | null): readonly AcceptPoint[] {
  const holders = new Set<PersonId>();
  const curve: AcceptPoint[] = [];
  for (const { what, actorId, at } of trace) {
    if (actorId === null || ordersAt === null) continue;
    const before = holders.size;
    if (what === 'accepted') holders.add(actorId);
    if (what === 'withdrawn' || what === 'declined' || what === 'standby') holders.delete(actorId);
    if (holders.size !== before) curve.push({ sinceOrdersMs: Math.max(0, at - ordersAt), held: holders.size });
  }
  return curve;
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Every span of which both ends came to pass. `planned`: how many seats the plan asked for. */
export function spansOf(view: IncidentView, curve: readonly AcceptPoint[], planned: number): Map<MeasuredSpan, number> {
  const { incident, orders } = view;
  const spans = new Map<MeasuredSpan, number>();
  const measure = (what: MeasuredSpan, from: Instant | null, to: Instant | null): void => {
    if (from !== null && to !== null) spans.set(what, Math.max(0, to - from));
  };
  measure('report_to_confirm', incident.reportedAt, incident.confirmedAt);
  measure('confirm_to_orders', incident.confirmedAt, incident.calledOutAt);
  const first = curve[0];
  if (first !== undefined) spans.set('orders_to_first_accept', first.sinceOrdersMs);
  const full = curve.find(({ held }) => held >= planned);
  if (full !== undefined) spans.set('orders_to_seats_full', full.sinceOrdersMs);
  measure('orders_to_first_on_scene', incident.calledOutAt, earliest(orders.map((order) => order.onSceneAt)));
  const safe = orders.map((order) => order.safeAt).filter((at) => at !== null);
  if (safe.length > 0 && !orders.some(owesSafeReturn)) {
    measure('stand_down_to_all_safe', incident.stoodDownAt, Math.max(...safe));
  }
  measure('report_to_close', incident.reportedAt, incident.closedAt);
  return spans;
}

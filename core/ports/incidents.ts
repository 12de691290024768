import type { Instant } from '../clock.ts';
import type { FileId, IncidentId, OrderId, PersonId, SeatId, Token } from '../ids.ts';
import type { Incident, Order, Report, Seat } from '../incident.ts';
import type { Person, Place } from '../people.ts';

/** An incident with all that its cards, page and report show. */
export interface IncidentView {
  incident: Incident;
  reports: readonly Report[];
  seats: readonly Seat[];
  /** In the order of asking. */
  orders: readonly (Order & { person: Person })[];
  officer: Person | null;
  place: Place | null;
  photos: readonly FileId[];
}

export interface IncidentReads {
  byId(id: IncidentId): Promise<Incident | null>;
  byToken(token: Token): Promise<Incident | null>;
  byNumber(number: string): Promise<Incident | null>;
  view(id: IncidentId): Promise<IncidentView | null>;
  /** Not yet closed, oldest first. */
  running(): Promise<Incident[]>;
  /** Newest first. */
  latest(limit: number): Promise<Incident[]>;
  reports(id: IncidentId): Promise<Report[]>;
  seats(id: IncidentId): Promise<Seat[]>;
  orders(id: IncidentId): Promise<Order[]>;
  order(id: OrderId): Promise<Order | null>;
  orderByToken(token: Token): Promise<Order | null>;
  /** How many of the incident's orders are on standby, and the highest rank among them (0: none). */
  standbys(id: IncidentId): Promise<{ count: number; highestRank: number }>;
  /** How many of the incident's orders are on standby with a lower rank than this: ranks only grow, places are counted. */
  standbysBefore(id: IncidentId, rank: number): Promise<number>;
  /** The order of a running incident with this reply code. */
  orderByCode(code: string): Promise<Order | null>;
  /**
   * This person's orders of incidents that are not closed and that still concern them: open, accepted, standby, declined or
   * withdrawn (a mind can change), or released and not yet safe; newest first.
   */
  currentOrders(personId: PersonId): Promise<Order[]>;
  /** The newest order that this person was ever sent, whatever became of it. */
  lastOrder(personId: PersonId): Promise<Order | null>;
}

export interface IncidentWrites extends IncidentReads {
  add(incident: Incident): Promise<void>;
  /** Writes all fields of the incident. */
  put(incident: Incident): Promise<void>;
  /** Locks the incident's row until the end of the transaction where a count over its rows decides (FOR UPDATE; nothing on SQLite). */
  lock(id: IncidentId): Promise<Incident | null>;
  addReport(report: Report): Promise<void>;
  /** Moves a report to another incident. */
  moveReport(report: Report, to: IncidentId): Promise<void>;
  addSeat(seat: Seat): Promise<void>;
  putSeat(seat: Seat): Promise<void>;
  removeSeats(id: IncidentId): Promise<void>;
  /** The claim: one conditional UPDATE (taken + 1 where taken < needed). True: this call won the seat. */
  claimSeat(id: SeatId): Promise<boolean>;
  /** Gives a place of the seat back (taken − 1, never below 0). */
  freeSeat(id: SeatId): Promise<void>;
  addOrders(orders: readonly Order[]): Promise<void>;
  /** Writes all fields of the order. */
  putOrder(order: Order): Promise<void>;
  /** Locks and reads the order, so that two answers of one person follow one another. */
  lockOrder(id: OrderId): Promise<Order | null>;
  /** Sets one instant of the order if it is still null. */
  markOrder(id: OrderId, what: 'sentAt' | 'deliveredAt' | 'seenAt', at: Instant): Promise<void>;
}

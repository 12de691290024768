import type { Instant } from '../../core/clock.ts';
import type { IncidentId, OrderId, PersonId, ReportId, SeatId, Token } from '../../core/ids.ts';
import type { Incident, Order, Report, Seat } from '../../core/incident.ts';
import type { IncidentView, IncidentWrites } from '../../core/ports/incidents.ts';
import { and, asc, desc, eq, gt, lt, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { runMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { SqlFiles } from './files.ts';
import { incidentOf, incidentRow } from './incident-row.ts';
import type { IncidentRow } from './incident-row.ts';
import * as orders from './orders.ts';
import type { SqlPeople } from './people.ts';
import { personOf } from './person-row.ts';
import type { SqlPlaces } from './places.ts';
import { first, insertRow, updateRow } from './rows.ts';

const incidentById = query(({ db, tables: { incidents } }, given: Values<{ id: IncidentId }>) =>
  db.select().from(incidents).where(eq(incidents.id, given.id)),
);

const incidentByIdLocked = query(({ db, dialect, tables: { incidents } }, given: Values<{ id: IncidentId }>) =>
  dialect.locked(db.select().from(incidents).where(eq(incidents.id, given.id))),
);

const incidentByToken = query(({ db, tables: { incidents } }, given: Values<{ token: Token }>) =>
  db.select().from(incidents).where(eq(incidents.token, given.token)),
);

const incidentByNumber = query(({ db, tables: { incidents } }, given: Values<{ number: string }>) =>
  db.select().from(incidents).where(eq(incidents.number, given.number)),
);

const runningIncidents = query(({ db, tables: { incidents } }) =>
  db
    .select()
    .from(incidents)
    .where(sql`${incidents.state} <> 'closed'`)
    .orderBy(asc(incidents.reportedAt)),
);

const latestIncidents = query(({ db, tables: { incidents } }, given: Values<{ limit: number }>) =>
  db.select().from(incidents).orderBy(desc(incidents.reportedAt)).limit(given.limit),
);

const addIncident = query<IncidentRow, Changed>(({ db, tables: { incidents } }) => insertRow(db, incidents));

const putIncident = query(({ db, tables: { incidents } }, given: Values<IncidentRow>) =>
  updateRow(db, incidents, incidents.id, given.id),
);

const reportsOfIncident = query(({ db, tables: { reports } }, given: Values<{ incidentId: IncidentId }>) =>
  db.select().from(reports).where(eq(reports.incidentId, given.incidentId)).orderBy(asc(reports.at), asc(reports.id)),
);

const addReportRow = query<Report, Changed>(({ db, tables: { reports } }) => insertRow(db, reports));

const moveReportTo = query(({ db, tables: { reports } }, given: Values<{ id: ReportId; to: IncidentId }>) =>
  db.update(reports).set({ incidentId: given.to }).where(eq(reports.id, given.id)),
);

const seatsOfIncident = query(({ db, tables: { seats } }, given: Values<{ incidentId: IncidentId }>) =>
  db.select().from(seats).where(eq(seats.incidentId, given.incidentId)).orderBy(asc(seats.id)),
);

const addSeatRow = query<Seat, Changed>(({ db, tables: { seats } }) => insertRow(db, seats));

const putSeatRow = query(({ db, tables: { seats } }, given: Values<Seat>) => updateRow(db, seats, seats.id, given.id));

const removeSeatsOf = query(({ db, tables: { seats } }, given: Values<{ incidentId: IncidentId }>) =>
  db.delete(seats).where(eq(seats.incidentId, given.incidentId)),
);

/** The claim. Whoever finds it full changes nothing; on PostgreSQL the row's lock makes the others wait for this one. */
const claim = query(({ db, tables: { seats } }, given: Values<{ id: SeatId }>) =>
  db
    .update(seats)
    .set({ taken: sql`${seats.taken} + 1` })
    .where(and(eq(seats.id, given.id), lt(seats.taken, seats.needed))),
);

const free = query(({ db, tables: { seats } }, given: Values<{ id: SeatId }>) =>
  db
    .update(seats)
    .set({ taken: sql`${seats.taken} - 1` })
    .where(and(eq(seats.id, given.id), gt(seats.taken, 0))),
);

/** Incidents with their reports, seats and orders. */
export class SqlIncidents implements IncidentWrites {
  readonly #handle: Handle;
  readonly #near: { people: SqlPeople; places: SqlPlaces; files: SqlFiles };

  constructor(handle: Handle, near: { people: SqlPeople; places: SqlPlaces; files: SqlFiles }) {
    this.#handle = handle;
    this.#near = near;
  }

  async byId(id: IncidentId): Promise<Incident | null> {
    return oneIncident(await this.#handle.run(incidentById, { id }));
  }

  async byToken(token: Token): Promise<Incident | null> {
    return oneIncident(await this.#handle.run(incidentByToken, { token }));
  }

  async byNumber(number: string): Promise<Incident | null> {
    return oneIncident(await this.#handle.run(incidentByNumber, { number }));
  }

  async lock(id: IncidentId): Promise<Incident | null> {
    return oneIncident(await this.#handle.run(incidentByIdLocked, { id }));
  }

  async view(id: IncidentId): Promise<IncidentView | null> {
    const incident = await this.byId(id);
    if (!incident) return null;
    const { people, places, files } = this.#near;
    const [reports, seats, asked, officer, place, sent] = await Promise.all([
      this.reports(id),
      this.seats(id),
      this.#handle.run(orders.ordersWithPeople, { incidentId: id }),
      incident.officerId && people.byId(incident.officerId),
      incident.placeId && places.byId(incident.placeId),
      files.ofIncident(id),
    ]);
    const photos = sent.filter(({ attachment }) => attachment.kind === 'photo').map((file) => file.id);
    const withPeople = asked.map(({ order, person }) => ({ ...order, person: personOf(person) }));
    return { incident, reports, seats, orders: withPeople, officer, place, photos };
  }

  async running(): Promise<Incident[]> {
    const rows = await this.#handle.run(runningIncidents, {});
    return rows.map(incidentOf);
  }

  async latest(limit: number): Promise<Incident[]> {
    const rows = await this.#handle.run(latestIncidents, { limit });
    return rows.map(incidentOf);
  }

  reports(incidentId: IncidentId): Promise<Report[]> {
    return this.#handle.run(reportsOfIncident, { incidentId });
  }

  seats(incidentId: IncidentId): Promise<Seat[]> {
    return this.#handle.run(seatsOfIncident, { incidentId });
  }

  orders(incidentId: IncidentId): Promise<Order[]> {
    return this.#handle.run(orders.ordersOfIncident, { incidentId });
  }

  async order(id: OrderId): Promise<Order | null> {
    return first(await this.#handle.run(orders.orderById, { id }));
  }

  async orderByToken(token: Token): Promise<Order | null> {
    return first(await this.#handle.run(orders.orderByToken, { token }));
  }

  async orderByCode(code: string): Promise<Order | null> {
    return first(await this.#handle.run(orders.runningOrdersByCode, { code }))?.order ?? null;
  }

  async currentOrders(personId: PersonId): Promise<Order[]> {
    const ahead = this.#handle.readAhead?.orders.get(personId);
    if (ahead !== undefined) return [...ahead];
    const rows = await this.#handle.run(orders.currentOrdersOf, { people: [personId] });
    return rows.map(({ order }) => order);
  }

  async lastOrder(personId: PersonId): Promise<Order | null> {
    return first(await this.#handle.run(orders.lastOrderOf, { personId }));
  }

  async standbys(incidentId: IncidentId): Promise<{ count: number; highestRank: number }> {
    const [row] = await this.#handle.run(orders.standbysOfIncident, { incidentId });
    return { count: row?.count ?? 0, highestRank: row?.highestRank ?? 0 };
  }

  async standbysBefore(incidentId: IncidentId, rank: number): Promise<number> {
    const [row] = await this.#handle.run(orders.standbysBefore, { incidentId, rank });
    return row?.count ?? 0;
  }

  async add(incident: Incident): Promise<void> {
    await this.#handle.run(addIncident, incidentRow(incident));
  }

  async put(incident: Incident): Promise<void> {
    await this.#handle.run(putIncident, incidentRow(incident));
  }

  async addReport(report: Report): Promise<void> {
    await this.#handle.run(addReportRow, report);
  }

  async moveReport({ id }: Report, to: IncidentId): Promise<void> {
    await this.#handle.run(moveReportTo, { id, to });
  }

  async addSeat(seat: Seat): Promise<void> {
    await this.#handle.run(addSeatRow, seat);
  }

  async putSeat(seat: Seat): Promise<void> {
    await this.#handle.run(putSeatRow, seat);
  }

  async removeSeats(incidentId: IncidentId): Promise<void> {
    await this.#handle.run(removeSeatsOf, { incidentId });
  }

  async claimSeat(id: SeatId): Promise<boolean> {
    const { changed } = await this.#handle.run(claim, { id });
    return changed === 1;
  }

  async freeSeat(id: SeatId): Promise<void> {
    await this.#handle.run(free, { id });
  }

  async addOrders(added: readonly Order[]): Promise<void> {
    await runMany(this.#handle, orders.addOrders, added);
  }

  async putOrder(order: Order): Promise<void> {
    await this.#handle.run(orders.putOrderRow, order);
  }

  async lockOrder(id: OrderId): Promise<Order | null> {
    return first(await this.#handle.run(orders.orderByIdLocked, { id }));
  }

  async markOrder(id: OrderId, what: 'sentAt' | 'deliveredAt' | 'seenAt', at: Instant): Promise<void> {
    await this.#handle.run(orders.markOrder[what], { id, at });
  }
}

function oneIncident(rows: readonly IncidentRow[]): Incident | null {
  const row = first(rows);
  return row && incidentOf(row);
}

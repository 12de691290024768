import type { Instant } from '../../core/clock.ts';
import type { IncidentId, OrderId, PersonId, Token } from '../../core/ids.ts';
import type { Order } from '../../core/incident.ts';
import { and, asc, count, desc, eq, inArray, isNull, lt, max, or, sql } from '../drizzle.ts';
import { queryMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Values, Writing } from '../query.ts';
import type { Tables } from '../schema.ts';
import { insertRows, updateRow } from './rows.ts';

export const orderById = query(({ db, tables: { orders } }, given: Values<{ id: OrderId }>) =>
  db.select().from(orders).where(eq(orders.id, given.id)),
);

export const orderByIdLocked = query(({ db, dialect, tables: { orders } }, given: Values<{ id: OrderId }>) =>
  dialect.locked(db.select().from(orders).where(eq(orders.id, given.id))),
);

export const orderByToken = query(({ db, tables: { orders } }, given: Values<{ token: Token }>) =>
  db.select().from(orders).where(eq(orders.token, given.token)),
);

/** Orders whose incident is not closed. */
const ofRunning = ({ db, tables: { orders, incidents } }: Writing) =>
  db.select({ order: orders }).from(orders).innerJoin(incidents, eq(incidents.id, orders.incidentId));

export const runningOrdersByCode = query((on, given: Values<{ code: string }>) => {
  const { orders, incidents } = on.tables;
  return ofRunning(on)
    .where(and(eq(orders.code, given.code), sql`${incidents.state} <> 'closed'`))
    .orderBy(desc(orders.id));
});

/** Orders of people that still concern them, newest first. */
export const currentOrdersOf = query((on, given: Values<{ people: readonly PersonId[] }>) => {
  const { orders, incidents } = on.tables;
  const concerns = or(
    inArray(orders.answer, ['open', 'accepted', 'standby', 'declined', 'withdrawn']),
    and(eq(orders.answer, 'released'), isNull(orders.safeAt)),
  );
  return ofRunning(on)
    .where(and(on.dialect.among(orders.personId, given.people), sql`${incidents.state} <> 'closed'`, concerns))
    .orderBy(desc(orders.id));
});

export const lastOrderOf = query(({ db, tables: { orders } }, given: Values<{ personId: PersonId }>) =>
  db.select().from(orders).where(eq(orders.personId, given.personId)).orderBy(desc(orders.id)).limit(1),
);

export const ordersOfIncident = query(({ db, tables: { orders } }, given: Values<{ incidentId: IncidentId }>) =>
  db.select().from(orders).where(eq(orders.incidentId, given.incidentId)).orderBy(asc(orders.wave), asc(orders.id)),
);

export const ordersWithPeople = query(({ db, tables: { orders, people } }, given: Values<{ incidentId: IncidentId }>) =>
  db
    .select({ order: orders, person: people })
    .from(orders)
    .innerJoin(people, eq(people.id, orders.personId))
    .where(eq(orders.incidentId, given.incidentId))
    .orderBy(asc(orders.wave), asc(orders.id)),
);

/** As it stands in the index of standbys, so that it is used. */
const onStandby = (orders: Tables['orders']) => sql`${orders.answer} = 'standby'`;

export const standbysOfIncident = query(({ db, tables: { orders } }, given: Values<{ incidentId: IncidentId }>) =>
  db
    .select({ count: count(), highestRank: max(orders.standbyRank) })
    .from(orders)
    .where(and(eq(orders.incidentId, given.incidentId), onStandby(orders))),
);

export const standbysBefore = query(
  ({ db, tables: { orders } }, given: Values<{ incidentId: IncidentId; rank: number }>) =>
    db
      .select({ count: count() })
      .from(orders)
      .where(and(eq(orders.incidentId, given.incidentId), onStandby(orders), lt(orders.standbyRank, given.rank))),
);

export const addOrders = queryMany<Order>(({ db, tables: { orders } }, rows) => insertRows(db, orders, rows));

export const putOrderRow = query(({ db, tables: { orders } }, given: Values<Order>) =>
  updateRow(db, orders, orders.id, given.id),
);

type Mark = Values<{ id: OrderId; at: Instant }>;

/** Each sets one instant, once. */
export const markOrder = {
  sentAt: query(({ db, tables: { orders } }, given: Mark) =>
    db
      .update(orders)
      .set({ sentAt: given.at })
      .where(and(eq(orders.id, given.id), isNull(orders.sentAt))),
  ),
  deliveredAt: query(({ db, tables: { orders } }, given: Mark) =>
    db
      .update(orders)
      .set({ deliveredAt: given.at })
      .where(and(eq(orders.id, given.id), isNull(orders.deliveredAt))),
  ),
  seenAt: query(({ db, tables: { orders } }, given: Mark) =>
    db
      .update(orders)
      .set({ seenAt: given.at })
      .where(and(eq(orders.id, given.id), isNull(orders.seenAt))),
  ),
};

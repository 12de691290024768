import type { Candidate, LastPosition } from '../../core/people.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import { channelsByPerson } from './channels.ts';
import { personOf } from './person-row.ts';

const rescuers = query(({ db, tables: { people, personRoles, positions } }) =>
  db
    .select({ person: people, position: positions })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .leftJoin(positions, eq(positions.personId, people.id))
    .where(and(eq(personRoles.role, 'rescuer'), eq(people.active, true)))
    .orderBy(asc(people.id)),
);

/** Who has an order in hand: asked and not answered, or accepted and not yet back; somebody may come twice. */
const busyPeople = query(({ db, tables: { orders, incidents } }) =>
  db
    .select({ personId: orders.personId, drill: incidents.drill })
    .from(orders)
    .innerJoin(incidents, eq(incidents.id, orders.incidentId))
    .where(
      and(
        sql`${orders.answer} in ('open', 'accepted') and ${orders.safeAt} is null`,
        sql`${incidents.state} <> 'closed'`,
      ),
    ),
);

/** Every active rescuer with all that decides whether to ask; a drill keeps nobody from a real incident. */
export async function findCandidates(handle: Handle, forDrill: boolean): Promise<Candidate[]> {
  const [found, channels, busyRows] = await Promise.all([
    handle.run(rescuers, {}),
    channelsByPerson(handle, 'rescuer'),
    handle.run(busyPeople, {}),
  ]);
  const busy = new Set(busyRows.filter(({ drill }) => forDrill || !drill).map(({ personId }) => personId));
  return found.map(({ person, position }) => ({
    person: personOf(person),
    channels: channels.get(person.id) ?? [],
    position: position && lastPosition(position),
    busy: busy.has(person.id),
  }));
}

function lastPosition({ lat, lon, at, source }: Tables['positions']['$inferSelect']): LastPosition {
  return { lat, lon, at, source };
}

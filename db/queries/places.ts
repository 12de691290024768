import type { PlaceId, PlanId } from '../../core/ids.ts';
import type { Place, Plan } from '../../core/people.ts';
import type { PlaceWrites } from '../../core/ports/places.ts';
import { asc, eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import type { Tables } from '../schema.ts';
import { first, positionOf, upsertRow } from './rows.ts';

type PlaceRow = Tables['places']['$inferSelect'];

const placeById = query(({ db, tables: { places } }, given: Values<{ id: PlaceId }>) =>
  db.select().from(places).where(eq(places.id, given.id)),
);

const placeByCode = query(({ db, tables: { places } }, given: Values<{ code: string }>) =>
  db.select().from(places).where(eq(places.code, given.code)),
);

const activePlaces = query(({ db, tables: { places } }) =>
  db.select().from(places).where(eq(places.active, true)).orderBy(asc(places.code)),
);

const allPlans = query(({ db, tables: { plans } }) => db.select().from(plans).orderBy(asc(plans.code)));

const putPlaceRow = query<PlaceRow, Changed>(({ db, tables: { places } }) => upsertRow(db, places, places.id));

const putPlanRow = query<Plan, Changed>(({ db, tables: { plans } }) => upsertRow(db, plans, plans.id));

/** Everything with a location, and the plans for what can happen there. */
export class SqlPlaces implements PlaceWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async byId(id: PlaceId): Promise<Place | null> {
    return onePlace(await this.#handle.run(placeById, { id }));
  }

  async byCode(code: string): Promise<Place | null> {
    return onePlace(await this.#handle.run(placeByCode, { code }));
  }

  async all(): Promise<Place[]> {
    const rows = await this.#handle.run(activePlaces, {});
    return rows.map(placeOf);
  }

  plans(): Promise<Plan[]> {
    return this.#handle.run(allPlans, {});
  }

  async put({ position, details, ...place }: Place): Promise<void> {
    const row = { ...place, lat: position?.lat ?? null, lon: position?.lon ?? null, details: details ?? null };
    await this.#handle.run(putPlaceRow, row);
  }

  async putPlan(plan: Plan & { id: PlanId }): Promise<void> {
    await this.#handle.run(putPlanRow, plan);
  }
}

function onePlace(rows: readonly PlaceRow[]): Place | null {
  const row = first(rows);
  return row && placeOf(row);
}

function placeOf({ lat, lon, details, ...row }: PlaceRow): Place {
  return { ...row, position: positionOf(lat, lon), ...(details === null ? {} : { details }) };
}

import type { PlaceId, Token } from '../../core/ids.ts';
import type { PlaceColour } from '../../core/place-colour.ts';
import type { PlaceColourWrites } from '../../core/ports/place-colours.ts';
import { eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values } from '../query.ts';
import { first, upsertRow } from './rows.ts';

const colourOfPlace = query(({ db, tables: { placeColours } }, given: Values<{ placeId: PlaceId }>) =>
  db.select().from(placeColours).where(eq(placeColours.placeId, given.placeId)),
);

const colourByToken = query(({ db, tables: { placeColours } }, given: Values<{ token: Token }>) =>
  db.select().from(placeColours).where(eq(placeColours.token, given.token)),
);

const lockedColour = query(({ db, dialect, tables: { placeColours } }, given: Values<{ placeId: PlaceId }>) =>
  dialect.locked(db.select().from(placeColours).where(eq(placeColours.placeId, given.placeId))),
);

const putColour = query<PlaceColour, Changed>(({ db, tables: { placeColours } }) =>
  upsertRow(db, placeColours, placeColours.placeId),
);

/** The colours that people decided on, and what they were asked last. */
export class SqlPlaceColours implements PlaceColourWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async of(placeId: PlaceId): Promise<PlaceColour | null> {
    return first(await this.#handle.run(colourOfPlace, { placeId }));
  }

  async byToken(token: Token): Promise<PlaceColour | null> {
    return first(await this.#handle.run(colourByToken, { token }));
  }

  async lock(placeId: PlaceId): Promise<PlaceColour | null> {
    return first(await this.#handle.run(lockedColour, { placeId }));
  }

  async put(colour: PlaceColour): Promise<void> {
    await this.#handle.run(putColour, colour);
  }
}

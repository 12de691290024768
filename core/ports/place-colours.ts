import type { PlaceId, Token } from '../ids.ts';
import type { PlaceColour } from '../place-colour.ts';

export interface PlaceColourReads {
  /** Null: nobody was ever asked about its colour. */
  of(placeId: PlaceId): Promise<PlaceColour | null>;
  byToken(token: Token): Promise<PlaceColour | null>;
}

export interface PlaceColourWrites extends PlaceColourReads {
  /** Locks the row until the end of the transaction and reads it, so that of two taps one comes second. */
  lock(placeId: PlaceId): Promise<PlaceColour | null>;
  put(colour: PlaceColour): Promise<void>;
}

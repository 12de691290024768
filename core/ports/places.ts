import type { PlaceId, PlanId } from '../ids.ts';
import type { Place, Plan } from '../people.ts';

export interface PlaceReads {
  byId(id: PlaceId): Promise<Place | null>;
  byCode(code: string): Promise<Place | null>;
  /** Active places; the whole list is kept in memory by its readers. */
  all(): Promise<Place[]>;
  plans(): Promise<Plan[]>;
}

export interface PlaceWrites extends PlaceReads {
  put(place: Place): Promise<void>;
  putPlan(plan: Plan & { id: PlanId }): Promise<void>;
}

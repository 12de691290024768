import type { Instant } from '../core/clock.ts';
import type { PersonId, ShiftId, TeamId } from '../core/ids.ts';
import type { Order } from '../core/incident.ts';
import type { Platform } from '../core/message.ts';
import type { Room } from '../core/people.ts';
import type { KnownSender } from '../core/ports/people.ts';
import type { OpenQuestion } from '../core/ports/rooms.ts';

/**
 * What was read beforehand for many events at once. Each map answers for everything that was asked about; null and an empty
 * list: there is none. A handle forgets it as soon as one of its tables is written, so it is never older than the database.
 */
export interface ReadAhead {
  readonly rooms: ReadonlyMap<string, Room | null>;
  readonly senders: ReadonlyMap<string, KnownSender | null>;
  readonly orders: ReadonlyMap<PersonId, readonly Order[]>;
  /** Also those that have expired. */
  readonly questions: ReadonlyMap<PersonId, readonly OpenQuestion[]>;
  readonly cases: ReadonlyMap<PersonId, KnownCase>;
  /** Whom an open private matter names; undefined once matters have been written. */
  readonly concerned: ReadonlyMap<PersonId, boolean> | undefined;
  /** Undefined once they have been written. */
  readonly duties: KnownDuties | undefined;
}

/** To which shifts what these people write, or what is written in these teams' rooms, can belong by an instant. */
export interface KnownDuties {
  readonly asked: ReadonlySet<PersonId | TeamId>;
  readonly until: Instant;
  readonly duties: readonly KnownDuty[];
}

/** A shift of a person or a team, and from when on messages belong to it; 0: at once. */
export interface KnownDuty {
  whose: PersonId | TeamId;
  shiftId: ShiftId;
  takesFromAt: Instant;
}

/** What somebody has to do with hazards: owns an open one; when the last one was told of, null: never. */
export interface KnownCase {
  owns: boolean;
  toldAt: Instant | null;
}

/** The tables that it was read from. */
const readAheadTables: ReadonlySet<string> = new Set([
  'rooms',
  'people',
  'identities',
  'incidents',
  'orders',
  'questions',
  'hazards',
  'hazard_reports',
]);

/** People muster, and points are seen, with every message of a crew: only what is known of shifts is forgotten then. */
const dutyTables: ReadonlySet<string> = new Set(['shift_people', 'shift_teams']);

/** Matters are written by whoever tells one, and say nothing about the others. */
const matterTables: ReadonlySet<string> = new Set(['matters', 'matter_people']);

/** Whether writing this table can change whom private matters name. */
export function namesPeople(written: string): boolean {
  return matterTables.has(written);
}

/** What still holds after a table was written. */
export function stillKnown(known: ReadAhead, written: string): ReadAhead | undefined {
  if (dutyTables.has(written)) return { ...known, duties: undefined };
  if (matterTables.has(written)) return { ...known, concerned: undefined };
  return readAheadTables.has(written) ? undefined : known;
}

/** A room or a sender as its platform names it. */
export function named(platform: Platform, externalId: string): string {
  return `${platform} ${externalId}`;
}

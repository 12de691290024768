import type { Instant } from '../core/clock.ts';
import type { PersonId } from '../core/ids.ts';
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
}

/** What somebody has to do with hazards: owns an open one; when the last one was told of, null: never. */
export interface KnownCase {
  owns: boolean;
  toldAt: Instant | null;
}

/** The tables that it was read from. */
export const readAheadTables: ReadonlySet<string> = new Set([
  'rooms',
  'people',
  'identities',
  'incidents',
  'orders',
  'questions',
  'hazards',
  'hazard_reports',
]);

/** A room or a sender as its platform names it. */
export function named(platform: Platform, externalId: string): string {
  return `${platform} ${externalId}`;
}

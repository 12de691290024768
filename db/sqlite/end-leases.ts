import type { Database } from 'better-sqlite3';

/**
 * Gives back what the last process had in hand. The file's lock proves that it is gone, so nobody has to wait until its leases
 * end: what it was sending is taken over at once, as perhaps sent.
 */
export function endLeases(database: Database): void {
  database.exec('update lanes set due_at = 0 where lease is not null');
  database.exec('update timers set claimable_at = due_at where lease is not null');
}

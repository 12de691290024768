import { schedule } from 'node-cron';
import type { ScheduledTask } from 'node-cron';
import type { Clock, Instant } from '../core/clock.ts';
import type { Store } from '../core/ports/store.ts';
import type { Log } from '../core/ports/log.ts';

/** Something done at a time of day or each hour, in the zone's time. */
export interface CalendarEntry {
  /** Kept in the settings, so it must not change: `self-check`. */
  name: string;
  /** Minute, hour, day of month, month, day of week: https://nodecron.com/cron-syntax */
  when: string;
  run: () => Promise<void>;
}

/** When the daily work is done; times of day in the zone's time. */
export const dailyAt = {
  /** Before the day's duty officer sits down. */
  selfCheck: '30 7 * * *',
  forgetMatters: '10 3 * * *',
  forgetOld: '25 3 * * *',
  forgetRecords: '35 3 * * *',
  /** After all that forgets. */
  wipe: '50 3 * * *',
  unreachablePeople: '0 8 * * *',
} as const;

/** What is done each hour. */
export const hourlyAt = {
  forgetTracks: '20 * * * *',
  /** Whoever wants to be erased does not wait long. */
  forgetPeople: '*/10 * * * *',
} as const;

/**
 * Runs entries by the calendar. Of several instances on one database only one runs a slot. A slot that passed while the program was
 * down is not made up for: what must not be missed is a timer.
 */
export function calendar(options: {
  store: Store;
  clock: Clock;
  /** IANA name. */
  timeZone: string;
  entries: readonly CalendarEntry[];
  log: Log;
}): { start(): void; stop(): Promise<void> } {
  const { store, clock, timeZone, entries, log } = options;
  const tasks: ScheduledTask[] = [];
  const running = new Set<Promise<void>>();
  return {
    start: () => {
      for (const entry of entries) {
        const tick = (slot: Date): void => {
          const run = runSlot(store, entry, slot.getTime(), clock, log).finally(() => running.delete(run));
          running.add(run);
        };
        tasks.push(
          schedule(entry.when, ({ date }) => tick(date), { timezone: timeZone, name: entry.name, unref: true }),
        );
      }
    },
    stop: async () => {
      for (const task of tasks.splice(0)) await task.destroy();
      await Promise.all(running);
    },
  };
}

/** Runs an entry's slot unless an instance has it already. Failures are logged: the next slot is another try. */
export async function runSlot(
  store: Store,
  entry: CalendarEntry,
  slotAt: Instant,
  clock: Clock,
  log: Log,
): Promise<void> {
  const startedAt = clock.now();
  try {
    if (!(await takeSlot(store, entry.name, slotAt))) return;
    await entry.run();
    log.info({ entry: entry.name, tookMs: clock.now() - startedAt }, 'Calendar entry done');
  } catch (error) {
    log.error({ err: error, entry: entry.name }, 'Calendar entry failed');
  }
}

/** True for the one caller that may run this slot. */
async function takeSlot(store: Store, name: string, slotAt: Instant): Promise<boolean> {
  const minute = Math.floor(slotAt / 60_000);
  return await store.transaction(async (tx) => {
    // Counting locks the row, so that instances follow one another here on PostgreSQL too.
    await tx.settings.take(`calendar:${name}:turns`, 1);
    const last = await tx.settings.get(`calendar:${name}`);
    if (typeof last === 'number' && last >= minute) return false;
    await tx.settings.put(`calendar:${name}`, minute);
    return true;
  });
}

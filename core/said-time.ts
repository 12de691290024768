import type { Instant } from './clock.ts';

const minute = 60_000;
/** Watches differ. */
const aheadMs = 10 * minute;

/**
 * The instant that a time of day means to somebody who speaks of it at `now`: the last time that the zone's clocks showed it,
 * with some minutes of tolerance for a watch that is ahead. Where the clock is set back and shows it twice, the later one that
 * is past.
 * @param time `HH:MM`
 */
export function saidInstant(time: string, now: Instant, timeZone: string): Instant | null {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (clock === null) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = { hour: Number(clock[1]), minute: Number(clock[2]) };
  const instants = [1, 0, -1].flatMap((days) =>
    (['earlier', 'later'] as const).map(
      (disambiguation) =>
        today.add({ days }).toPlainDateTime(at).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
    ),
  );
  return Math.max(...instants.filter((instant) => instant <= now + aheadMs));
}

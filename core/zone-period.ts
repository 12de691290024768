import type { Instant } from './clock.ts';

/** A month or a year on the zone's calendar. */
export interface ZonePeriod {
  /** `2026-11` or `2026`. */
  name: string;
  /** Its first instant, and the first one after it. */
  from: Instant;
  to: Instant;
  /** The periods of the same length beside it. */
  before: string;
  after: string;
}

/**
 * The month or year of this name; null when it names none.
 * @param name `2026-11` or `2026`
 * @param timeZone an IANA name
 */
export function zonePeriod(name: string, timeZone: string): ZonePeriod | null {
  if (!/^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(name)) return null;
  const yearly = name.length === 4;
  const first = Temporal.PlainDate.from(yearly ? `${name}-01-01` : `${name}-01`);
  const step = yearly ? { years: 1 } : { months: 1 };
  const startOf = (day: Temporal.PlainDate): Instant => day.toZonedDateTime(timeZone).epochMilliseconds;
  const nameOf = (day: Temporal.PlainDate): string => day.toString().slice(0, name.length);
  return {
    name,
    from: startOf(first),
    to: startOf(first.add(step)),
    before: nameOf(first.subtract(step)),
    after: nameOf(first.add(step)),
  };
}

/** The name of the month of an instant: `2026-11`. */
export function zoneMonth(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString().slice(0, 7);
}

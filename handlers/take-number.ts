import { spokenNumber } from '../core/ids.ts';
import type { Work } from './work.ts';

/**
 * The next number of this month on the zone's calendar, to say over the phone: `H-2611-0042`. The counter is the database's own:
 * two at once get two numbers, on both engines.
 */
export async function takeNumber(
  { tx, now, zone }: Pick<Work, 'tx' | 'now' | 'zone'>,
  letter: Parameters<typeof spokenNumber>[0],
): Promise<string> {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone.timeZone);
  const count = await tx.settings.take(`number:${letter}:${String(year)}-${String(month)}`, 1);
  return spokenNumber(letter, { year, month }, count + 1);
}

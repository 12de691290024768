import type { Instant } from '../core/clock.ts';
import type { Shift } from '../core/shift.ts';

/** One duty as it stands in somebody's calendar. */
export interface CalendarEntry extends Pick<Shift, 'id' | 'name' | 'startsAt' | 'endsAt' | 'changedAt'> {
  /** Where it begins; '' unknown. */
  where: string;
  /** What else is to be known. */
  words: string;
}

/** How often an app should look again. */
const refresh = 'PT1H';
/** A line has so many octets at the most, its end left out (RFC 5545, 3.1). */
const longestLine = 75;

/**
 * Duties as an iCalendar of RFC 5545, with instants in UTC, so that it is right in every time zone.
 * @param name what the calendar is called in the app
 */
export function calendarFeed(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qunfang//Qunfang//EN',
    'CALSCALE:GREGORIAN',
    // NAME is of RFC 7986, as is the interval; most apps still read the older one.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    ...entries.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ id, name, startsAt, endsAt, changedAt, where, words }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@qunfang`,
    // Without a METHOD the stamp is when it was last changed (3.8.7.2).
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${text(name)}`,
    ...(where === '' ? [] : [`LOCATION:${text(where)}`]),
    ...(words === '' ? [] : [`DESCRIPTION:${text(words)}`]),
    'END:VEVENT',
  ];
}

/** `20261123T120000Z` (3.3.5). */
function utc(at: Instant): string {
  const seconds = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
  return seconds.replaceAll(/[-:]/g, '');
}

/** A value of words (3.3.11): what has a meaning in it is escaped, and it holds no control characters. */
function text(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** Continues a long line on the next, never within a character. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > longestLine) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += length;
  }
  return result;
}

import type { Shift } from '../core/shift.ts';
import { icalFile, icalInstant, icalText } from './ical-text.ts';

/** One duty as it stands in somebody's calendar. */
export interface CalendarEntry extends Pick<Shift, 'id' | 'name' | 'startsAt' | 'endsAt' | 'changedAt'> {
  /** Where it begins; '' unknown. */
  where: string;
  /** What else is to be known. */
  words: string;
}

/** How often an app should look again. */
const refresh = 'PT1H';

/**
 * Duties as an iCalendar of RFC 5545, with instants in UTC, so that it is right in every time zone.
 * @param name what the calendar is called in the app
 */
export function calendarFeed(name: string, entries: readonly CalendarEntry[]): string {
  return icalFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qunfang//Qunfang//EN',
    'CALSCALE:GREGORIAN',
    // NAME is of RFC 7986, as is the interval; most apps still read the older one.
    `NAME:${icalText(name)}`,
    `X-WR-CALNAME:${icalText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    ...entries.flatMap(eventOf),
    'END:VCALENDAR',
  ]);
}

function eventOf({ id, name, startsAt, endsAt, changedAt, where, words }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@qunfang`,
    // Without a METHOD the stamp is when it was last changed (3.8.7.2).
    `DTSTAMP:${icalInstant(changedAt)}`,
    `LAST-MODIFIED:${icalInstant(changedAt)}`,
    `DTSTART:${icalInstant(startsAt)}`,
    `DTEND:${icalInstant(endsAt)}`,
    `SUMMARY:${icalText(name)}`,
    ...(where === '' ? [] : [`LOCATION:${icalText(where)}`]),
    ...(words === '' ? [] : [`DESCRIPTION:${icalText(words)}`]),
    'END:VEVENT',
  ];
}

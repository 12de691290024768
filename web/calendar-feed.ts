import ICAL from 'ical.js';
import type { Instant } from '../core/clock.ts';
import type { Shift } from '../core/shift.ts';

/** One duty as it stands in somebody's calendar. */
export interface CalendarEntry extends Pick<Shift, 'id' | 'name' | 'startsAt' | 'endsAt' | 'changedAt'> {
  /** Where it begins; '' unknown. */
  where: string;
  /** What else is to be known. */
  words: string;
}

const productId = '-//Qunfang//Qunfang//EN';
/** How often an app should look again. */
const refresh = 'PT1H';

/**
 * Duties as an iCalendar of RFC 5545, with instants in UTC, so that it is right in every time zone.
 * @param name what the calendar is called in the app
 */
export function calendarFeed(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', productId);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('name', name);
  calendar.addPropertyWithValue('x-wr-calname', name);
  const interval = calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString(refresh));
  interval.setParameter('value', 'DURATION');
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry));
  return calendar.toString();
}

function eventOf({ id, name, startsAt, endsAt, changedAt, where, words }: CalendarEntry): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `${id}@qunfang`);
  event.addPropertyWithValue('dtstamp', utc(changedAt));
  event.addPropertyWithValue('last-modified', utc(changedAt));
  event.addPropertyWithValue('dtstart', utc(startsAt));
  event.addPropertyWithValue('dtend', utc(endsAt));
  event.addPropertyWithValue('summary', name);
  if (where !== '') event.addPropertyWithValue('location', where);
  if (words !== '') event.addPropertyWithValue('description', words);
  return event;
}

function utc(at: Instant): ICAL.Time {
  return ICAL.Time.fromData(
    Object.fromEntries(
      (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((part) => [
        part,
        Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC')[part],
      ]),
    ),
    ICAL.Timezone.utcTimezone,
  );
}

import type { Matter } from '../core/matter.ts';
import type { Session } from '../core/session.ts';
import { icalFile, icalInstant, icalText } from './ical-text.ts';

/** Whoever asks, and whose number the events of a matter have: no person's name or address. */
const organizer = 'urn:qunfang:mediation';

/**
 * A session as an iCalendar invitation of RFC 5545, published as RFC 5546, 3.2.1 has it: the same event under the same id, with a
 * higher SEQUENCE each time it is moved or called off, so that a calendar takes the newer one. It says the number and the room and
 * nothing of what it is about: calendars are shared, and lie open on lock screens.
 */
export function sessionInvite(matter: Pick<Matter, 'id' | 'number' | 'changedAt'>, session: Session): string | null {
  const { n, startsAt, minutes, placeWords, sequence, state } = session;
  if (startsAt === null) return null;
  const off = state === 'cancelled' || state === 'missed';
  return icalFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qunfang//Qunfang//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${matter.id}-${String(n)}@qunfang`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTAMP:${icalInstant(matter.changedAt)}`,
    `ORGANIZER:${organizer}`,
    `DTSTART:${icalInstant(startsAt)}`,
    `DTEND:${icalInstant(startsAt + minutes * 60_000)}`,
    `SUMMARY:${icalText(matter.number)}`,
    ...(placeWords === '' ? [] : [`LOCATION:${icalText(placeWords)}`]),
    `STATUS:${off ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    ...(off ? [] : alarm(matter.number)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

/** An hour before, by the phone itself, should nothing else reach it. */
function alarm(number: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', `DESCRIPTION:${icalText(number)}`, 'END:VALARM'];
}

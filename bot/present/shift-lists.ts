import type { Token, PersonId } from '../../core/ids.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { PersonMonth } from '../../core/ports/shifts.ts';
import type { LogLine } from '../../core/shift.ts';
import { spanOf } from '../../core/zone-time.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { crewIn, crewName } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';
import { dateOf, shiftNamed } from './shift-when.ts';

/** Lines of a list that a person still reads. */
export const listLength = 10;
const monthLength = 40;
const logLength = 40;

/** With whom somebody goes, or who goes of a team; '' where there is nothing to say. */
function crewOf(shown: ShiftShown, personId: PersonId | null, presenting: Presenting): string {
  const words = presenting.texts.patrol.roster;
  const crew = crewIn(shown, 'expected', 'present').filter((one) => one.personId !== personId);
  if (shown.people.some((one) => one.personId === personId && one.state === 'leave')) {
    const other = crew.find(({ standsInForId }) => standsInForId === personId);
    return other === undefined ? words.onLeave : words.replaced(nameOf(shown.who, other.personId));
  }
  const names = crew.map((one) => crewName(shown, one, presenting));
  if (personId === null) return names.length === 0 ? words.nobody : words.crew(names);
  return names.length === 0 ? '' : words.together(names);
}

function shiftLine(shown: ShiftShown, personId: PersonId | null, presenting: Presenting): CardLine[] {
  const crew = crewOf(shown, personId, presenting);
  const shift = presenting.texts.patrol.roster.line(shiftNamed(shown.shift, presenting));
  return line([shift, ...(crew === '' ? [] : [crew])].join(' · '));
}

/** Somebody's or a team's next shifts, with dates as people say them. */
export function shiftList(
  { shifts, count }: { shifts: readonly ShiftShown[]; count: number },
  whose: { personId: PersonId | null; team: string },
  presenting: Presenting,
): Card {
  const words = presenting.texts.patrol.roster;
  const mine = whose.personId !== null;
  if (shifts.length === 0) return cardOf({ lines: line(mine ? words.emptyMine : words.emptyTeam) });
  const more = count - shifts.length;
  return cardOf({
    title: mine ? words.mineTitle : words.teamTitle(whose.team),
    lines: [
      ...shifts.flatMap((shown) => shiftLine(shown, whose.personId, presenting)),
      ...line(more > 0 ? words.more(more) : null, 'quiet'),
      ...line(words.how, 'quiet'),
    ],
  });
}

/** A month's shifts, points and hours, by person. */
export function monthTable(
  months: readonly PersonMonth[],
  facts: { year: number; month: number | null; whose: string; who: ReadonlyMap<PersonId, Person>; url: string | null },
  presenting: Presenting,
): Card {
  const { texts } = presenting;
  const words = texts.patrol.month;
  const title = words.title(texts.patrol.time.month(facts.year, facts.month), facts.whose);
  const links = facts.url === null ? [] : [{ url: facts.url, label: texts.label.page }];
  if (months.length === 0) return cardOf({ title, lines: line(words.empty), links });
  const sum = (of: (one: PersonMonth) => number): number => months.reduce((total, one) => total + of(one), 0);
  const factsOf = (shifts: number, points: number, minutes: number): Parameters<typeof words.line>[1] => ({
    shifts,
    points,
    span: spanOf(minutes * 60_000),
  });
  const sorted = months.toSorted((a, b) => b.minutes - a.minutes || b.shifts - a.shifts);
  const people = new Set(months.map(({ personId }) => personId)).size;
  return cardOf({
    title,
    lines: [
      ...sorted
        .slice(0, monthLength)
        .flatMap((one) =>
          line(words.line(nameOf(facts.who, one.personId), factsOf(one.shifts, one.points, one.minutes))),
        ),
      ...line(
        months.length > 1
          ? words.total(
              people,
              factsOf(
                sum(({ shifts }) => shifts),
                sum(({ points }) => points),
                sum(({ minutes }) => minutes),
              ),
            )
          : null,
        'strong',
      ),
    ],
    links,
  });
}

/** A duty's log, the newest lines where there are too many; what is still open is marked. */
export function shiftLog(
  shown: ShiftShown,
  log: readonly LogLine[],
  who: ShiftShown['who'],
  presenting: Presenting,
): Card {
  const words = presenting.texts.patrol.log;
  const title = words.title(shown.shift.name, dateOf(shown.shift, presenting));
  if (log.length === 0) return cardOf({ title, lines: line(words.empty) });
  const lines = log.slice(-logLength).flatMap(({ n, kind, at, words: said, personId, open }) => {
    const text = words.line(n, words.kind[kind], clockOf(presenting, at), clip(said, 120), nameOf(who, personId));
    return line(open ? words.open(text) : text);
  });
  return cardOf({ title, lines: [...lines, ...line(log.some(({ open }) => open) ? words.how : null, 'quiet')] });
}

/** The secret address of a calendar; in a group only that it is given in private. */
export function calendarLink(facts: { whose: string | null; token: Token | null }, presenting: Presenting): Card {
  const { texts, links, direct } = presenting;
  const words = texts.patrol.calendar;
  if (!direct) return cardOf({ lines: line(words.privately) });
  const url = facts.token === null ? null : links.calendar(facts.token);
  if (url === null) return cardOf({ lines: line(words.unavailable) });
  return cardOf({
    title: words.title(facts.whose),
    lines: [...line(words.how), ...line(words.secret, 'quiet')],
    links: [{ url, label: words.label }],
  });
}

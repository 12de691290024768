import type { Instant } from './clock.ts';
import { startsOf, type RuleFault, type Start } from './recurrence.ts';
import type { WorkingCalendar } from './working-days.ts';
import type { Roster } from './zone/patrol-rules.ts';

/** One duty of a roster: when it takes place, and whose turn it is. */
export interface Occurrence {
  rosterCode: string;
  /** ISO date on which it begins by the rule; with the roster's code the key of its shift. */
  date: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Codes of the teams that go, together where there are several. */
  teams: readonly string[];
}

export type Occurrences = { ok: true; occurrences: readonly Occurrence[] } | { ok: false; fault: RuleFault };

type Exception = Roster['exceptions'][number];

const dayMs = 86_400_000;
/** More than any roster has between its start and the days that are planned. */
const most = 50_000;

/**
 * A roster's duties that begin from an instant to before another, in order.
 *
 * Whose turn it is follows from how many duties the rule has had since the roster's start, and from nothing else: asked twice, or
 * later, the answer is the same. An exception uses its turn up: when a night is cancelled, or other teams take it, every other
 * night stays as everybody has it in mind. A day off (`holidays: off`) uses none: the rule has no duty then, and the next
 * working day is the next team's, so that with seven teams not always the same two have the weekend. An exception for a day
 * off that does not cancel it lets it take place, in turn.
 *
 * A duty lasts its minutes also when the clocks are changed in the middle of it.
 * @param timeZone an IANA name
 */
export function occurrencesOf(
  roster: Roster,
  calendar: WorkingCalendar,
  timeZone: string,
  from: Instant,
  to: Instant,
): Occurrences {
  const exceptions = new Map(roster.exceptions.map((one) => [one.date, one]));
  const found = countedStarts(roster, exceptions, calendar, timeZone, from - dayMs, to + dayMs);
  if (!found.ok) return found;
  const occurrences = found.starts
    .filter(({ date }) => exceptions.get(date)?.cancelled !== true)
    .map((start) => occurrence(roster, start, exceptions.get(start.date), timeZone))
    .filter(({ startsAt }) => startsAt >= from && startsAt < to)
    .sort((a, b) => a.startsAt - b.startsAt);
  return { ok: true, occurrences };
}

/** The starts that are a team's turn; `n` counts turns. */
function countedStarts(
  roster: Roster,
  exceptions: ReadonlyMap<string, Exception>,
  calendar: WorkingCalendar,
  timeZone: string,
  from: Instant,
  to: Instant,
): ReturnType<typeof startsOf> {
  if (roster.holidays === 'as_usual') return startsOf(roster, timeZone, from, to, most);
  const all = startsOf(roster, timeZone, 0, to, most);
  if (!all.ok) return all;
  const takesPlace = ({ date }: Start): boolean =>
    calendar.kindOf(date).working || exceptions.get(date)?.cancelled === false;
  const turns = all.starts.filter(takesPlace).map((start, n) => ({ ...start, n }));
  return { ok: true, starts: turns.filter(({ at }) => at >= from) };
}

function occurrence(roster: Roster, start: Start, exception: Exception | undefined, timeZone: string): Occurrence {
  const startsAt =
    exception?.start === undefined
      ? start.at
      : Temporal.PlainDate.from(start.date).toZonedDateTime({
          timeZone,
          plainTime: Temporal.PlainTime.from(exception.start),
        }).epochMilliseconds;
  const turn = exception?.teams ?? roster.turns[start.n % roster.turns.length] ?? [];
  return {
    rosterCode: roster.code,
    date: start.date,
    startsAt,
    endsAt: startsAt + (exception?.minutes ?? roster.minutes) * 60_000,
    teams: typeof turn === 'string' ? [turn] : turn,
  };
}

/** Every team that a roster names, once. */
export function teamsOfRoster({ turns, exceptions }: Pick<Roster, 'turns' | 'exceptions'>): string[] {
  return [...new Set([...turns, ...exceptions.flatMap(({ teams }) => (teams === undefined ? [] : [teams]))].flat())];
}

/**
 * Who takes over when a duty ends: of another roster's (or the same one's) duties the first that begins at its end or later, an
 * hour before it counts too. No later than a day after, and not when the duty's own roster has its next one before that. Null: nobody.
 */
export function takesOver(
  ending: Occurrence,
  takers: readonly Occurrence[],
  own: readonly Occurrence[],
): Occurrence | null {
  const hourMs = 3_600_000;
  const again = own.find(({ startsAt }) => startsAt > ending.startsAt)?.startsAt ?? Infinity;
  const latest = Math.min(ending.endsAt + dayMs, again);
  const next = takers.find(
    ({ startsAt }) => startsAt > ending.startsAt && startsAt >= ending.endsAt - hourMs && startsAt <= latest,
  );
  return next ?? null;
}

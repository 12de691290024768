import type { IncidentKind, IncidentLevel, Skill } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { drillScore, type DrillScore } from './drill-score.ts';
import type { PersonId } from './ids.ts';
import { owesSafeReturn, type IncidentOutcome, type OrderAnswer, type Seat } from './incident.ts';
import { lessonsOf, type Lesson } from './lessons.ts';
import type { IncidentView } from './ports/incidents.ts';
import type { TraceEntry } from './ports/trace.ts';
import { acceptCurveOf, measuredSpans, spansOf, type AcceptPoint, type MeasuredSpan } from './measured-spans.ts';
import { firstTellings } from './same-incident.ts';
import { spokenName } from './spoken-name.ts';
import type { TraceWord } from './trace.ts';
import { zoneTime } from './zone-time.ts';

/** Who did something. A reporter is never named here: the report is read in groups. */
export type Actor = { kind: 'rescuer' | 'officer'; name: string } | { kind: 'program' | 'somebody' };

/** One thing that happened, as it is shown. */
export interface TimelineEntry {
  at: Instant;
  /** The zone's time of day with seconds; month and day before it where it is not the day of the report: `01-01 00:00:05`. */
  clock: string;
  what: TraceWord;
  actor: Actor;
  /** The small facts that were written with it: numbers and words by name. */
  facts: Readonly<Record<string, string | number>>;
}

/** One who held a seat at some time. Times as in the timeline, null where it did not happen. */
interface ReportPerson {
  name: string;
  skill: Skill | null;
  answer: OrderAnswer;
  /** From the order to the acceptance, milliseconds. */
  tookMs: number | null;
  accepted: string | null;
  expected: string | null;
  underway: string | null;
  onScene: string | null;
  done: string | null;
  safe: string | null;
}

/** Everything about an incident that is over, for the chat text and the page alike. */
export interface AfterActionReport {
  number: string;
  drill: boolean;
  kind: IncidentKind;
  level: IncidentLevel;
  outcome: IncidentOutcome | null;
  place: string | null;
  /** The zone's date of the first report. */
  date: string;
  reportedAt: Instant;
  closedAt: Instant | null;
  /** How many told of it. */
  reports: number;
  photos: number;
  officer: string | null;
  spans: readonly { what: MeasuredSpan; milliseconds: number | null }[];
  /** Everybody counted once, by the last answer: the others add up to `orders`. */
  asked: {
    orders: number;
    accepted: number;
    withdrawn: number;
    standby: number;
    declined: number;
    unanswered: number;
    undelivered: number;
  };
  acceptCurve: readonly AcceptPoint[];
  seats: readonly Pick<Seat, 'skill' | 'needed' | 'taken' | 'origin'>[];
  people: readonly ReportPerson[];
  timeline: readonly TimelineEntry[];
  /** What it leaves to think about; none while it runs. */
  lessons: readonly Lesson[];
  /** Only for a drill in which people were called. */
  score: DrillScore | null;
}

/** Steps of the machine that would only lengthen the timeline: a wave says how many orders there were. */
const untold: ReadonlySet<TraceWord> = new Set<TraceWord>(['order_created', 'order_sent']);

function actorOf(view: IncidentView, actorId: PersonId | null): Actor {
  if (actorId === null) return { kind: 'program' };
  if (view.officer?.id === actorId) return { kind: 'officer', name: spokenName(view.officer) };
  const order = view.orders.find(({ personId }) => personId === actorId);
  return order === undefined ? { kind: 'somebody' } : { kind: 'rescuer', name: spokenName(order.person) };
}

/** A witness's words, and why somebody could not come, are theirs; the report is read by everybody who was called. */
const privateWords: ReadonlySet<TraceWord> = new Set<TraceWord>([
  'reported',
  'report_joined',
  'detail_added',
  'declined',
  'withdrawn',
]);

/** Numbers and words as they are; of a list, how many it names. */
function factsOf({ what, data }: TraceEntry): Record<string, string | number> {
  const facts: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(privateWords.has(what) ? {} : data)) {
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
    if (Array.isArray(value)) facts[name] = value.length;
  }
  return facts;
}

/** Times of day, with the date wherever it is another day than the first report's: a rescue can cross midnight, or last for days. */
function clockSince(reportedAt: Instant, timeZone: string): (at: Instant) => string {
  const reported = zoneTime(reportedAt, timeZone).date;
  return (at) => {
    const { date, clockWithSeconds } = zoneTime(at, timeZone);
    return date === reported ? clockWithSeconds : `${date.slice('2026-'.length)} ${clockWithSeconds}`;
  };
}

function timelineOf(view: IncidentView, trace: readonly TraceEntry[], timeZone: string): TimelineEntry[] {
  const clock = clockSince(view.incident.reportedAt, timeZone);
  return trace
    .filter(({ what }) => !untold.has(what))
    .map((entry) => ({
      at: entry.at,
      clock: clock(entry.at),
      what: entry.what,
      actor: actorOf(view, entry.actorId),
      facts: factsOf(entry),
    }));
}

function peopleOf(view: IncidentView, timeZone: string): ReportPerson[] {
  const clockOf = clockSince(view.incident.reportedAt, timeZone);
  const clock = (at: Instant | null): string | null => (at === null ? null : clockOf(at));
  return view.orders
    .filter((order) => order.acceptedAt !== null)
    .toSorted((a, b) => (a.acceptedAt ?? 0) - (b.acceptedAt ?? 0))
    .map((order) => ({
      name: spokenName(order.person),
      skill: view.seats.find(({ id }) => id === order.seatId)?.skill ?? null,
      answer: order.answer,
      tookMs: order.acceptedAt === null ? null : Math.max(0, order.acceptedAt - order.createdAt),
      accepted: clock(order.acceptedAt),
      expected: clock(order.etaAt),
      underway: clock(order.underwayAt),
      onScene: clock(order.onSceneAt),
      done: clock(order.doneAt),
      safe: clock(order.safeAt),
    }));
}

function tallyOf({ orders }: IncidentView): AfterActionReport['asked'] {
  const tally = { orders: 0, accepted: 0, withdrawn: 0, standby: 0, declined: 0, unanswered: 0, undelivered: 0 };
  for (const { answer, acceptedAt, standbyRank } of orders) {
    tally.orders += 1;
    if (answer === 'withdrawn' || answer === 'declined') tally[answer] += 1;
    else if (answer === 'unreachable') tally.undelivered += 1;
    else if (answer === 'accepted' || (answer === 'released' && acceptedAt !== null)) tally.accepted += 1;
    else if (answer === 'standby' || (answer === 'released' && standbyRank !== null)) tally.standby += 1;
    else tally.unanswered += 1;
  }
  return tally;
}

/**
 * The report of an incident, from its view and its trace in order. Works on a running one too: what has not happened is null.
 * @param timeZone the zone's IANA time zone, for every time of day in it
 */
export function afterActionReport(
  view: IncidentView,
  trace: readonly TraceEntry[],
  timeZone: string,
): AfterActionReport {
  const { incident } = view;
  const planned = view.seats.filter(({ origin }) => origin === 'plan').reduce((sum, { needed }) => sum + needed, 0);
  const acceptCurve = acceptCurveOf(trace, incident.calledOutAt);
  const spans = spansOf(view, acceptCurve, planned);
  const went = view.orders.filter(
    (order) => order.acceptedAt !== null && (order.safeAt !== null || owesSafeReturn(order)),
  );
  const scored = incident.drill && incident.calledOutAt !== null;
  return {
    number: incident.number,
    drill: incident.drill,
    kind: incident.kind,
    level: incident.level,
    outcome: incident.outcome,
    place: view.place?.name ?? (incident.placeWords === '' ? null : incident.placeWords),
    date: zoneTime(incident.reportedAt, timeZone).date,
    reportedAt: incident.reportedAt,
    closedAt: incident.closedAt,
    reports: firstTellings(view.reports).length,
    photos: view.photos.length,
    officer: view.officer === null ? null : spokenName(view.officer),
    spans: measuredSpans.map((what) => ({ what, milliseconds: spans.get(what) ?? null })),
    asked: tallyOf(view),
    acceptCurve,
    seats: view.seats.map(({ skill, needed, taken, origin }) => ({ skill, needed, taken, origin })),
    people: peopleOf(view, timeZone),
    timeline: timelineOf(view, trace, timeZone),
    lessons: incident.state === 'closed' ? lessonsOf(view, trace) : [],
    score: scored
      ? drillScore({
          spans,
          seats: { filled: Math.min(planned, Math.max(0, ...acceptCurve.map(({ held }) => held))), of: planned },
          safe: { filled: went.filter((order) => order.safeAt !== null).length, of: went.length },
        })
      : null,
  };
}

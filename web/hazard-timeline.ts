import type { Texts } from '../bot/texts/texts.ts';
import type { PersonId } from '../core/ids.ts';
import type { PeopleReads } from '../core/ports/people.ts';
import type { ChainedEntry } from '../core/ports/trace.ts';
import { spokenName } from '../core/spoken-name.ts';
import type { TraceWord } from '../core/trace.ts';
import { zoneTime } from '../core/zone-time.ts';
import type { HazardReader } from './hazard-reader.ts';

/** One line of the page: when, and what happened. */
export interface TimelineLine {
  at: string;
  text: string;
}

/** What concerns whoever told of it: how it goes on, and what they said themselves. */
const toldToReporters: ReadonlySet<TraceWord> = new Set<TraceWord>([
  'reported',
  'assigned',
  'accepted',
  'fixed',
  'checked',
  'returned',
  'closed',
  'reopened',
  'paused',
  'resumed',
  'extended',
  'merged',
  'rejected',
  'withdrawn',
]);
/** What a reporter does; without a name there it is one who told anonymously, or by a form that knows none. */
const byReporters: ReadonlySet<TraceWord> = new Set<TraceWord>([
  'reported',
  'also_seen',
  'detail_added',
  'chased',
  'reopened',
  'withdrawn',
  'rated',
]);

interface TimelineParts {
  people: Pick<PeopleReads, 'byIds'>;
  timeZone: string;
  texts: Texts;
  /** Who told of it; only the officer sees their names. */
  tellers: ReadonlySet<PersonId | null>;
}

/** The trace as this reader may see it: with names and words for who deals with it, else only the turns. */
export async function hazardTimeline(
  trace: readonly ChainedEntry[],
  reader: HazardReader,
  { people, timeZone, texts, tellers }: TimelineParts,
): Promise<TimelineLine[]> {
  const ids = new Set(trace.map(({ actorId }) => actorId).filter((id): id is PersonId => id !== null));
  const names = new Map((await people.byIds([...ids])).map((person) => [person.id, spokenName(person)]));
  const words = texts.web.page.hazard;
  const actorOf = ({ actorId, what }: ChainedEntry): string => {
    if (actorId === reader.person.id) return words.me;
    if (actorId === null) return byReporters.has(what) ? words.anonymousActor : '';
    if (tellers.has(actorId) && !reader.knowsTellers) return words.anonymousActor;
    return names.get(actorId) ?? '';
  };
  return trace
    .filter(({ what }) => reader.deals || toldToReporters.has(what))
    .map((entry): TimelineLine => {
      const { date, clock } = zoneTime(entry.at, timeZone);
      const label = texts.afterAction.trace[entry.what];
      const who = reader.deals ? actorOf(entry) : '';
      const said = reader.deals ? saidIn(entry) : '';
      return {
        at: `${date.slice(5)} ${clock}`,
        text: [who, label].filter((part) => part !== '').join(' ') + (said === '' ? '' : `：${said}`),
      };
    });
}

/** The words or the reason that stand in the trace. */
function saidIn({ data }: ChainedEntry): string {
  const words = data['words'] ?? data['reason'];
  return typeof words === 'string' ? words : '';
}

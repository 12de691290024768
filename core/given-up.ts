import { openTerms } from './agreement-steps.ts';
import type { Instant } from './clock.ts';
import type { Matter } from './matter.ts';

/** So long after its last visit, and the last day of what was promised, a matter is archived though nobody has asked. */
const afterDays = 60;

/**
 * When a matter is archived though its return visits were not all made, or what was promised is not done: long after anything was
 * heard of it, so that it is not kept for ever (PIPL, Art. 19: the shortest time that the purpose needs).
 * @param timeZone of the days on which promises fall due
 * @returns null: there are no visits
 */
export function givenUpAt(matter: Pick<Matter, 'body' | 'changedAt' | 'endedAt'>, timeZone: string): Instant | null {
  const { followUps, agreement } = matter.body;
  const last = followUps.at(-1);
  if (last === undefined) return null;
  const promised = agreement === null || matter.endedAt !== null ? [] : openTerms(agreement);
  const days = promised.flatMap(({ dueOn }) =>
    dueOn === null ? [] : Temporal.PlainDate.from(dueOn).toZonedDateTime(timeZone).epochMilliseconds,
  );
  return Math.max(last.dueAt, matter.changedAt, ...days) + afterDays * 86_400_000;
}

import type { Instant } from './clock.ts';
import type { Shift, ShiftPerson } from './shift.ts';

const minute = 60_000;

/** Whoever is there so shortly after the start was there from the start: nobody writes while shaking hands. */
const punctualMinutes = 5;
/** Work after the shift's end counts for so long: whoever says 收队 in the morning did not walk all night. */
const overtimeMinutes = 60;

type Times = Pick<Shift, 'startsAt' | 'endsAt'>;

/**
 * The minutes of a shift that count for one person, whole ones: from the start, or from when they came if that was later, until
 * they left or the team said that it was done; where nobody said so, until the end as planned. Waiting before the start does
 * not count, nor do more than 60 minutes after the end. Who was not there has none, whoever was expected.
 * @param saidAt when the team said that it was done; null: it never did
 */
export function countedMinutes(
  { startsAt, endsAt }: Times,
  { state, musteredAt, leftAt }: Pick<ShiftPerson, 'state' | 'musteredAt' | 'leftAt'>,
  saidAt: Instant | null,
): number {
  if (state !== 'present' || musteredAt === null) return 0;
  const from = musteredAt <= startsAt + punctualMinutes * minute ? startsAt : musteredAt;
  const until = Math.min(leftAt ?? saidAt ?? endsAt, endsAt + overtimeMinutes * minute);
  return Math.max(0, Math.floor((until - from) / minute));
}

/** Somebody who looks at places one after the other within this time is on one walk. */
const walkGapMinutes = 60;
/** What looking at one place takes. */
const lookMinutes = 10;

/**
 * The minutes that count of a round whose days were free to choose: those of each walk from one place to the next, and ten for
 * looking at the first. A week in which a round can be done is no week of work.
 * @param seenAt when this person was at places, in any order
 */
export function walkedMinutes(seenAt: readonly Instant[]): number {
  const times = seenAt.toSorted((a, b) => a - b);
  return times.reduce((sum, at, i) => {
    const passed = (at - (times[i - 1] ?? Number.NEGATIVE_INFINITY)) / minute;
    return sum + (passed <= walkGapMinutes ? Math.floor(passed) : lookMinutes);
  }, 0);
}

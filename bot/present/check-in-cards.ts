import type { CheckIn } from '../../core/check-in.ts';
import { nextPoints } from '../../core/next-point.ts';
import type { Card } from '../../core/message.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { patrolButton, seenOf } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** So many points are offered; more than six nobody reads in the dark. */
const offered = 6;

/** A check-in with its shift, the others of it, and the place where it is off the route. */
export interface CheckInShown {
  shown: ShiftShown;
  checkIn: CheckIn;
  checkIns: readonly CheckIn[];
  /** '' when nothing is known of it. */
  placeName: string;
}

/** The points that it can have been, the likeliest first: what was expected then, what follows, what was passed over. */
function likely({ shown, checkIn, checkIns }: CheckInShown): ShiftPoint[] {
  const before = checkIns.filter(({ receivedAt }) => receivedAt < checkIn.receivedAt);
  const expected = nextPoints(shown.points, before, checkIn.at);
  const from = expected[0]?.n ?? 1;
  const open = shown.points.filter(({ state }) => state === 'open');
  const first = new Set(expected);
  const rest = open
    .filter((point) => !first.has(point))
    .toSorted((a, b) => Math.abs(a.n - from) - Math.abs(b.n - from));
  return [...expected.filter(({ state }) => state === 'open'), ...rest].slice(0, offered).toSorted((a, b) => a.n - b.n);
}

function pointName({ shown, checkIn, placeName }: CheckInShown): string {
  return clip(shown.points.find(({ n }) => n === checkIn.n)?.name ?? placeName, 40);
}

/**
 * Asks one of the crew which point it was. Later the same message says what became of it; where nothing can be edited the
 * question is enough.
 */
export function whichPointCard(facts: CheckInShown, presenting: Presenting): Card | null {
  const { shown, checkIn } = facts;
  const { texts, brief } = presenting;
  const words = texts.patrol.checkIn;
  const who = nameOf(shown.who, checkIn.byId);
  const { state } = checkIn;
  if (state === 'replaced') return null;
  if (state !== 'asked') return brief ? null : cardOf({ lines: line(words.settled(state, who, pointName(facts))) });
  if (shown.shift.state !== 'running' && shown.shift.state !== 'closing') return null;
  const points = likely(facts).map((point) => [
    patrolButton(presenting, 'check_in_point', checkIn.token, {
      value: String(point.n),
      label: words.pointLabel(point.n, point.name),
    }),
  ]);
  const none = patrolButton(presenting, 'check_in_point', checkIn.token, {
    value: 'none',
    label: texts.patrol.choice.check_in_point.none,
  });
  return cardOf({
    lines: [...line(words.which(who), 'strong'), ...line(words.whichHow, 'quiet')],
    actions: [...points, [none]],
  });
}

/** One short line where the zone wants one instead of a reaction. */
export function checkInLine(facts: CheckInShown, presenting: Presenting): Card | null {
  const { shown, checkIn } = facts;
  const words = presenting.texts.patrol.checkIn;
  const point = pointName(facts);
  const { state } = checkIn;
  if (state === 'counted') {
    const late = shown.points.find(({ n }) => n === checkIn.n)?.state === 'late' || checkIn.afterwards;
    const seen = seenOf(shown.points).length;
    return cardOf({ lines: line(words.line({ point, seen, points: shown.points.length, late })) });
  }
  if (state === 'repeat') return cardOf({ lines: line(words.again(point)) });
  return state === 'extra' ? cardOf({ lines: line(words.extra(point)) }) : null;
}

/** Where and when somebody of a crew was last seen. */
export function lastWhere(
  { shown, checkIns }: Pick<CheckInShown, 'shown' | 'checkIns'>,
  presenting: Presenting,
): { clock: string; place: string | null; who: string | null; checkIn: CheckIn | null } | null {
  const last = checkIns.findLast(({ state }) => state === 'counted' || state === 'repeat' || state === 'extra') ?? null;
  const at = shown.shift.heardAt;
  if (last === null)
    return at === null ? null : { clock: clockOf(presenting, at), place: null, who: null, checkIn: null };
  const place = shown.points.find(({ n }) => n === last.n)?.name ?? null;
  const who = nameOf(shown.who, last.personId);
  return { clock: clockOf(presenting, last.at), place, who: who === '' ? null : who, checkIn: last };
}

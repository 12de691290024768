import type { CheckIn } from '../../core/check-in.ts';
import type { Card } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { unclear, walkAt, type PointsSoFar } from '../../core/point-clues.ts';
import { takesMessages, type ShiftPoint } from '../../core/shift.ts';
import { whichPoint } from '../../core/which-point.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { numberShown, patrolButton, seenOf } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** A check-in with its shift, the others of it, and the place where it is off the route. */
export interface CheckInShown {
  shown: ShiftShown;
  checkIn: CheckIn;
  checkIns: readonly CheckIn[];
  /** '' when nothing is known of it. */
  placeName: string;
  /** Active places of the zone. */
  places: readonly Place[];
}

/** The points that it can have been, the likeliest first: what its words, its position and the walk until then speak for. */
function likely({ shown, checkIn, checkIns, places }: CheckInShown): ShiftPoint[] {
  const { words, position, afterwards, at, receivedAt, byId } = checkIn;
  const known: PointsSoFar = {
    // A round counts only what is named; what is asked about may be any of them.
    kind: 'patrol',
    points: shown.points,
    checkIns: checkIns.filter((before) => before.receivedAt < receivedAt),
    places,
    radiusMetres: shown.rules.pointRadiusMetres,
  };
  const which = whichPoint(
    {
      words,
      position,
      points: [],
      place: '',
      code: null,
      scanned: false,
      again: false,
      late: afterwards,
      // Told afterwards without a time it is kept as of when it came.
      saidAt: afterwards && at < receivedAt ? at : null,
      personId: byId,
      at: receivedAt,
    },
    known,
  );
  const first = which.kind === 'points' ? which.ns : which.kind === 'unclear' ? which.choices : [];
  const choices = unclear(walkAt(known, receivedAt), first);
  const ns = choices.kind === 'unclear' ? choices.choices : [];
  return ns.flatMap((n) => shown.points.find((point) => point.n === n) ?? []);
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
  if (!takesMessages(shown.shift, presenting.now)) return null;
  const points = likely(facts).map((point) => [
    patrolButton(presenting, 'check_in_point', checkIn.token, {
      value: String(point.n),
      label: words.pointLabel(brief ? point.n : numberShown(point, shown.shift.kind), point.name),
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

import type { CheckIn, CheckInState, PointSource } from '../../core/check-in.ts';
import type { Instant } from '../../core/clock.ts';
import { farAway, tooFast, withDoubts, withoutDoubts, wordDoubt, type Seen } from '../../core/doubts.ts';
import { distanceMetres } from '../../core/geo.ts';
import type { PlaceId } from '../../core/ids.ts';
import { standing } from '../../core/next-point.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import { heardWord } from '../../core/point-word.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { Work } from '../work.ts';
import { keepCheckIn, keepPoint, pointOf, positionOf, takeFrom, type Walked } from './keep-check-in.ts';
import { patrolRules } from './rules.ts';

/** What became of one check-in. */
export interface Counted {
  walked: Walked;
  checkIn: CheckIn;
  result: PatrolResult;
  /** Nothing new is to be said. */
  quiet?: true;
}

/** Words that a check-in keeps; long stories are told elsewhere. */
export const longestWords = 300;

/**
 * Puts a check-in at a point, as new or from wherever it was: it makes the point seen, or late, or is a repeat; before the time
 * from which the point counts it is kept without counting, and without the word of a point that has one it waits for it.
 */
export async function countAt(
  work: Work,
  walked: Walked,
  checkIn: CheckIn,
  at: { n: number; source: PointSource },
): Promise<Counted> {
  const freed = await takeFrom(work, walked, checkIn);
  const point = freed.view.points.find(({ n }) => n === at.n);
  if (point === undefined) return keepWithout(work, freed, checkIn, { placeId: null, source: at.source });
  const word = wordAt(work, point, checkIn);
  const there = placed(work, freed, { ...checkIn, n: at.n, placeId: point.placeId, source: at.source }, point);
  if (point.notBeforeAt !== null && checkIn.at < point.notBeforeAt) {
    const early = await keepCheckIn(work, freed, { ...there, n: null, state: 'extra' });
    return { ...early, result: { kind: 'check_in_early', point: point.name, from: clock(work, point.notBeforeAt) } };
  }
  if (word === 'wrong' || word === 'none') {
    const doubts = withDoubts(there.doubts, [wordDoubt(word)]);
    const asked = await keepCheckIn(work, freed, { ...there, state: 'asked', doubts });
    return { ...asked, result: { kind: 'check_in_word_wrong', point: point.name } };
  }
  const proved = word === 'right' ? { ...there, source: 'word' as const } : there;
  return countIn(work, freed, proved, point);
}

async function countIn(work: Work, walked: Walked, checkIn: CheckIn, point: ShiftPoint): Promise<Counted> {
  const before = walked.checkIns.find(({ n, state }) => n === point.n && state === 'counted');
  // A photo of what was only told stands in its place.
  const bare = before?.photos === 0 && checkIn.photos > 0 ? before : null;
  if (before !== undefined && bare === null) {
    const repeat = await keepCheckIn(work, walked, { ...checkIn, state: 'repeat' });
    return { ...repeat, result: { kind: 'checked_in_again', point: point.name } };
  }
  const told = bare === null ? walked : (await keepCheckIn(work, walked, { ...bare, state: 'replaced' })).walked;
  const counted = await keepCheckIn(work, told, {
    ...checkIn,
    state: 'counted',
    replacesId: bare?.id ?? checkIn.replacesId,
    at: bare === null ? checkIn.at : Math.min(bare.at, checkIn.at),
  });
  const seen = await keepPoint(work, counted.walked, point, checkIn.receivedAt > point.dueAt ? 'late' : 'seen');
  return { ...counted, walked: seen, result: checkedIn(seen.view, point.n) };
}

/** What somebody hears whose check-in counts. */
export function checkedIn({ points }: ShiftView, n: number): PatrolResult {
  const point = points.find((one) => one.n === n);
  const seen = points.filter(({ state }) => state === 'seen' || state === 'late').length;
  return { kind: 'checked_in', point: point?.name ?? '', seen, points: points.length, late: point?.state === 'late' };
}

/** Keeps a check-in that is at no point of the route, or of which nobody knows yet where it was. */
export async function keepWithout(
  work: Work,
  walked: Walked,
  checkIn: CheckIn,
  to: { placeId: PlaceId | null; source: PointSource; state?: Extract<CheckInState, 'extra' | 'asked' | 'void'> },
): Promise<Counted> {
  const { state = 'extra', placeId, source } = to;
  const freed = await takeFrom(work, walked, checkIn);
  const doubts = withoutDoubts(checkIn, ['far_away', 'too_fast', 'no_word', 'wrong_word']);
  const kept = await keepCheckIn(work, freed, {
    ...checkIn,
    n: null,
    distanceMetres: null,
    doubts,
    placeId,
    source,
    state,
  });
  const place = work.zone.places.find(({ id }) => id === placeId)?.name ?? '';
  const result: PatrolResult =
    state === 'asked'
      ? { kind: 'check_in_which' }
      : state === 'void'
        ? { kind: 'check_in_void', point: pointOf(walked, checkIn)?.name ?? '' }
        : { kind: 'checked_in_extra', place };
  return { ...kept, result };
}

/** Another one stands in its place: the point that it had is open again, unless it was seen twice. */
export async function replaceCheckIn(work: Work, walked: Walked, checkIn: CheckIn): Promise<Walked> {
  const freed = await takeFrom(work, walked, checkIn);
  return (await keepCheckIn(work, freed, { ...checkIn, state: 'replaced' })).walked;
}

/** The check-in as one at this point: how far from it, and what is to be looked at again because of that. */
function placed(work: Work, walked: Walked, checkIn: CheckIn, point: ShiftPoint): CheckIn {
  const there = positionOf(work, point.placeId);
  const metres = checkIn.position === null || there === null ? null : distanceMetres(checkIn.position, there);
  const before = previous(work, walked, checkIn);
  const known = withoutDoubts(checkIn, ['far_away', 'too_fast', 'no_word', 'wrong_word']);
  const doubts = withDoubts(known, [
    farAway(metres, patrolRules(work).pointRadiusMetres),
    before === null || checkIn.afterwards
      ? null
      : tooFast(before, { at: checkIn.at, position: checkIn.position ?? there }),
  ]);
  return { ...checkIn, distanceMetres: metres, doubts };
}

/** Where the same person was last, of what was told in its time. */
function previous(work: Work, { checkIns }: Walked, checkIn: CheckIn): Seen | null {
  const last = standing(checkIns).findLast(
    ({ id, byId, afterwards, at, messageId }) =>
      id !== checkIn.id && byId === checkIn.byId && !afterwards && at <= checkIn.at && messageId !== checkIn.messageId,
  );
  return last === undefined ? null : { at: last.at, position: last.position ?? positionOf(work, last.placeId) };
}

/**
 * Whether the word of the point was told: as it stood when the photo came, or stands now that words follow it. Null: it has none,
 * or nobody can know it.
 */
export function wordAt(
  work: Work,
  { proof, placeId }: ShiftPoint,
  { words, receivedAt }: Pick<CheckIn, 'words' | 'receivedAt'>,
): 'right' | 'wrong' | 'none' | null {
  const { keyed } = work;
  if (!proof || placeId === null || keyed === undefined) return null;
  const then = heardWord(words, keyed, placeId, receivedAt);
  return then === 'right' ? then : heardWord(words, keyed, placeId, work.now);
}

function clock(work: Work, at: Instant): string {
  return zoneTime(at, work.zone.timeZone).clock;
}

import type { CheckIn } from '../../core/check-in.ts';
import type { ShiftId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { WhichPoint } from '../../core/point-clues.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { sameCheckIn } from '../../core/same-check-in.ts';
import { isCrew } from '../../core/shift-choice.ts';
import { takesMessages } from '../../core/shift.ts';
import { whichPoint } from '../../core/which-point.ts';
import { whenSaid, type Work } from '../work.ts';
import { amendCheckIn } from './amend-check-in.ts';
import { answerCheckIn } from './answer-check-in.ts';
import { askedFor, askSoon } from './ask-which-point.ts';
import { checkInFrom, cluesOf, sentOf, soFar, type CheckInTold } from './check-in-told.ts';
import { claimFiles } from './claim-check-in-files.ts';
import { countAt, keepWithout, type Counted } from './count-check-in.ts';
import { heardOf } from './heard-of.ts';
import type { Walked } from './keep-check-in.ts';
import { goOnOrClose } from './resume-shift.ts';
import { saveShift, showShift } from './show-shift.ts';

/** What became of a message; `not_ours`: nothing, somebody else may make sense of it. */
export type CheckInTaken = { kind: 'taken'; checkIn: CheckIn; result: PatrolResult } | { kind: 'not_ours' };

const notOurs = { kind: 'not_ours' } as const;

/**
 * Takes what somebody on duty sent as being at a point: a picture, words that are sure, a position, the sign at the point. It is a
 * new check-in, or belongs to one before. The answer is a reaction or nothing.
 */
export async function takeCheckIn(work: Work, id: ShiftId, told: CheckInTold): Promise<CheckInTaken> {
  const view = await work.tx.shifts.lock(id);
  if (view === null || !takesMessages(view.shift, work.now)) return notOurs;
  const walked: Walked = { view, checkIns: await work.tx.shifts.checkIns(id) };
  const same = sameCheckIn(sentOf(work, told), walked.checkIns);
  if (same.kind === 'twice') return { kind: 'taken', checkIn: same.of, result: { kind: 'shift_already', by: '' } };
  // 他发错了 那是2号 is of what somebody else sent, and shows nobody at point 2.
  if (same.kind === 'new' && told.correction && told.photos === 0) return notOurs;
  const amended = same.kind === 'new' ? null : await amendCheckIn(work, walked, same, told);
  const counted = amended ?? (await takeNew(work, walked, told));
  return counted === null ? notOurs : finish(work, counted, told);
}

async function takeNew(work: Work, walked: Walked, told: CheckInTold): Promise<Counted | null> {
  const { view } = walked;
  if (told.as === 'about') return null;
  const which = orAsked(told, whichPoint(cluesOf(work, view, told), soFar(work, walked)));
  if (!(await isMeant(work, view, told, which))) return null;
  const checkIn = await checkInFrom(work, view, told);
  const counted = await settle(work, walked, checkIn, which);
  await claimFiles(work, checkIn, told);
  return counted;
}

/** With two duties at once the next point of one of them is no more than a guess at the duty. */
function orAsked({ unsure }: CheckInTold, which: WhichPoint): WhichPoint {
  const guess =
    which.kind === 'points' ? which.source === 'next' : which.kind === 'off_route' && which.placeId === null;
  return unsure && guess ? { kind: 'unclear', choices: [] } : which;
}

/**
 * Whether it is meant as a check-in. Before the beginning people gather and take pictures of that; who is of no team here may
 * show anything; and words alone must say where.
 */
async function isMeant(work: Work, view: ShiftView, told: CheckInTold, which: WhichPoint): Promise<boolean> {
  if (which.kind === 'not_ours') return false;
  if (isAnywhere(view) && told.photos > 0) return whenSaid(work) >= view.shift.startsAt && isCrew(view, told.person.id);
  const said = which.kind === 'points' && which.source !== 'next';
  const sure = said && which.sure === 'said';
  if ((whenSaid(work) < view.shift.startsAt || told.as === 'named') && !said) return false;
  if (told.photos === 0 && !told.scanned && told.words.trim() === '') return sure && told.position !== null;
  if (told.photos === 0 && which.kind === 'off_route' && which.placeId === null) return false;
  return sure || isCrew(view, told.person.id) || (await isOfTeam(work, view, told));
}

/** A day outdoors without points: every picture is where they were, also of what is wrong there. */
function isAnywhere({ shift, points }: ShiftView): boolean {
  return shift.kind === 'grid_day' && points.length === 0;
}

async function isOfTeam(work: Work, { shift }: ShiftView, { person }: CheckInTold): Promise<boolean> {
  return (await work.tx.people.teamsOf(person.id)).some(({ id }) => shift.teamIds.includes(id));
}

/** Puts a check-in where it belongs. Words without a picture count only where they say which point; several points are several. */
export async function settle(work: Work, walked: Walked, checkIn: CheckIn, which: WhichPoint): Promise<Counted> {
  const guessed = which.kind === 'points' && which.source === 'next';
  if (which.kind === 'points' && !(guessed && checkIn.photos === 0)) {
    const [first, ...more] = which.ns;
    const counted = await countAt(work, walked, checkIn, { n: first ?? 0, source: which.source });
    return more.length === 0 ? counted : alsoAt(work, counted, more, which.source);
  }
  if (which.kind === 'off_route') {
    return keepWithout(work, walked, checkIn, { placeId: which.placeId, source: which.source });
  }
  return keepWithout(work, walked, checkIn, { placeId: null, source: 'next', state: 'asked' });
}

/** The further points of one message; the picture stays with the first. The answer is about the last that counts. */
async function alsoAt(work: Work, first: Counted, ns: readonly number[], source: CheckIn['source']): Promise<Counted> {
  let { walked, result } = first;
  for (const n of ns) {
    const one: CheckIn = {
      ...first.checkIn,
      id: work.ids.next<CheckIn['id']>(work.now),
      token: work.ids.token(),
      photos: 0,
      replacesId: null,
    };
    const counted = await countAt(work, walked, one, { n, source });
    walked = counted.walked;
    if (counted.result.kind === 'checked_in') result = counted.result;
  }
  return { ...first, walked, result };
}

/** The crew was heard of, the card shows it, and whoever sent it sees that it was taken. */
async function finish(work: Work, counted: Counted, told: CheckInTold): Promise<CheckInTaken> {
  const { walked, checkIn, result, quiet = false } = counted;
  let view = await heardOf(work, walked.view, told.person.id, 'photo');
  if (checkIn.personId !== told.person.id) view = await heardOf(work, view, checkIn.personId, 'photo');
  if (checkIn.state === 'asked') {
    if (checkIn.n === null) await askSoon(work, checkIn.id);
    else await askedFor(work, checkIn);
  }
  const shift = await saveShift(work, view.shift);
  await showShift(work, shift);
  const elsewhere = told.room.teamId !== null && !shift.teamIds.includes(told.room.teamId);
  // An album is answered once.
  const more = told.messageId !== checkIn.messageId && told.albumId !== null && told.albumId === checkIn.albumId;
  if (!more && told.answered !== true) await answerCheckIn(work, checkIn, result, { ...told, elsewhere, quiet });
  await goOnOrClose(work, { ...view, shift }, told.person);
  return { kind: 'taken', checkIn, result };
}

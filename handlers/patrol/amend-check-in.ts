import type { CheckIn } from '../../core/check-in.ts';
import { forwarded, withDoubts } from '../../core/doubts.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { WhichPoint } from '../../core/point-clues.ts';
import type { SameCheckIn } from '../../core/same-check-in.ts';
import { whichPoint } from '../../core/which-point.ts';
import type { Work } from '../work.ts';
import { settleQuestion } from './ask-which-point.ts';
import { checkInFrom, cluesOf, soFar, type CheckInTold } from './check-in-told.ts';
import { claimFiles, handFilesOver } from './claim-check-in-files.ts';
import {
  checkedIn,
  countAt,
  keepWithout,
  longestWords,
  replaceCheckIn,
  wordAt,
  type Counted,
} from './count-check-in.ts';
import { keepCheckIn, pointOf, type Walked } from './keep-check-in.ts';

type Same = Exclude<SameCheckIn, { kind: 'new' }>;

/**
 * Takes a message that belongs to a check-in: more pictures of it, words that say which point it was or are about it, or another
 * that takes its place. Null: looked at closely it is one of its own.
 */
export async function amendCheckIn(work: Work, walked: Walked, same: Same, told: CheckInTold): Promise<Counted | null> {
  const known = withTold(same.of, told);
  if (same.kind === 'corrects') return correct(work, walked, same.of, told);
  const which = whichPoint(cluesOf(work, walked.view, cluesWith(told, same.of)), soFar(work, without(walked, same.of)));
  if (told.as === 'about' && !isAbout(work, walked, same.of, told)) return null;
  const move = movesTo(same, which, told);
  if (move === 'new') return null;
  if (same.kind === 'more') await claimFiles(work, same.of, told);
  if (move === 'stay') return stay(work, walked, known);
  return moved(work, walked, known, move);
}

/** Whether words are about a check-in, and not just said after it: they name a point, say that all is well, or tell its word. */
function isAbout(work: Work, walked: Walked, of: CheckIn, told: CheckInTold): boolean {
  if (told.ok !== null) return true;
  const point = of.state === 'asked' ? pointOf(walked, of) : undefined;
  const sent = { words: told.words, receivedAt: work.now };
  if (point !== undefined && wordAt(work, point, sent) !== 'none') return true;
  const which = whichPoint(cluesOf(work, walked.view, told), soFar(work, without(walked, of)));
  return which.kind === 'points' ? which.source !== 'next' : which.kind === 'off_route' && which.placeId !== null;
}

/** Everything that is known of a check-in after one more message about it. */
function withTold(of: CheckIn, told: CheckInTold): CheckIn {
  const said = told.words.trim();
  const words =
    said === '' || of.words.includes(said) ? of.words : [of.words, said].filter((part) => part !== '').join(' ');
  return {
    ...of,
    words: words.slice(0, longestWords),
    ok: told.ok ?? of.ok,
    photos: of.photos + told.photos,
    position: of.position ?? (told.position === null ? null : { lat: told.position.lat, lon: told.position.lon }),
    afterwards: of.afterwards || told.late,
    doubts: withDoubts(of.doubts, [forwarded(told.forwarded)]),
  };
}

/** A picture after words that are not settled is looked at with them. */
function cluesWith(told: CheckInTold, of: CheckIn): CheckInTold {
  const words = of.state === 'asked' ? `${of.words} ${told.words}`.trim() : told.words;
  return { ...told, words, position: told.position ?? of.position };
}

/** The shift as if this check-in had never been. */
function without(walked: Walked, of: CheckIn): Walked {
  const checkIns = walked.checkIns.filter(({ id }) => id !== of.id);
  const stillSeen = of.state !== 'counted' || checkIns.some(({ n, state }) => n === of.n && state === 'repeat');
  if (stillSeen) return { ...walked, checkIns };
  const points = walked.view.points.map((point) => (point.n === of.n ? { ...point, state: 'open' as const } : point));
  return { checkIns, view: { ...walked.view, points } };
}

/** A point that somebody said stays, until they say another one outright. */
const saidOutright = new Set<CheckIn['source']>(['caption', 'code', 'button', 'word']);

type Move = Exclude<WhichPoint, { kind: 'not_ours' | 'same' }>;

function movesTo(same: Same, which: WhichPoint, told: CheckInTold): Move | 'stay' | 'new' {
  const { of } = same;
  if (which.kind === 'not_ours' || which.kind === 'same') return 'stay';
  const says = which.kind === 'unclear' || which.source !== 'next';
  if (of.state === 'asked') {
    // A word is waited for, and with the point that is known it is looked for again.
    if (of.n !== null && !(says && which.kind === 'points'))
      return { kind: 'points', ns: [of.n], source: of.source, sure: 'said' };
    return which.kind === 'points' && which.source === 'next' && of.photos + told.photos === 0 ? 'stay' : which;
  }
  if (!says || (which.kind === 'points' && which.ns.length === 1 && which.ns[0] === of.n)) return 'stay';
  if (which.kind === 'off_route' && which.placeId === null) return 'stay';
  if (!saidOutright.has(of.source) || of.state === 'extra') return which;
  const quoted = told.quotedMessageId !== null && told.quotedMessageId === of.messageId;
  if (which.kind !== 'points') return 'stay';
  // Each picture of an album may be called by its own point.
  return quoted || isOfPicture(told, of) ? which : 'new';
}

/** 刚才那张是4号: no other point, but another name for where the picture was taken. */
const ofPicture = /(?:那|这|上一?|前一?)张|\b(?:that|this|the last|my last) (?:photo|picture|pic|one)\b/iu;

function isOfPicture({ words, photos }: CheckInTold, of: CheckIn): boolean {
  return photos === 0 && of.photos > 0 && ofPicture.test(words);
}

async function stay(work: Work, walked: Walked, known: CheckIn): Promise<Counted> {
  const kept = await keepCheckIn(work, walked, known);
  const point = pointOf(walked, known);
  const result: PatrolResult =
    known.state === 'asked'
      ? { kind: 'check_in_which' }
      : point === undefined
        ? { kind: 'checked_in_extra', place: '' }
        : checkedIn(kept.walked.view, point.n);
  return { ...kept, result, quiet: true };
}

async function moved(work: Work, walked: Walked, known: CheckIn, to: Move): Promise<Counted> {
  const counted =
    to.kind === 'points'
      ? await countAt(work, walked, known, { n: to.ns[0] ?? 0, source: to.source })
      : to.kind === 'off_route'
        ? await keepWithout(work, walked, known, to)
        : await keepWithout(work, walked, known, { placeId: null, source: 'next', state: 'asked' });
  await settleQuestion(work, counted.checkIn);
  return counted;
}

/**
 * 发错了 是8号: what was only guessed is moved; what somebody said is kept as replaced, and another one with its pictures takes its
 * place. Without a word of where, it is asked.
 */
async function correct(work: Work, walked: Walked, of: CheckIn, told: CheckInTold): Promise<Counted> {
  const found = whichPoint(cluesOf(work, walked.view, { ...told, late: false }), soFar(work, without(walked, of)));
  const names =
    found.kind === 'off_route' ? found.placeId !== null : found.kind === 'points' && found.source !== 'next';
  const to: Move =
    names && found.kind !== 'same' && found.kind !== 'not_ours'
      ? elsewhere(found, of)
      : { kind: 'unclear', choices: [] };
  if (!saidOutright.has(of.source)) {
    await claimFiles(work, of, told);
    return moved(work, walked, withTold(of, told), to);
  }
  const freed = await replaceCheckIn(work, walked, of);
  const fresh = await checkInFrom(work, walked.view, told);
  const checkIn: CheckIn = {
    ...fresh,
    personId: of.personId,
    photos: of.photos + told.photos,
    at: of.at,
    position: fresh.position ?? of.position,
    doubts: of.doubts,
    replacesId: of.id,
  };
  const counted = await moved(work, freed, checkIn, to);
  await handFilesOver(work, of, checkIn);
  await claimFiles(work, checkIn, told);
  return counted;
}

/** 3号不对 是4号 names the point that it was not, too. */
function elsewhere(found: Move, { n }: CheckIn): Move {
  if (found.kind !== 'points') return found;
  const others = found.ns.filter((one) => one !== n);
  return others.length === 0 ? found : { ...found, ns: others };
}

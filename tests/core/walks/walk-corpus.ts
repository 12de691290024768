import { readFileSync } from 'node:fs';
import { checkInAs } from '../../../core/check-in-as.ts';
import type { PersonId } from '../../../core/ids.ts';
import { passedWords } from '../../../core/passed-words.ts';
import type { Place } from '../../../core/people.ts';
import type { PointClues, WhichPoint } from '../../../core/point-clues.ts';
import type { Reading } from '../../../core/reading/reading.ts';
import { read } from '../../../core/reading/read.ts';
import { whichPoint } from '../../../core/which-point.ts';
import { nightAt, pointPlace, walkPast } from '../../support/check-in-factory.ts';
import { messageOf } from '../reading/corpus.ts';

/** What a leader with the route in hand decides: the points that were passed, none of the route, or that somebody has to say. */
type Meant = readonly number[] | null;

interface Walks {
  readonly teams: readonly {
    readonly team: string;
    readonly points: readonly { n: number; name: string; aliases: readonly string[]; code?: string }[];
  }[];
  readonly messages: readonly { id: string; team: string; text: string; photos: number; n: Meant }[];
}

/**
 * What the bot makes of a message. `right`: just these points. `partly`: some of them and no other. `asked`: it asks, with buttons.
 * `guessed`: the point that was expected next. `unread`: it takes it for something else. `wrong`: a point that was not passed.
 */
export type Verdict = 'right' | 'partly' | 'asked' | 'guessed' | 'unread' | 'wrong';

/** A message, and what the bot makes of it as the first one of a shift. */
export interface JudgedWalk {
  readonly id: string;
  readonly text: string;
  readonly meant: Meant;
  readonly verdict: Verdict;
  /** The points that it counts without a question, guessed or said. */
  readonly counted: readonly number[];
}

/** Rounds of which somebody looked at what went wrong, and those of which nobody did. */
export const walkFiles = {
  seen: ['first', 'second', 'third', 'fifth', 'sixth', 'eighth'],
  unseen: ['fourth', 'seventh', 'ninth'],
} as const;

/** Reads a round and judges every message of it. */
export function judgeWalks(file: string): JudgedWalk[] {
  const { teams, messages } = walksOf(file);
  const routes = new Map(teams.map((team) => [team.team, routeOf(team)]));
  const everyPlace = [...routes.values()].flat();
  return messages.map(({ id, team, text, photos, n }) => {
    const reading = read(messageOf({ text, photos, room: 'patrol', openShift: true }), { places: everyPlace });
    const { fields } = reading;
    const which = whichOf(routes.get(team) ?? [], {
      everyPlace,
      ...passedWords({ words: text, place: fields.place ?? '' }, fields.notThere ?? []),
      points: fields.points ?? [],
      code: fields.placeCode ?? null,
      again: fields.again === true,
      late: fields.late === true,
    });
    const verdict = verdictOf(reading, which, { words: text, photos, meant: n });
    const counts = which.kind === 'points' && verdict !== 'unread' && verdict !== 'asked';
    return { id, text, meant: n, verdict, counted: counts ? which.ns : [] };
  });
}

/** The routes of a round. */
export function routesOf(file: string): Place[][] {
  return walksOf(file).teams.map(routeOf);
}

function walksOf(file: string): Walks {
  return JSON.parse(readFileSync(new URL(`${file}.json`, import.meta.url), 'utf8')) as Walks;
}

function routeOf({ team, points }: Walks['teams'][number]): Place[] {
  return points.map(({ n, name, aliases, code }) => ({
    ...pointPlace(code ?? `${team}${team}-${String(n).padStart(3, '0')}`, name, null, aliases),
    position: null,
  }));
}

/** Which points of a route that nobody has walked yet these clues mean. */
export function whichOf(
  route: readonly Place[],
  { everyPlace = route, ...clues }: Partial<PointClues> & { everyPlace?: readonly Place[] },
): WhichPoint {
  return whichPoint(
    {
      ...{ words: '', points: [], place: '', code: null, scanned: false, again: false, late: false },
      ...{ saidAt: null, position: null, personId: '西01' as PersonId, at: nightAt },
      ...clues,
    },
    { kind: 'patrol', points: walkPast(route), checkIns: [], places: everyPlace, radiusMetres: 80 },
  );
}

function verdictOf(
  reading: Reading,
  which: WhichPoint,
  { words, photos, meant }: { words: string; photos: number; meant: Meant },
): Verdict {
  const as = checkInAs(reading, { words, photos, asked: false });
  const said = which.kind === 'points' && which.source !== 'next';
  if (reading.fields.skipped === true || as === null || as === 'about' || (as === 'named' && !said)) return 'unread';
  if (which.kind !== 'points') return which.kind === 'unclear' ? 'asked' : 'unread';
  if (which.source === 'next') return photos > 0 ? 'guessed' : 'asked';
  if (meant === null || which.ns.some((n) => !meant.includes(n))) return 'wrong';
  return which.ns.length === meant.length ? 'right' : 'partly';
}

/** Of how many of these messages the bot makes this. */
export function count(judged: readonly JudgedWalk[], ...verdicts: readonly Verdict[]): number {
  return judged.filter(({ verdict }) => verdicts.includes(verdict)).length;
}

/** Of the points that are counted without a question how many were passed, 0 to 1. */
export function rightOf(judged: readonly JudgedWalk[]): number {
  const marks = judged.flatMap(({ counted, meant }) => counted.map((n) => meant?.includes(n) === true));
  return marks.filter(Boolean).length / marks.length;
}

/** Check-ins at points that a leader could tell. */
export function passing(judged: readonly JudgedWalk[]): JudgedWalk[] {
  return judged.filter(({ meant }) => meant !== null && meant.length > 0);
}

/** Messages that say nothing of a point of the route. */
export function elsewhere(judged: readonly JudgedWalk[]): JudgedWalk[] {
  return judged.filter(({ meant }) => meant?.length === 0);
}

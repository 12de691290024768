import { photosOf, type CheckIn, type Find } from '../../core/check-in.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { gridProblems, saidProblems, type ProblemCounts } from '../../core/grid-problems.ts';
import { inTrouble } from '../../core/gear-trouble.ts';
import type { LogLine, Shift } from '../../core/shift.ts';
import { missingAtEnd } from '../../core/shift-gear.ts';
import { spanOf } from '../../core/zone-time.ts';
import { cardOf, clip, clockOf, line, type Presenting } from './presenting.ts';
import { crewIn, crewName, gearNamed, listed, listedUpTo, pointNames, seenOf } from './shift-lines.ts';
import { findCounts, nameOf, type ShiftShown } from './shift-shown.ts';
import { dateOf } from './shift-when.ts';

/** Everything that a night's numbers are made of. */
export interface NightFacts {
  shown: ShiftShown;
  checkIns: readonly CheckIn[];
  finds: readonly Find[];
  log: readonly LogLine[];
}

const remarksLength = 200;

function pointLines({ shown: { points } }: NightFacts, { texts }: Presenting): CardLine[] {
  const words = texts.patrol.summary;
  if (points.length === 0) return [];
  const of = (state: (typeof points)[number]['state']): string[] =>
    pointNames(points.filter((one) => one.state === state));
  const excused = points
    .filter(({ state }) => state === 'excused')
    .map(({ name, why }) => `${clip(name, 24)}${why === '' ? '' : ` · ${clip(excuseOf(why, texts), 20)}`}`);
  const late = of('late');
  return [
    ...line(words.points({ seen: seenOf(points).length, late: late.length, points: points.length }), 'strong'),
    ...listedUpTo(late, (some, more) => words.late(some, more)),
    ...listedUpTo(of('missed'), (some, more) => words.missed(some, more)),
    ...listedUpTo(excused, (some, more) => words.excused(some, more)),
  ];
}

/** When the first of them came, where for a while nobody had; null: in time, or it does not matter. */
function firstCame({ shift, people, rules }: ShiftShown, presenting: Presenting): string | null {
  if (shift.kind !== 'patrol' && shift.kind !== 'grid_day') return null;
  const first = Math.min(...people.flatMap(({ musteredAt }) => musteredAt ?? []));
  const isLate = Number.isFinite(first) && first > shift.startsAt + rules.musterMinutes * 60_000;
  return isLate ? presenting.texts.patrol.summary.firstCame(clockOf(presenting, first)) : null;
}

/** The words of a button's reason; somebody's own words as they are. */
function excuseOf(why: string, { patrol }: Presenting['texts']): string {
  const labels = patrol.choice.points_excuse;
  return why === 'closed' || why === 'unsafe' || why === 'other' ? labels[why] : why;
}

function numbersLine({ shown, checkIns }: NightFacts, { texts }: Presenting): CardLine[] {
  const { shift, rules } = shown;
  const words = texts.patrol.summary;
  const span = spanOf((shift.endedAt ?? shift.endsAt) - shift.startsAt);
  const photos = photosOf(checkIns);
  const day = shift.kind === 'grid_day' ? { ...rules.gridDay, span, km: shift.distanceKm } : null;
  const problems = day === null ? { found: 0, onSpot: 0 } : problemsOf(shift, checkIns);
  return [
    ...line(
      shift.kind === 'desk'
        ? null
        : words.numbers({ photos, km: shift.distanceKm, span: shift.kind === 'round' ? null : span }),
    ),
    ...line(day === null ? null : words.gridDay(day)),
    ...line(problems.found === 0 ? null : words.problems(problems)),
  ];
}

/** What was counted by photo, or what they count themselves where that is more. */
function problemsOf({ remarks }: Shift, checkIns: readonly CheckIn[]): ProblemCounts {
  const seen = gridProblems(checkIns);
  const said = saidProblems(remarks);
  return said !== null && said.found >= seen.found ? said : seen;
}

/** What is not simply a photo at its point, shown as what it is: told afterwards, for somebody else, once more, put right. */
function keptLine({ shown: { who }, checkIns }: NightFacts, { texts }: Presenting): CardLine[] {
  const stands = checkIns.filter(({ state }) => state === 'counted' || state === 'repeat');
  const proxies = stands
    .filter(({ byId, personId }) => byId !== personId)
    .map(({ byId, personId }) => texts.patrol.review.proxy(nameOf(who, byId), nameOf(who, personId)));
  return line(
    texts.patrol.summary.kept({
      afterwards: stands.filter((one) => one.afterwards).length,
      proxies: [...new Set(proxies)],
      repeats: stands.filter(({ state }) => state === 'repeat').length,
      // A photo that follows words at the same point puts nothing right.
      amended: checkIns.filter(({ n, replacesId }) => checkIns.some((one) => one.id === replacesId && one.n !== n))
        .length,
    }),
    'quiet',
  );
}

function foundLines({ finds, log }: NightFacts, { texts }: Presenting): CardLine[] {
  const words = texts.patrol.summary;
  const open = log.filter((one) => one.open).length;
  return [
    ...line(finds.length === 0 ? null : words.finds(findCounts(finds))),
    ...line(log.length === 0 ? null : texts.patrol.card.log(log.length, open)),
  ];
}

/**
 * The night in one message: who, points by name where something was late, missing or excused, photos, distance, gear that did
 * not come back, finds. Doubts are not in it: they are for the leader alone. Null until it is over.
 */
export function shiftSummary(facts: NightFacts, presenting: Presenting): Card | null {
  const { shown } = facts;
  const { shift } = shown;
  const words = presenting.texts.patrol.summary;
  if (shift.state !== 'ended') return null;
  const present = crewIn(shown, 'present').map((person) => crewName(shown, person, presenting));
  return cardOf({
    title: words.title(shift.name, dateOf(shift, presenting)),
    lines: [
      ...listed(present, (all) => words.people(all)),
      ...line(firstCame(shown, presenting), 'quiet'),
      ...pointLines(facts, presenting),
      ...numbersLine(facts, presenting),
      ...keptLine(facts, presenting),
      ...listed(gearNamed(missingAtEnd(shift.gear), presenting), (all) => words.gearMissing(all)),
      ...listed(gearNamed(inTrouble(shift.gear, 'broken'), presenting), (all) => words.gearBroken(all)),
      ...foundLines(facts, presenting),
      ...line(shift.remarks === '' ? null : words.remarks(clip(shift.remarks, remarksLength))),
      ...line(words.thanks(shift.kind)),
    ],
  });
}

import type { Card } from '../../core/message.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import { cardOf, line, type Presenting } from './presenting.ts';
import { excuseButtons, pointNamed } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';

/** So many points are named; the rest are counted. */
const named = 10;

/** Those of them that still have no photo. */
function stillOpen({ shift, points }: ShiftShown, asked: readonly number[]): ShiftPoint[] {
  if (shift.state !== 'running' && shift.state !== 'closing') return [];
  return points.filter(({ n, state }) => state === 'open' && asked.includes(n));
}

function namesOf(
  open: readonly ShiftPoint[],
  { shift }: ShiftShown,
  presenting: Presenting,
): ReturnType<typeof pointNamed>[] {
  return open.slice(0, named).map((point) => pointNamed(point, shift, presenting));
}

/** Which points were asked about; `settled`: the message stands there already, and loses its question. */
export interface PointsAsked {
  points: readonly number[];
  settled?: true;
}

/** Nothing is asked any more: what the message says that stands there; null: it was not said yet, and need not be. */
function settledCard(shown: ShiftShown, { points: asked, settled }: PointsAsked, presenting: Presenting): Card | null {
  if (settled !== true) return null;
  const words = presenting.texts.patrol.missing;
  const meant = shown.points.filter(({ n }) => asked.includes(n));
  const isMissed = meant.some(({ state }) => state === 'missed' || state === 'open');
  const names = namesOf(meant, shown, presenting);
  return cardOf({ lines: line(isMissed ? words.over : words.settled(names, Math.max(0, meant.length - named))) });
}

/** The group is asked, once and kindly, about points without a photo. Null when they all have one meanwhile. */
export function pointsMissing(shown: ShiftShown, asked: PointsAsked, presenting: Presenting): Card | null {
  const open = stillOpen(shown, asked.points);
  if (open.length === 0) return settledCard(shown, asked, presenting);
  const words = presenting.texts.patrol.missing;
  const more = Math.max(0, open.length - named);
  return cardOf({
    lines: [...line(words.group(namesOf(open, shown, presenting), more), 'strong'), ...line(words.groupHow)],
    actions: [excuseButtons(shown.shift, presenting)],
  });
}

/** What was never seen of what the leader was told of; null: all of it came after all, or the message was not sent yet. */
function missedCard(shown: ShiftShown, { points: asked, settled }: PointsAsked, presenting: Presenting): Card | null {
  const missed = shown.points.filter(({ n, state }) => state === 'missed' && asked.includes(n));
  if (settled !== true || missed.length === 0) return null;
  const words = presenting.texts.patrol.missing;
  const more = Math.max(0, missed.length - named);
  return cardOf({ lines: line(words.overLeader(namesOf(missed, shown, presenting), more)) });
}

/** The leader hears that the group was asked and nothing came. Null when it did. */
export function pointsMissingLeader(shown: ShiftShown, asked: PointsAsked, presenting: Presenting): Card | null {
  const open = stillOpen(shown, asked.points);
  if (open.length === 0) return missedCard(shown, asked, presenting) ?? settledCard(shown, asked, presenting);
  const words = presenting.texts.patrol.missing;
  const more = Math.max(0, open.length - named);
  return cardOf({
    title: words.leaderTitle(shown.shift.name, open.length),
    lines: [...line(words.leader(namesOf(open, shown, presenting), more), 'strong'), ...line(words.leaderHow)],
    actions: [excuseButtons(shown.shift, presenting)],
    loud: true,
  });
}

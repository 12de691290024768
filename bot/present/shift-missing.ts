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

/** The group is asked, once and kindly, about points without a photo. Null when they all have one meanwhile. */
export function pointsMissing(shown: ShiftShown, asked: readonly number[], presenting: Presenting): Card | null {
  const open = stillOpen(shown, asked);
  if (open.length === 0) return null;
  const words = presenting.texts.patrol.missing;
  const more = Math.max(0, open.length - named);
  return cardOf({
    lines: [...line(words.group(namesOf(open, shown, presenting), more), 'strong'), ...line(words.groupHow)],
    actions: [excuseButtons(shown.shift, presenting)],
  });
}

/** The leader hears that the group was asked and nothing came. Null when it did. */
export function pointsMissingLeader(shown: ShiftShown, asked: readonly number[], presenting: Presenting): Card | null {
  const open = stillOpen(shown, asked);
  if (open.length === 0) return null;
  const words = presenting.texts.patrol.missing;
  const more = Math.max(0, open.length - named);
  return cardOf({
    title: words.leaderTitle(shown.shift.name, open.length),
    lines: [...line(words.leader(namesOf(open, shown, presenting), more), 'strong'), ...line(words.leaderHow)],
    actions: [excuseButtons(shown.shift, presenting)],
    loud: true,
  });
}

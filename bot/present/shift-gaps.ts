import type { Card } from '../../core/message.ts';
import type { PersonId } from '../../core/ids.ts';
import { gapOf } from '../../core/shift-gaps.ts';
import { cardOf, line, type Presenting } from './presenting.ts';
import { crewName } from './shift-lines.ts';
import type { ShiftShown } from './shift-shown.ts';
import { shiftNamed } from './shift-when.ts';

const shownAtMost = 12;

/** A shift that may be short of people, and who of it nothing reaches. */
export interface GapShown {
  shown: ShiftShown;
  unreachable: ReadonlySet<PersonId>;
}

/** What is wrong with it, in words, and whether that is that people are lacking; null when it has been put right. */
function factsOf(
  { shown, unreachable }: GapShown,
  presenting: Presenting,
): { facts: readonly string[]; short: boolean } | null {
  const { shift } = shown;
  const words = presenting.texts.patrol.gaps;
  if (shift.state === 'unstaffed' || isDeserted(shown)) return { facts: [words.unstaffed], short: true };
  const gap = gapOf(shown, unreachable);
  if (gap === null) return null;
  const silent = shown.people.filter(({ personId }) => gap.unreachable.includes(personId));
  const facts = [
    ...(gap.coming === 0 ? [words.nobody] : []),
    ...(gap.coming > 0 && gap.coming < gap.minimum ? [words.few(gap.coming, gap.minimum)] : []),
    ...(silent.length > 0 ? [words.unreachable(silent.map((person) => crewName(shown, person, presenting)))] : []),
  ];
  return { facts, short: gap.coming < gap.minimum };
}

/** It runs, and nobody has come to it yet. */
function isDeserted({ shift, people }: ShiftShown): boolean {
  return (shift.state === 'running' || shift.state === 'closing') && people.every(({ state }) => state !== 'present');
}

/** Shifts with nobody, too few, or people whom nothing reaches, and those to which nobody came. Null once all are staffed. */
export function shiftGaps(gaps: readonly GapShown[], presenting: Presenting): Card | null {
  const words = presenting.texts.patrol.gaps;
  const found = gaps.flatMap((gap) => {
    const fact = factsOf(gap, presenting);
    return fact === null ? [] : [{ ...fact, shift: shiftNamed(gap.shown.shift, presenting) }];
  });
  if (found.length === 0) return null;
  const lines = found.flatMap(({ shift, facts }) => line(words.line(shift, facts)));
  const more = lines.length - shownAtMost;
  const ahead = gaps.some(({ shown }) => shown.shift.state === 'planned');
  const short = found.filter((one) => one.short).length;
  return cardOf({
    title: ahead ? words.title(short, found.length - short) : words.unstaffedTitle,
    lines: [
      ...lines.slice(0, shownAtMost),
      ...line(more > 0 ? words.more(more) : null, 'quiet'),
      ...line(ahead && short > 0 ? words.next : null, 'quiet'),
    ],
    loud: true,
  });
}

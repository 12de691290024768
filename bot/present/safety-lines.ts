import type { Danger } from '../../core/matter.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';
import type { MatterTalkTexts } from '../texts/matter-talk-texts.ts';

type Line = PrivateRules['lines'][number];

/**
 * The numbers to ring in these dangers, those of the gravest first and in the order of the zone file; a number that serves several
 * stands once.
 * @param dangers the gravest first
 */
export function safetyLines(dangers: readonly Danger[], { lines }: Pick<PrivateRules, 'lines'>): Line[] {
  const all = dangers.flatMap((danger) => linesOf(danger, lines));
  return all.filter(({ phone }, i) => all.findIndex((other) => other.phone === phone) === i);
}

/** Somebody who wants to die reads the helpline that is for just that first, before ambulance and police. */
function linesOf(danger: Danger, lines: readonly Line[]): Line[] {
  const fitting = lines.filter(({ dangers }) => dangers.length === 0 || dangers.includes(danger));
  if (danger !== 'self_harm') return fitting;
  // A line for every danger names none of them.
  const width = ({ dangers }: Line): number => dangers.length || Infinity;
  return fitting.toSorted((one, other) => (width(one) < width(other) ? -1 : width(one) > width(other) ? 1 : 0));
}

/** What to do first: all of the gravest danger, and of each other one the first step. */
export function safetySteps(
  [gravest, ...others]: readonly Danger[],
  { safety }: Pick<MatterTalkTexts, 'safety'>,
): string[] {
  if (gravest === undefined) return [];
  return [...safety[gravest], ...others.flatMap((danger) => safety[danger].slice(0, 1))];
}

import type { Danger } from '../../core/matter.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';

/**
 * The numbers to ring in a danger, in the order of the zone file. Somebody who wants to die reads the helpline that is for just
 * that first, before ambulance and police.
 */
export function safetyLines(danger: Danger, { lines }: Pick<PrivateRules, 'lines'>): PrivateRules['lines'] {
  const fitting = lines.filter(({ dangers }) => dangers.length === 0 || dangers.includes(danger));
  if (danger !== 'self_harm') return fitting;
  // A line for every danger names none of them.
  const width = ({ dangers }: PrivateRules['lines'][number]): number => dangers.length || Infinity;
  return fitting.toSorted((one, other) => (width(one) < width(other) ? -1 : width(one) > width(other) ? 1 : 0));
}

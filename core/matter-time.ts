import type { Matter } from './matter.ts';
import type { PrivateRules } from './zone/private-rules.ts';

/**
 * Minutes in which somebody takes or acknowledges it before the next are asked: help at the door has its own few; what is urgent a
 * tenth of the usual time, and a minute at least.
 */
export function minutesToTake(
  { takeMinutes, helpMinutes }: Pick<PrivateRules, 'takeMinutes' | 'helpMinutes'>,
  { kind, urgent }: Pick<Matter, 'kind' | 'urgent'>,
): number {
  if (kind === 'help_request') return helpMinutes;
  return urgent ? Math.max(1, Math.ceil(takeMinutes / 10)) : takeMinutes;
}

const hour = 60;
/** What needs somebody at the door: to ring, to go and to say so. */
const roundsOfHelp = 3;

/**
 * Minutes after which whoever has a matter other than a dispute is reminded that nothing has moved; twice that, and those who lead
 * hear it. Help at the door and what is urgent are soon over or need somebody else.
 */
export function minutesToWork(
  rules: Pick<PrivateRules, 'takeMinutes' | 'helpMinutes' | 'workHours'>,
  { kind, urgent }: Pick<Matter, 'kind' | 'urgent'>,
): number {
  if (kind === 'help_request') return rules.helpMinutes * roundsOfHelp;
  return urgent ? rules.takeMinutes : rules.workHours * hour;
}

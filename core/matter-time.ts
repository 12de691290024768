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

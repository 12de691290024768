import { usualPrivateRules, type PrivateRules } from '../../core/zone/private-rules.ts';
import type { Work } from '../work.ts';

/** The zone's rules for private matters; the usual ones where it says nothing. */
export function privateRules(work: Pick<Work, 'zone'>): PrivateRules {
  return work.zone.privateMatters ?? usualPrivateRules;
}

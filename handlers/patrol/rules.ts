import { usualPatrolRules, type PatrolRules } from '../../core/zone/patrol-rules.ts';
import type { Work } from '../work.ts';

/** The zone's rules for patrols; the usual ones where it says nothing. */
export function patrolRules(work: Pick<Work, 'zone'>): PatrolRules {
  return work.zone.patrols ?? usualPatrolRules;
}

import type { IncidentKind, IncidentLevel } from './catalogue.ts';
import type { Plan } from './people.ts';

/** The plan for a kind and level: the exact one, else the kind's, else the general one; null when the zone has none. */
export function choosePlan(plans: readonly Plan[], kind: IncidentKind, level: IncidentLevel): Plan | null {
  const active = plans.filter((plan) => plan.active);
  return (
    active.find((plan) => plan.kind === kind && plan.level === level) ??
    active.find((plan) => plan.kind === kind && plan.level === null) ??
    active.find((plan) => plan.kind === kind) ??
    active.find((plan) => plan.kind === null) ??
    null
  );
}

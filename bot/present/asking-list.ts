import { planWave, type WavePlan } from '../../core/call-out.ts';
import { rankCandidates, type PassedOver } from '../../core/candidates.ts';
import type { Instant } from '../../core/clock.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Candidate, Person } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import type { Timing } from '../../core/zone/timing.ts';
import { zoneDate } from '../../core/zone-time.ts';

/** Whom a call-out would ask now, and whom not. */
export interface AskingList extends WavePlan {
  /** Others who could be asked by a later wave. */
  later: number;
  /** Who fits no seat, by the reason that comes nearest to fitting. */
  passedOver: ReadonlyMap<PassedOver, readonly Person[]>;
}

/** From the reason that is the least of an obstacle: where somebody fails several seats, the nearest miss is told. */
const nearestFirst: readonly PassedOver[] = ['busy', 'no_channel', 'off_duty', 'certificate_expired', 'no_certificate'];

/** The very list that the call-out would use at this moment, with who was passed over and why. */
export function askingList(
  { incident, seats, orders }: IncidentView,
  candidates: readonly Candidate[],
  ask: { now: Instant; timeZone: string; timing: Timing },
): AskingList {
  const facts = {
    target: incident.position,
    now: ask.now,
    today: zoneDate(ask.now, ask.timeZone),
    timing: ask.timing,
  };
  const wave = planWave(seats, orders, candidates, facts);
  const asked = new Set<PersonId>([
    ...orders.map((order) => order.personId),
    ...wave.askings.map(({ ranked }) => ranked.candidate.person.id),
  ]);
  const later = new Set<PersonId>();
  const misses = new Map<PersonId, { person: Person; why: PassedOver }>();
  for (const seat of seats) {
    const ranking = rankCandidates(candidates, { ...facts, skill: seat.skill }, asked);
    for (const { candidate } of ranking.ranked) later.add(candidate.person.id);
    for (const { person, why } of ranking.passedOver) {
      const known = misses.get(person.id);
      if (known === undefined || nearestFirst.indexOf(why) < nearestFirst.indexOf(known.why)) {
        misses.set(person.id, { person, why });
      }
    }
  }
  const passedOver = new Map<PassedOver, Person[]>();
  for (const why of nearestFirst) {
    const people = [...misses.values()].filter((miss) => miss.why === why && !later.has(miss.person.id));
    if (people.length > 0)
      passedOver.set(
        why,
        people.map(({ person }) => person),
      );
  }
  return { ...wave, later: later.size, passedOver };
}

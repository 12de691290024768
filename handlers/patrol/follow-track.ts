import type { Instant } from '../../core/clock.ts';
import type { Position } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { isPresent } from '../../core/shift-choice.ts';
import type { Work } from '../work.ts';
import { hearOfCrew } from './heard-of.ts';

/** Of one person at most one position in this time is kept. */
const stepMs = 30_000;

/**
 * A live position of somebody of a running shift: kept for 24 hours as where the crew went, and a sign of life. It shows that
 * nobody is at a post who did not say so.
 */
export async function followTrack(work: Work, person: Person, position: Position, at: Instant): Promise<void> {
  const { lat, lon } = position;
  const sentAt = Math.min(at, work.now);
  for (const view of await work.tx.shifts.current(person.id, null, work.now)) {
    if (view.shift.state !== 'running' || !isPresent(view, person.id) || sentAt < view.shift.startsAt) continue;
    // At the beginning of its step, where there is one already the store keeps the first.
    const stepAt = Math.floor(sentAt / stepMs) * stepMs;
    await work.tx.shifts.addTrackPoint({ shiftId: view.shift.id, personId: person.id, at: stepAt, lat, lon });
    await hearOfCrew(work, [view], person.id);
  }
}

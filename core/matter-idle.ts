import type { Instant } from './clock.ts';
import { isOver, type Matter } from './matter.ts';

/**
 * Whether somebody works on it who is reminded when nothing moves: any kind but a dispute, whose course has its own days, and a
 * police matter until a mediation room has it.
 */
export function isWorkedOn(matter: Pick<Matter, 'kind' | 'door' | 'roomCode' | 'ownerId' | 'state'>): boolean {
  const byCourse = matter.kind === 'dispute' && (matter.door !== 'police' || matter.roomCode !== '');
  return !byCourse && matter.ownerId !== null && !isOver(matter) && matter.state !== 'suspended';
}

/** Whether it was said that nothing moves, and nothing has moved since. */
export function isIdle(matter: Matter): boolean {
  return isWorkedOn(matter) && (matter.body.idle?.told ?? 0) > 0;
}

/** Since when whoever has it has done nothing with it. */
export function idleSince({ body, assignedAt, begunAt }: Pick<Matter, 'body' | 'assignedAt' | 'begunAt'>): Instant {
  return body.idle?.since ?? assignedAt ?? begunAt;
}

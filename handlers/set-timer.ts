import type { TimerId } from '../core/ids.ts';
import type { TimerKind } from '../core/ports/timers.ts';
import type { Work } from './work.ts';

/** Sets, or moves, the timer of this kind and subject to an instant, and wakes whoever runs timers. */
export async function setTimer(work: Work, kind: TimerKind, subject: string, dueAt: number): Promise<void> {
  await work.tx.timers.set({ id: work.ids.next<TimerId>(work.now), kind, subject, dueAt });
  work.notify({ about: 'timers' });
}

import type { Instant } from '../../core/clock.ts';
import type { Store } from '../../core/ports/store.ts';
import type { TimerKind } from '../../core/ports/timers.ts';
import type { Work } from '../../handlers/work.ts';

const lease = 'test';
const leaseMs = 60_000;
/** More rounds than this mean that something is set over and over. */
const mostRounds = 1_000;

/** A zone whose clock stands until it is moved. */
interface World {
  readonly store: Store;
  now: Instant;
  run<Result>(handle: (work: Work) => Promise<Result>): Promise<Result>;
}

/** Moves a world on to an instant, doing on the way whatever falls due, each at its time. */
export async function passTime(
  world: World,
  until: Instant,
  whenDue: (work: Work, kind: TimerKind, subject: string) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const next = await world.store.read.timers.nextDueAt();
    if (next === null || next > until) {
      world.now = Math.max(world.now, until);
      return;
    }
    world.now = Math.max(world.now, next);
    await world.run(async (work) => {
      const ask = { now: world.now, leaseUntil: world.now + leaseMs, lease, limit: 1 };
      const [timer] = await work.tx.timers.claimDue(ask);
      if (timer === undefined) return;
      await work.tx.timers.finish(timer.id, lease);
      await whenDue(work, timer.kind, timer.subject);
    });
  }
  throw new Error('something falls due again and again');
}

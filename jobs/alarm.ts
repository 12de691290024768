import type { Clock, Instant } from '../core/clock.ts';

/** A clock that can also be waited on. Tests pass one that rings when it is moved. */
export interface Alarm extends Clock {
  /** Calls `run` once, at `at` or as soon after it as possible, never inside this call. The answer calls it off. */
  ring(at: Instant, run: () => void): () => void;
}

/** Node's longest timer; a later instant is waited for in stretches. */
const longestTimerMs = 2 ** 31 - 1;

/** The machine's alarm: `clock` and Node's timers. It does not keep the process alive. */
export function wallAlarm(clock: Clock): Alarm {
  return {
    now: () => clock.now(),
    ring: (at, run) => {
      let timer: NodeJS.Timeout;
      const wait = (): void => {
        const restMs = at - clock.now();
        timer = setTimeout(
          () => {
            // Node's timers follow another clock and may fire a millisecond early.
            if (clock.now() < at) wait();
            else run();
          },
          Math.min(Math.max(restMs, 0), longestTimerMs),
        );
        timer.unref();
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

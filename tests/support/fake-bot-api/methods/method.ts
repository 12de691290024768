import type { Call } from '../call.ts';
import type { World } from '../world.ts';

/** One method of the Bot API. */
export interface Method {
  /** Parameters it knows. The real server ignores others; the fake refuses them, so that a slip of the pen is seen. */
  takes: readonly string[];
  /** Counts against the flood limits: it puts or changes a message. */
  counts?: boolean;
  /** Gives the result, or throws a Refusal. */
  run: (call: Call, world: World) => unknown;
}

export type Methods = Readonly<Record<string, Method>>;

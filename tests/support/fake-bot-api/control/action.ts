import type { Server } from 'node:http';
import type { z } from 'zod';
import type { Faults } from '../faults.ts';
import type { FloodLimits } from '../flood-limits.ts';
import type { SentRecord } from '../sent-record.ts';
import type { World } from '../world.ts';

/** What a control action may touch. */
export interface Parts {
  world: World;
  faults: Faults;
  limits: FloodLimits;
  record: SentRecord;
  server: Server;
}

/** One thing that a test can make happen or look at. */
export interface Action<Schema extends z.ZodType, Result> {
  schema: Schema;
  run: (parts: Parts, input: z.output<Schema>) => Result | Promise<Result>;
}

/** Ties an action's input to its schema. */
export function action<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (parts: Parts, input: z.output<Schema>) => Result | Promise<Result>,
): Action<Schema, Result> {
  return { schema, run };
}

/** A test asked for something that can't be. */
export class ControlError extends Error {}

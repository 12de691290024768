import type { Instant } from '../core/clock.ts';
import type { LaneClaim, SendOutcome } from '../core/ports/outbox.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Log } from './log.ts';
import type { Ended } from './send-notice.ts';
import { senderBounds } from './sending-rules.ts';

/**
 * What follows from a send, in the transaction that keeps its outcome: an order is marked as sent, the next channel or person
 * is called. Not called for a retry. Re-runnable.
 */
export type Settle = (tx: Tx, claim: LaneClaim, outcome: SendOutcome, at: Instant) => Promise<void>;

/** A send whose outcome is not yet kept. */
export interface Ending extends Ended {
  at: Instant;
  /** How often keeping it failed. */
  failures: number;
}

async function endOne(tx: Tx, settle: Settle, { claim, outcome, at, laneDueAt }: Ending): Promise<void> {
  const held = await tx.outbox.finish(claim, outcome, at, laneDueAt);
  // A lost lease means that somebody else has the notice, and its consequences, in hand.
  if (held && outcome.kind !== 'retry') await settle(tx, claim, outcome, at);
}

/**
 * Keeps the outcomes and does `next` in one transaction: one fsync for all. Should one of them be at fault, each is kept
 * alone; one whose consequences fail again and again is kept without them, for what was sent must not be forgotten.
 * `endings` keeps those that are still to be done.
 * @throws when the store does not take them now
 */
export async function endSends<Result>(
  tools: { store: Store; settle: Settle; log: Log },
  endings: Ending[],
  next: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { store, settle, log } = tools;
  if (endings.every(({ failures }) => failures === 0)) {
    try {
      const result = await store.transaction(async (tx) => {
        for (const ending of endings) await endOne(tx, settle, ending);
        return await next(tx);
      });
      endings.length = 0;
      return result;
    } catch (error) {
      if (endings.length === 0) throw error;
      log.warn(
        { err: error, sends: endings.length },
        'Outcomes of sends could not be kept together; keeping each alone',
      );
    }
  }
  await endEach(tools, endings);
  return await store.transaction(next);
}

async function endEach(tools: { store: Store; settle: Settle; log: Log }, endings: Ending[]): Promise<void> {
  for (let ending = endings[0]; ending !== undefined; ending = endings[0]) {
    await endAlone(tools, ending);
    endings.shift();
  }
}

async function endAlone(tools: { store: Store; settle: Settle; log: Log }, ending: Ending): Promise<void> {
  const { claim, outcome, failures } = ending;
  const givenUp = failures >= senderBounds.settleTries;
  if (givenUp)
    tools.log.error({ notice: claim.notice.id, outcome: outcome.kind }, 'The consequences of a send were given up');
  try {
    await tools.store.transaction((tx) => endOne(tx, givenUp ? nothing : tools.settle, ending));
  } catch (error) {
    ending.failures += 1;
    throw error;
  }
}

const nothing: Settle = () => Promise.resolve();

import type { Clock, Instant } from '../core/clock.ts';
import type { LaneClaim, SendOutcome } from '../core/ports/outbox.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Log } from '../core/ports/log.ts';
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
  /** After a failure it is tried again from then on. */
  notBefore: Instant;
}

interface EndTools {
  store: Store;
  settle: Settle;
  alarm: Clock;
  log: Log;
}

/** Somebody else has taken the notice over and has its consequences in hand. */
class LeaseLost extends Error {}

/**
 * First what follows, then the lanes: handlers lock an incident before any lane, and two transactions that lock in the same
 * order cannot wait for each other.
 * @throws LeaseLost when a lane is no longer ours: nothing of it may be kept
 */
async function endAll(tx: Tx, settle: Settle, endings: readonly Ending[]): Promise<void> {
  for (const { claim, outcome, at } of endings) if (outcome.kind !== 'retry') await settle(tx, claim, outcome, at);
  if (!(await tx.outbox.finish(endings))) throw new LeaseLost('The lane was taken over');
}

function byRoom(a: Ending, b: Ending): number {
  return a.claim.room.id < b.claim.room.id ? -1 : 1;
}

/**
 * Keeps the outcomes and does `next`, together where they are few: one fsync for all. Many are kept in several transactions
 * side by side, `next` in the last of them. Should one outcome be at fault, those beside it are each kept alone, so that it
 * holds up no other; one whose consequences fail again and again is kept without them: what was sent must not be forgotten.
 * Afterwards `endings` holds those that are still to be done.
 * @throws when the store does not take anything now
 */
export async function endSends<Result>(
  tools: EndTools,
  endings: Ending[],
  next: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const { store, settle, log } = tools;
  const before = endings.filter(({ failures }) => failures > 0);
  const parts = partsOf(endings.filter(({ failures }) => failures === 0).toSorted(byRoom));
  let done: { result: Result } | undefined;
  const kept = await Promise.allSettled(
    parts.map((part, i) =>
      store.transaction(async (tx) => {
        await endAll(tx, settle, part);
        if (i === parts.length - 1) done = { result: await next(tx) };
      }),
    ),
  );
  const faulty = parts.flatMap((part, i) => (kept[i]?.status === 'rejected' ? part : []));
  const failure = kept.findLast((one) => one.status === 'rejected');
  if (failure === undefined && before.length === 0 && done !== undefined) {
    endings.length = 0;
    return done.result;
  }
  faulty.push(...before);
  endings.splice(0, endings.length, ...faulty);
  if (failure !== undefined && faulty.length === 0) throw failure.reason;
  if (failure !== undefined)
    log.warn(
      { err: failure.reason, sends: faulty.length },
      'Outcomes of sends could not be kept together; keeping each alone',
    );
  const failed: Ending[] = [];
  for (const ending of faulty) if (!(await endAlone(tools, ending))) failed.push(ending);
  endings.splice(0, endings.length, ...failed);
  const result =
    kept.at(-1)?.status === 'fulfilled' && done !== undefined ? done.result : await store.transaction(next);
  // The store is there, so the fault is theirs.
  for (const ending of failed) ending.failures += 1;
  return result;
}

/** At least one part, perhaps empty. */
function partsOf(endings: readonly Ending[]): Ending[][] {
  const parts: Ending[][] = [];
  for (let i = 0; i === 0 || i < endings.length; i += senderBounds.endsTogether)
    parts.push(endings.slice(i, i + senderBounds.endsTogether));
  return parts;
}

async function endAlone(tools: EndTools, ending: Ending): Promise<boolean> {
  const { claim, outcome, failures } = ending;
  const givenUp = failures >= senderBounds.settleTries;
  try {
    await tools.store.transaction((tx) => endAll(tx, givenUp ? nothing : tools.settle, [ending]));
    if (givenUp)
      tools.log.error({ notice: claim.notice.id, outcome: outcome.kind }, 'The consequences of a send were given up');
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return true;
    tools.log.error({ err: error, notice: claim.notice.id, outcome: outcome.kind }, 'An outcome could not be kept yet');
    ending.notBefore = tools.alarm.now() + senderBounds.storePauseMs;
    return false;
  }
}

const nothing: Settle = () => Promise.resolve();

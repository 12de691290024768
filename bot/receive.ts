import type { Clock } from '../core/clock.ts';
import type { Ids, InboxId } from '../core/ids.ts';
import type { Inbound, Platform } from '../core/message.ts';
import type { Receive } from '../core/ports/chat.ts';
import type { Log } from '../core/ports/log.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import { tellCommand } from '../handlers/incident/show-incident.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';
import type { TapOutcome } from './router.ts';
import { route } from './router.ts';

/** What taking an event needs from the rest of the program. */
export interface ReceiveParts {
  store: Store;
  clock: Clock;
  ids: Ids;
  metrics: Metrics;
  log: Log;
  /** Makes the handlers' view of a transaction. */
  workIn(tx: Tx): Work;
  /** Answers a tap on its platform, after the commit. */
  answerTap(inbound: Inbound, outcome: TapOutcome): void;
}

/**
 * Takes events from every platform. Each is stored and handled in one transaction; only its commit resolves the promise, so
 * that the platform is told "received" only then. An event whose handler throws is kept, marked and shown to the operator, and
 * never blocks the chat behind it. Events of one room keep their order; rooms do not wait for one another.
 *
 * @throws when the database cannot store even a failed event: the platform is to send it again
 */
export function receiver(parts: ReceiveParts): Receive {
  return async (events) => {
    if (events.length === 1 && events[0] !== undefined) return take(parts, events[0]);
    const rooms = Map.groupBy(events, (event) => `${event.platform} ${event.room.externalId}`);
    await Promise.all(
      [...rooms.values()].map(async (ofRoom) => {
        for (const event of ofRoom) await take(parts, event);
      }),
    );
  };
}

async function take(parts: ReceiveParts, inbound: Inbound): Promise<void> {
  const startedAt = performance.now();
  try {
    const taken = await parts.store.transaction((tx) => handle(parts, tx, inbound));
    parts.metrics.updateTaken(inbound.platform, taken === 'duplicate' ? 'duplicate' : 'done');
    if (taken !== 'duplicate' && taken !== null) parts.answerTap(inbound, taken);
  } catch (error) {
    await keepFailed(parts, inbound, error);
  }
  parts.metrics.handlerTook(inbound.event.kind, performance.now() - startedAt);
}

async function handle(parts: ReceiveParts, tx: Tx, inbound: Inbound): Promise<TapOutcome | 'duplicate' | null> {
  const work = parts.workIn(tx);
  const isNew = await tx.inbox.add({
    id: work.ids.next<InboxId>(work.now),
    platform: inbound.platform,
    updateId: inbound.updateId,
    receivedAt: work.now,
    inbound,
    state: 'done',
    reference: '',
  });
  return isNew ? route(work, inbound) : 'duplicate';
}

/** Nothing is lost: the event is kept with a short reference, the person and the operator are told. */
async function keepFailed(parts: ReceiveParts, inbound: Inbound, error: unknown): Promise<void> {
  const reference = parts.ids.token().slice(0, 6).toUpperCase();
  parts.log.error({ err: error, reference, platform: inbound.platform, kind: inbound.event.kind }, 'update failed');
  await parts.store.transaction(async (tx) => {
    const work = parts.workIn(tx);
    const isNew = await tx.inbox.add({
      id: work.ids.next<InboxId>(work.now),
      platform: inbound.platform,
      updateId: inbound.updateId,
      receivedAt: work.now,
      inbound,
      state: 'failed',
      reference,
    });
    if (isNew) await tellOfFailure(work, inbound, reference);
  });
  parts.metrics.updateTaken(inbound.platform, 'failed');
  if (inbound.event.kind === 'tap')
    parts.answerTap(inbound, { result: { kind: 'failed', reference }, language: inbound.sender?.language ?? 'zh' });
}

async function tellOfFailure(work: Work, inbound: Inbound, reference: string): Promise<void> {
  const platform: Platform = inbound.platform;
  await tellCommand(work, { kind: 'inbox_failed', reference, platform }, 'answer');
  if (inbound.event.kind !== 'message' || inbound.room.kind !== 'direct') return;
  const room = await work.tx.rooms.byExternal(platform, inbound.room.externalId);
  if (room === null) return;
  await toRooms(work, [room.id], { kind: 'refusal', result: { kind: 'failed', reference } }, { priority: 'answer' });
}

import type { Clock } from '../core/clock.ts';
import type { Ids, InboxId } from '../core/ids.ts';
import type { Inbound, Platform } from '../core/message.ts';
import type { Receive } from '../core/ports/chat.ts';
import type { InboxEntry } from '../core/ports/inbox.ts';
import type { Log } from '../core/ports/log.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { StorageWatch } from '../core/ports/storage.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import { tellCommand } from '../handlers/incident/show-incident.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';
import type { TapOutcome } from './router.ts';
import { route } from './router.ts';
import { TakeTogether } from './take-together.ts';
import type { WaitingEvent } from './take-together.ts';
import { withoutTrack } from './without-track.ts';

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
  /** Takes in hand what the transaction has queued, to be sent with its commit. */
  claimAdded(tx: Tx): Promise<void>;
  storage: StorageWatch;
  /** An event that could not be stored, or will hardly be; it comes again. Called each time. */
  unkept(inbound: Inbound): void;
}

/** What became of an event: stored before, or handled, with what a tap came to. */
type Taken = 'duplicate' | TapOutcome | null;

/**
 * Takes events from every platform. Each is stored and handled in one transaction, which events that wait together share; only
 * its commit resolves the promise, so that the platform is told "received" only then. An event whose handler throws is kept,
 * marked and shown to the operator, and never blocks the chat behind it. Events of one room keep their order.
 *
 * @throws when the database cannot store even a failed event: the platform is to send it again
 */
export function receiver(parts: ReceiveParts): Receive {
  const together = new TakeTogether((events) => takeAll(parts, events));
  const { storage } = parts;
  // A database that has fallen silent answers nothing for minutes; whoever is in danger cannot wait for that.
  storage.hearLoss(() => together.refuseAll((event) => refuse(parts, event, nothingStored())));
  return async (events) => {
    if (storage.lostSince !== null && !(await storage.works())) {
      for (const inbound of events) noteRefused(parts, inbound);
      throw nothingStored();
    }
    await Promise.all(events.map((event) => together.take(event)));
  };
}

/** In one transaction; when that is lost, each in its own, unless nothing at all can be stored. */
async function takeAll(parts: ReceiveParts, events: readonly WaitingEvent[]): Promise<void> {
  const startedAt = performance.now();
  try {
    const inbounds = events.map(({ inbound }) => inbound);
    const taken = await parts.store.transaction((tx) => handleAll(parts, tx, inbounds));
    for (const [i, event] of events.entries()) {
      noteTaken(parts, event.inbound, taken[i] ?? null, performance.now() - startedAt);
      event.resolve();
    }
  } catch (error) {
    const isStoring = await parts.storage.works();
    for (const event of events.filter(({ refused }) => refused !== true)) {
      if (!isStoring) refuse(parts, event, error);
      else if (events.length > 1) await takeAll(parts, [event]);
      else await takeFailed(parts, event, error);
    }
  }
}

async function takeFailed(parts: ReceiveParts, event: WaitingEvent, error: unknown): Promise<void> {
  try {
    await keepFailed(parts, event.inbound, error);
    event.resolve();
  } catch (storeError) {
    refuse(parts, event, storeError);
  }
}

/** The platform is to send it again. */
function refuse(parts: ReceiveParts, { inbound, reject }: WaitingEvent, error: unknown): void {
  noteRefused(parts, inbound);
  reject(error);
}

function noteRefused(parts: ReceiveParts, inbound: Inbound): void {
  parts.metrics.updateTaken(inbound.platform, 'refused');
  parts.unkept(inbound);
}

const nothingStored = (): Error => new Error('Nothing can be stored now');

async function handleAll(parts: ReceiveParts, tx: Tx, inbounds: readonly Inbound[]): Promise<Taken[]> {
  const entries = inbounds.map((inbound) => entryOf(parts, withoutTrack(inbound), 'done', ''));
  const [fresh] = await Promise.all([tx.inbox.add(entries), inbounds.length > 1 ? tx.readAhead(inbounds) : undefined]);
  const taken: Taken[] = [];
  for (const [at, inbound] of inbounds.entries()) {
    const entry = entries[at];
    const isFresh = entry !== undefined && fresh.has(entry.id);
    taken.push(isFresh ? await handle(parts.workIn(tx), inbound, entry) : 'duplicate');
  }
  await parts.claimAdded(tx);
  return taken;
}

/** Takes one event to its handler; whoever hears something private in it has its row sealed before anybody else can see it. */
async function handle(work: Work, inbound: Inbound, entry: InboxEntry): Promise<TapOutcome | null> {
  const heard = { isPrivate: false };
  const keepPrivate = (): void => void (heard.isPrivate = true);
  const outcome = await route({ ...work, keepPrivate, saidAt: inbound.sentAt }, inbound);
  if (heard.isPrivate) await work.tx.inbox.seal(entry);
  return outcome;
}

function entryOf(
  { ids, clock }: ReceiveParts,
  inbound: Inbound,
  state: InboxEntry['state'],
  reference: string,
): InboxEntry {
  const { platform, updateId } = inbound;
  const receivedAt = clock.now();
  return { id: ids.next<InboxId>(receivedAt), platform, updateId, receivedAt, inbound, state, reference };
}

function noteTaken(parts: ReceiveParts, inbound: Inbound, taken: Taken, tookMs: number): void {
  const { metrics } = parts;
  metrics.updateTaken(inbound.platform, taken === 'duplicate' ? 'duplicate' : 'done');
  metrics.handlerTook(inbound.event.kind, tookMs);
  if (taken !== 'duplicate' && taken !== null) parts.answerTap(inbound, taken);
}

/** Nothing is lost: the event is kept with a short reference, the person and the operator are told. */
async function keepFailed(parts: ReceiveParts, inbound: Inbound, error: unknown): Promise<void> {
  const reference = parts.ids.token().slice(0, 6).toUpperCase();
  const { platform, event } = inbound;
  parts.log.error({ err: error, reference, platform, kind: event.kind }, 'update failed');
  await parts.store.transaction(async (tx) => {
    const fresh = await tx.inbox.add([entryOf(parts, inbound, 'failed', reference)]);
    if (fresh.size > 0) await tellOfFailure(parts.workIn(tx), inbound, reference);
  });
  parts.metrics.updateTaken(platform, 'failed');
  if (event.kind === 'tap')
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

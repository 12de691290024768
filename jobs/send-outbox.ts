import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../core/clock.ts';
import type { Platform } from '../core/message.ts';
import type { ChatAdapter } from '../core/ports/chat.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { LaneClaim } from '../core/ports/outbox.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Alarm } from './alarm.ts';
import { ChangePause } from './change-pause.ts';
import { endSends } from './end-sends.ts';
import type { Ending, Settle } from './end-sends.ts';
import type { Log } from '../core/ports/log.ts';
import { sendNotice } from './send-notice.ts';
import type { Carrier, Render, SendTools } from './send-notice.ts';
import { leastUrgentFirst, senderBounds } from './sending-rules.ts';
import { Throttle } from './throttle.ts';
import type { Pacing } from './throttle.ts';

/** What the outbox sender works with. */
export interface OutboxSenderOptions {
  store: Store;
  alarm: Alarm;
  adapters: readonly ChatAdapter[];
  render: Render;
  settle: Settle;
  metrics: Metrics;
  log: Log;
  /** How each platform's limits are kept; `declared` when missing. */
  pacing?: Partial<Record<Platform, Pacing>>;
  /** In [0, 1), for tests; Math.random when missing. */
  chance?: () => number;
}

/** Sends what the outbox holds. */
export interface OutboxSender {
  start(): void;
  /** Claims nothing more, finishes what is in hand and keeps its outcome. */
  stop(): Promise<void>;
  /** Looks at once; the store's own wake-ups do the same. */
  wake(): void;
  /** Resolves when no send is under way and nothing more can be done before the next alarm. */
  idle(): Promise<void>;
}

/** Makes the sender of a zone's notices. Several may run on one PostgreSQL database. */
export function outboxSender(options: OutboxSenderOptions): OutboxSender {
  const sender = new Sender(options);
  return {
    start: () => sender.start(),
    stop: () => sender.stop(),
    wake: () => sender.wake(),
    idle: () => sender.idle(),
  };
}

/** A platform with the room that is left on it. */
interface Lane extends Carrier {
  platform: Platform;
  /** Claimed and not yet ended. */
  inHand: number;
  /** Claimed, its call not yet begun: holds a part of the platform's rate. */
  notBegun: number;
}

class Sender {
  readonly #options: OutboxSenderOptions;
  readonly #tools: SendTools;
  readonly #carriers: Map<Platform, Lane>;
  readonly #ready: LaneClaim[] = [];
  #endings: Ending[] = [];
  /** Claimed, not yet answered by the platform. */
  #underWay = 0;
  #wanted = false;
  #turning = false;
  #stopping = false;
  #starting = false;
  #callOff: () => void = () => {};
  #unlisten: () => void = () => {};
  #whenIdle: (() => void)[] = [];

  constructor(options: OutboxSenderOptions) {
    this.#options = options;
    this.#tools = {
      store: options.store,
      clock: options.alarm,
      render: options.render,
      changes: new ChangePause(),
      log: options.log,
      chance: options.chance ?? Math.random,
    };
    this.#carriers = new Map(
      options.adapters.map((adapter) => {
        const throttle = new Throttle(adapter.limits, options.pacing?.[adapter.platform] ?? 'declared');
        return [adapter.platform, { platform: adapter.platform, adapter, throttle, inHand: 0, notBegun: 0 }];
      }),
    );
  }

  start(): void {
    this.#unlisten = this.#options.store.listen((word) => {
      if (word.about === 'outbox') this.wake();
    });
    this.wake();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unlisten();
    for (let tries = 0; tries < senderBounds.settleTries; tries += 1) {
      this.wake();
      await this.idle();
      if (this.#endings.length === 0) break;
      await new Promise<void>((resolve) =>
        this.#ringAt(this.#options.alarm.now() + senderBounds.storePauseMs, resolve),
      );
    }
    this.#callOff();
  }

  wake(): void {
    this.#wanted = true;
    if (this.#turning) return;
    this.#turning = true;
    setImmediate(() => void this.#turnWhileWanted());
  }

  idle(): Promise<void> {
    if (!this.#busy()) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #busy(): boolean {
    return this.#turning || this.#underWay > 0;
  }

  async #turnWhileWanted(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        await this.#turn();
      } catch (error) {
        this.#options.log.error({ err: error }, 'The outbox could not be read or written');
        this.#ringAt(this.#options.alarm.now() + senderBounds.storePauseMs);
        break;
      }
      await nextTurn();
    }
    this.#turning = false;
    if (this.#busy()) return;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  /** Keeps the outcomes of sends that ended, claims lanes as far as the platforms take them, and begins to send. */
  async #turn(): Promise<void> {
    const endings = this.#takeEndings();
    const ended = [...endings];
    let claims: LaneClaim[] = [];
    try {
      claims = await endSends(this.#options, endings, (tx) => this.#claim(tx));
    } finally {
      const left = new Set(endings);
      for (const ending of ended) if (!left.has(ending)) this.#lane(ending.claim).inHand -= 1;
      this.#endings.push(...endings);
    }
    for (const claim of claims) {
      const lane = this.#lane(claim);
      lane.inHand += 1;
      lane.notBegun += 1;
    }
    this.#underWay += claims.length;
    this.#ready.push(...claims);
    this.#begin();
    if (this.#endings.some(({ failures }) => failures === 0) || claims.length >= senderBounds.lanesAtOnce)
      this.#wanted = true;
    if (!this.#wanted && !this.#stopping) await this.#waitForNext();
  }

  /** Some of what ended; what could not be kept a moment ago only after a pause. */
  #takeEndings(): Ending[] {
    const now = this.#options.alarm.now();
    const due = this.#endings.filter(({ notBefore }) => notBefore <= now).slice(0, senderBounds.lanesAtOnce);
    const taken = new Set(due);
    this.#endings = this.#endings.filter((ending) => !taken.has(ending));
    return due;
  }

  /** Claims for each platform what it takes now: all of its rate for orders, less of it the less urgent a notice is. */
  async #claim(tx: Tx): Promise<LaneClaim[]> {
    if (this.#stopping) return [];
    const now = this.#options.alarm.now();
    const claims: LaneClaim[] = [];
    for (const lane of this.#carriers.values()) {
      let claimed = 0;
      for (const upTo of leastUrgentFirst) {
        const limit = this.#room(lane, upTo, now) - claimed;
        if (limit <= 0) continue;
        const more = await tx.outbox.claimLanes({
          platforms: [lane.platform],
          now,
          leaseUntil: now + senderBounds.leaseMs,
          lease: randomUUID(),
          limit,
          upTo,
        });
        claimed += more.length;
        claims.push(...more);
        if (more.length < limit) break;
      }
    }
    return claims;
  }

  #room(lane: Lane, upTo: (typeof leastUrgentFirst)[number], now: Instant): number {
    return Math.min(
      senderBounds.lanesAtOnce,
      senderBounds.sendsAtOnce - lane.inHand,
      lane.throttle.free(upTo, now) - lane.notBegun,
    );
  }

  /** Begins a few sends at a time, so that the first calls leave before the last cards are drawn. */
  #begin(): void {
    if (this.#starting) return;
    for (const claim of this.#ready.splice(0, senderBounds.startsAtOnce)) void this.#send(claim);
    if (this.#ready.length === 0) return;
    this.#starting = true;
    setImmediate(() => {
      this.#starting = false;
      this.#begin();
    });
  }

  async #send(claim: LaneClaim): Promise<void> {
    const lane = this.#lane(claim);
    let begun = false;
    const begin = (): void => {
      if (!begun) lane.notBegun -= 1;
      begun = true;
    };
    const { metrics, alarm, log } = this.#options;
    try {
      const ended = await sendNotice(this.#tools, lane, claim, begin);
      const at = alarm.now();
      const { notice, queuedAt, priority } = claim.notice;
      metrics.sent(lane.platform, priority, ended.outcome.kind, notice.kind);
      if (ended.outcome.kind === 'sent') metrics.sendTook(lane.platform, priority, at - queuedAt);
      this.#endings.push({ ...ended, at, failures: 0, notBefore: at });
    } catch (error) {
      // The lease will end and the notice be treated as perhaps sent.
      log.error({ err: error, notice: claim.notice.id }, 'A send ended without an outcome');
      lane.inHand -= 1;
    }
    begin();
    this.#underWay -= 1;
    this.wake();
  }

  /** Sleeps until a lane is due, a rate frees up, or long enough to look by oneself. */
  async #waitForNext(): Promise<void> {
    const { alarm, store } = this.#options;
    let wakeAt = alarm.now() + (this.#endings.length > 0 ? senderBounds.storePauseMs : senderBounds.lookAgainMs);
    for (const lane of this.#carriers.values()) {
      const dueAt = await store.read.outbox.nextDueAt([lane.platform]);
      const now = alarm.now();
      if (dueAt !== null) wakeAt = Math.min(wakeAt, dueAt > now ? dueAt : rateFreeAt(lane, now));
    }
    this.#ringAt(wakeAt);
  }

  #ringAt(at: Instant, run = (): void => this.wake()): void {
    this.#callOff();
    this.#callOff = this.#options.alarm.ring(at, run);
  }

  #lane(claim: LaneClaim): Lane {
    const lane = this.#carriers.get(claim.room.platform);
    if (lane === undefined) throw new Error(`No adapter for ${claim.room.platform}`);
    return lane;
  }
}

/** When a due lane that was not claimed can be: the next part of the rate frees up, or another holder is through with it. */
function rateFreeAt({ throttle }: Lane, now: Instant): Instant {
  const times = leastUrgentFirst.map((priority) => throttle.freeAt(priority, now)).filter((at) => at > now);
  return times.length === 0 ? now + senderBounds.storePauseMs : Math.min(...times);
}

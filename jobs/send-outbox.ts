import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../core/clock.ts';
import type { Platform } from '../core/message.ts';
import type { ChatAdapter } from '../core/ports/chat.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { LaneClaim } from '../core/ports/outbox.ts';
import type { Store, Tx } from '../core/ports/store.ts';
import type { Alarm } from './alarm.ts';
import { ChangePause } from './change-pause.ts';
import { allUnbound, claimAdded, claimLanes, nextLookAt } from './claim-lanes.ts';
import type { Carriage } from './claim-lanes.ts';
import { endSends } from './end-sends.ts';
import type { Ending, Settle } from './end-sends.ts';
import type { Log } from '../core/ports/log.ts';
import { sendNotice } from './send-notice.ts';
import type { Render, SendTools } from './send-notice.ts';
import { senderBounds } from './sending-rules.ts';
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
  /** Claims what this transaction has queued so far: it is sent as soon as the transaction is committed, without a look. */
  claimAdded(tx: Tx): Promise<void>;
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
    claimAdded: (tx) => sender.claimAdded(tx),
    idle: () => sender.idle(),
  };
}

class Sender {
  readonly #options: OutboxSenderOptions;
  readonly #tools: SendTools;
  readonly #carriages: ReadonlyMap<Platform, Carriage>;
  readonly #all: readonly Carriage[];
  readonly #ready: LaneClaim[] = [];
  #endings: Ending[] = [];
  /** Claimed, not yet answered by the platform. */
  #underWay = 0;
  #wanted = false;
  /** While outcomes wait for company: has them kept now. */
  #keepNow: (() => void) | undefined;
  #turning = false;
  /** Nothing has happened for a moment. */
  #rested = false;
  /** The store fails, and that was said. */
  #isCutOff = false;
  #started = false;
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
    this.#carriages = new Map(
      options.adapters.map((adapter) => {
        const throttle = new Throttle(adapter.limits, options.pacing?.[adapter.platform] ?? 'declared');
        return [
          adapter.platform,
          { platform: adapter.platform, adapter, throttle, inHand: 0, notBegun: 0, held: null },
        ];
      }),
    );
    this.#all = [...this.#carriages.values()];
  }

  start(): void {
    this.#started = true;
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

  /** Keeps outcomes with the next transaction that brings notices, so that both share a commit, or else a moment later. */
  #keepSoon(): void {
    const many = this.#endings.length >= senderBounds.endsTogether;
    if (many || this.#stopping || this.#whenIdle.length > 0) this.wake();
    else if (!this.#turning && this.#keepNow === undefined) void this.#keepInCompany();
  }

  async #keepInCompany(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const timer = setTimeout(resolve, senderBounds.companyMs);
    this.#keepNow = () => resolve(undefined);
    await promise;
    clearTimeout(timer);
    this.#keepNow = undefined;
    this.#wanted = true;
    if (this.#turning) return;
    // Not a turn of the event loop later: by then the other transaction would be over.
    this.#turning = true;
    await this.#turnWhileWanted();
  }

  async claimAdded(tx: Tx): Promise<void> {
    if (!this.#started || this.#stopping) return;
    this.#keepNow?.();
    const claims = await claimAdded(tx.outbox, this.#all, this.#options.alarm.now());
    if (claims.length > 0) tx.afterCommit(() => this.#takeOn(claims));
  }

  idle(): Promise<void> {
    if (!this.#busy()) return Promise.resolve();
    this.#keepNow?.();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #busy(): boolean {
    return this.#turning || this.#underWay > 0 || this.#keepNow !== undefined;
  }

  async #turnWhileWanted(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        await this.#turn();
        this.#isCutOff = false;
      } catch (error) {
        if (!this.#isCutOff) this.#options.log.error({ err: error }, 'The outbox could not be read or written');
        this.#isCutOff = true;
        this.#ringAt(this.#options.alarm.now() + senderBounds.storePauseMs);
        this.#turning = false;
        this.#tellIdle();
        return;
      }
      await nextTurn();
    }
    this.#turning = false;
    if (this.#endings.some(({ failures }) => failures === 0)) this.#keepSoon();
    this.#tellIdle();
  }

  #tellIdle(): void {
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
      for (const ending of ended) if (!left.has(ending)) this.#carriageOf(ending.claim).inHand -= 1;
      this.#endings.push(...endings);
    }
    this.#takeOn(claims);
    if (claims.length >= senderBounds.lanesAtOnce) this.#wanted = true;
    // Lanes that were freed beside the claim may have more to send.
    if (ended.length > senderBounds.endsTogether) this.#wanted = true;
    if (!this.#wanted && !this.#stopping) await this.#waitForNext();
  }

  #takeOn(claims: readonly LaneClaim[]): void {
    for (const claim of claims) {
      const carriage = this.#carriageOf(claim);
      carriage.inHand += 1;
      carriage.notBegun += 1;
    }
    this.#underWay += claims.length;
    this.#ready.push(...claims);
    this.#begin();
  }

  async #claim(tx: Tx): Promise<LaneClaim[]> {
    return this.#stopping ? [] : await claimLanes(tx.outbox, this.#all, this.#options.alarm.now());
  }

  /** Some of what ended; what could not be kept a moment ago only after a pause. */
  #takeEndings(): Ending[] {
    const now = this.#options.alarm.now();
    const due = this.#endings.filter(({ notBefore }) => notBefore <= now).slice(0, senderBounds.lanesAtOnce);
    const taken = new Set(due);
    this.#endings = this.#endings.filter((ending) => !taken.has(ending));
    return due;
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
    const carriage = this.#carriageOf(claim);
    let begun = false;
    const begin = (): void => {
      if (!begun) carriage.notBegun -= 1;
      begun = true;
    };
    const { metrics, alarm, log } = this.#options;
    try {
      const ended = await sendNotice(this.#tools, carriage, claim, begin);
      const at = alarm.now();
      const { notice, queuedAt, priority } = claim.notice;
      metrics.sent(carriage.platform, priority, ended.outcome.kind, notice.kind);
      if (ended.outcome.kind === 'sent') metrics.sendTook(carriage.platform, priority, at - queuedAt);
      this.#endings.push({ ...ended, at, failures: 0, notBefore: at });
    } catch (error) {
      // The lease will end and the notice be treated as perhaps sent.
      log.error({ err: error, notice: claim.notice.id }, 'A send ended without an outcome');
      carriage.inHand -= 1;
    }
    begin();
    this.#underWay -= 1;
    this.#keepSoon();
  }

  /** Sleeps until a lane is due, a rate frees up, or long enough to look by oneself. */
  async #waitForNext(): Promise<void> {
    const { alarm, store } = this.#options;
    const now = alarm.now();
    const rested = this.#rested || !allUnbound(this.#all, now);
    this.#rested = false;
    if (!rested) {
      this.#ringAt(now + senderBounds.restMs, () => {
        this.#rested = true;
        this.wake();
      });
      return;
    }
    const times = [now + senderBounds.lookAgainMs, ...this.#endings.map(({ notBefore }) => notBefore)];
    const nextAt = await nextLookAt(store.read.outbox, this.#all, now);
    this.#ringAt(Math.min(nextAt ?? Infinity, ...times));
  }

  #ringAt(at: Instant, run = (): void => this.wake()): void {
    this.#callOff();
    this.#callOff = this.#options.alarm.ring(at, run);
  }

  #carriageOf(claim: LaneClaim): Carriage {
    const carriage = this.#carriages.get(claim.room.platform);
    if (carriage === undefined) throw new Error(`No adapter for ${claim.room.platform}`);
    return carriage;
  }
}

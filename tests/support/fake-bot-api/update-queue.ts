import type { Update } from 'grammy/types';
import type { Clock } from '../../../core/clock.ts';
import { Refusal } from './refusal.ts';
import { WebhookPusher, type WebhookTarget } from './webhook-pusher.ts';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** Kinds that come only when they are asked for by name. */
const ON_REQUEST: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** So many of the last updates can be delivered a second time. */
const REMEMBERED = 10_000;

interface Poll {
  offset: number;
  limit: number;
  answer: (updates: Update[] | Refusal) => void;
  timer: NodeJS.Timeout;
}

/** Updates that wait for the bot, handed out by long polling or pushed to its webhook; kept until confirmed. */
export class UpdateQueue {
  readonly webhook: WebhookPusher;
  #pending = new Map<number, Update>();
  #again: Update[] = [];
  #everything = new Map<number, Update>();
  #allowed: ReadonlySet<string> | null = null;
  #nextId = 1001;
  #poll: Poll | undefined;

  constructor(clock: Clock) {
    this.webhook = new WebhookPusher(clock, (update) => this.#pending.delete(update.update_id));
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  get allowed(): string[] | undefined {
    return this.#allowed === null ? undefined : [...this.#allowed];
  }

  /** Lets the bot hear of something. Returns the update's id, or null when it did not ask for this kind. */
  push(kind: UpdateKind, body: unknown, chatId: number): number | null {
    const wanted = this.#allowed === null ? !ON_REQUEST.includes(kind) : this.#allowed.has(kind);
    if (!wanted) return null;
    return this.pushRaw({ [kind]: body }, chatId);
  }

  /** Lets the bot hear of anything at all, also of what no client could send. */
  pushRaw(body: Record<string, unknown>, chatId: number): number {
    const update = { update_id: this.#nextId++, ...body } as Update;
    this.#pending.set(update.update_id, update);
    this.#remember(update);
    if (this.webhook.target) this.webhook.add(update, chatId);
    else this.#answerPoll();
    return update.update_id;
  }

  /** Delivers one more time what was delivered already, as happens after a lost confirmation. */
  pushAgain(updateId: number, chatId: number): boolean {
    const update = this.#everything.get(updateId);
    if (!update) return false;
    if (this.webhook.target) this.webhook.add(update, chatId);
    else {
      this.#again.push(update);
      this.#answerPoll();
    }
    return true;
  }

  /** Null keeps what was allowed before; an empty list returns to the default. */
  allow(kinds: readonly string[] | null): void {
    if (kinds !== null) this.#allowed = kinds.length === 0 ? null : new Set(kinds);
  }

  /** Ids restart when a bot had no updates for a week. */
  restartIdsAt(id: number): void {
    this.#nextId = id;
  }

  drop(): void {
    this.#pending.clear();
    this.#again = [];
  }

  setWebhook(target: WebhookTarget): void {
    this.#endPoll(new Refusal(409, 'Conflict: terminated by setWebhook request'));
    this.webhook.start(target);
    for (const update of this.#pending.values()) this.webhook.add(update, 0);
  }

  deleteWebhook(): void {
    this.webhook.stop();
  }

  /** The long poll: everything up to `offset` is confirmed and gone. */
  async poll(offset: number, limit: number, timeoutSeconds: number): Promise<Update[]> {
    if (this.webhook.target) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#endPoll(
      new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    this.#confirm(offset);
    const ready = this.#take(limit);
    if (ready.length > 0 || timeoutSeconds <= 0) return ready;
    const answer = await new Promise<Update[] | Refusal>((resolve) => {
      const timer = setTimeout(() => this.#endPoll([]), timeoutSeconds * 1000);
      this.#poll = { offset, limit, answer: resolve, timer };
    });
    if (answer instanceof Refusal) throw answer;
    return answer;
  }

  /** Ends a waiting poll, as when the client hangs up. */
  endPoll(): void {
    this.#endPoll([]);
  }

  #remember(update: Update): void {
    this.#everything.set(update.update_id, update);
    const [oldest] = this.#everything.keys();
    if (this.#everything.size > REMEMBERED && oldest !== undefined) this.#everything.delete(oldest);
  }

  #confirm(offset: number): void {
    if (offset < 0) {
      for (const id of [...this.#pending.keys()].slice(0, offset)) this.#pending.delete(id);
      return;
    }
    for (const id of this.#pending.keys()) if (id < offset) this.#pending.delete(id);
  }

  #take(limit: number): Update[] {
    const taken = this.#again.splice(0, limit);
    for (const update of this.#pending.values()) {
      if (taken.length >= limit) break;
      taken.push(update);
    }
    return taken;
  }

  #answerPoll(): void {
    if (this.#poll) this.#endPoll(this.#take(this.#poll.limit));
  }

  #endPoll(answer: Update[] | Refusal): void {
    const poll = this.#poll;
    if (!poll) return;
    this.#poll = undefined;
    clearTimeout(poll.timer);
    poll.answer(answer);
  }
}

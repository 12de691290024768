/** How many messages and edits the server takes before it answers 429. */
export interface FloodRules {
  perSecond: number;
  perChatPerSecond: number;
  perGroupPerMinute: number;
  /** A window is this much shorter than its name, so that a client which keeps time exactly is not refused for jitter. */
  slackMs: number;
}

/** The limits that the Bot FAQ names. */
export const publicRules: FloodRules = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20, slackMs: 50 };

/** Sliding windows over the calls that were let through; a refused call does not count. */
export class FloodLimits {
  rules: FloodRules | null = null;
  #all: number[] = [];
  #byChat = new Map<number, number[]>();

  /** Null: go ahead, and it is counted. Otherwise the milliseconds to wait. */
  check(chatId: number, now: number): number | null {
    const rules = this.rules;
    if (!rules) return null;
    let mine = this.#byChat.get(chatId);
    if (!mine) this.#byChat.set(chatId, (mine = []));
    const second = 1000 - rules.slackMs;
    const waits = [
      wait(this.#all, rules.perSecond, second, now),
      wait(mine, rules.perChatPerSecond, second, now),
      chatId < 0 ? wait(mine, rules.perGroupPerMinute, 60_000 - rules.slackMs, now) : 0,
    ];
    const longest = Math.max(...waits);
    if (longest > 0) return longest;
    this.#all.push(now);
    mine.push(now);
    if (this.#all.length > 2 * rules.perSecond) this.#all.splice(0, this.#all.length - rules.perSecond);
    if (mine.length > 100) mine.splice(0, mine.length - Math.max(rules.perGroupPerMinute, rules.perChatPerSecond));
    return null;
  }

  forget(): void {
    this.#all = [];
    this.#byChat.clear();
  }
}

/** How long until fewer than `most` of the times lie inside the window. */
function wait(times: readonly number[], most: number, windowMs: number, now: number): number {
  const edge = times.at(-most);
  return edge === undefined ? 0 : Math.max(0, edge + windowMs - now);
}

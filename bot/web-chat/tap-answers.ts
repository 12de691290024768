const KEPT = 500;

/**
 * Brings the answer to a tap back to the page that waits for it. The answer can come before or after somebody waits,
 * and a tap that is posted twice gets the same answer twice.
 */
export class TapAnswers {
  readonly #waiting = new Map<string, PromiseWithResolvers<string>>();

  /** Says the answer of a tap. */
  say(tapId: string, text: string): void {
    this.#of(tapId).resolve(text);
  }

  /** Waits for a tap's answer; '' when none comes in time. */
  async wait(tapId: string, patienceMs: number): Promise<string> {
    const late = Promise.withResolvers<string>();
    const timer = setTimeout(() => late.resolve(''), patienceMs);
    try {
      return await Promise.race([this.#of(tapId).promise, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  #of(tapId: string): PromiseWithResolvers<string> {
    let answer = this.#waiting.get(tapId);
    if (answer === undefined) {
      answer = Promise.withResolvers<string>();
      this.#waiting.set(tapId, answer);
      this.#forgetOldest();
    }
    return answer;
  }

  #forgetOldest(): void {
    for (const tapId of this.#waiting.keys()) {
      if (this.#waiting.size <= KEPT) return;
      this.#waiting.delete(tapId);
    }
  }
}

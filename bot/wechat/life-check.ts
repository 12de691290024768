import type { Clock } from '../../core/clock.ts';
import type { Session } from './session.ts';
import type { WechatPace } from './settings.ts';

/**
 * Asks a connection that was silent for long whether it is there. A connection can be dead without being cut (a router that forgot
 * it, a puppet service that stands still), and wechaty leaves it at that for a minute and more.
 */
export class LifeCheck {
  readonly #clock: Clock;
  readonly #pace: WechatPace;
  readonly #onDead: (reason: string) => void;
  #heardAt = 0;
  /** The puppet answered once, in this connection or an earlier one; from then on silence means that it is gone. */
  #answers = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(clock: Clock, pace: WechatPace, onDead: (reason: string) => void) {
    this.#clock = clock;
    this.#pace = pace;
    this.#onDead = onDead;
  }

  /** Any sign of life; `answered`: to our question. */
  heard(answered: boolean): void {
    this.#heardAt = this.#clock.now();
    if (answered) this.#answers = true;
  }

  watch(session: Session): void {
    this.#heardAt = this.#clock.now();
    this.#later(session);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #later(session: Session): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(session), this.#pace.probeEveryMs);
  }

  #look(session: Session): void {
    const askedAt = this.#clock.now();
    if (!session.isUp) {
      this.#onDead('the puppet stopped by itself');
    } else if (askedAt - this.#heardAt < this.#pace.probeEveryMs) {
      this.#later(session);
    } else {
      session.puppet.ding('群防');
      this.#timer = setTimeout(() => {
        if (this.#heardAt < askedAt && this.#answers) this.#onDead('the puppet does not answer any more');
        else this.#later(session);
      }, this.#pace.answerWithinMs);
    }
  }
}

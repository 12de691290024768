import type { Inbound } from '../core/message.ts';

/** Events that share a transaction at most. More would keep timers and sockets waiting. */
const mostTogether = 64;
/** Transactions beside one another, where the store runs them so; a further one begins only when it is full. */
const mostBeside = 4;

/** An event that waits for its turn, and who waits for it. */
export interface WaitingEvent {
  inbound: Inbound;
  resolve: () => void;
  reject: (error: unknown) => void;
  /** Whoever waited for it was refused meanwhile, and brings it again. */
  refused?: true;
}

/**
 * Gathers events that wait at the same time, so that they cost one transaction and few statements together. Events of one
 * room are taken in the order in which they came: none while an earlier one of its room is still in hand.
 */
export class TakeTogether {
  /** Settles every event that it is given. Never rejects. */
  readonly #takeAll: (events: readonly WaitingEvent[]) => Promise<void>;
  #roomsInHand = new Set<string>();
  #waiting: WaitingEvent[] = [];
  #runs = new Set<readonly WaitingEvent[]>();
  #gathering = false;

  constructor(takeAll: (events: readonly WaitingEvent[]) => Promise<void>) {
    this.#takeAll = takeAll;
  }

  /** Resolves when the event is stored and handled. */
  take(inbound: Inbound): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ inbound, resolve, reject });
      this.#gather();
    });
  }

  /** Refuses whatever waits or is in hand; what is in hand may yet end well, and holds up nobody any more. */
  refuseAll(refuse: (event: WaitingEvent) => void): void {
    const events = [...[...this.#runs].flat(), ...this.#waiting];
    this.#waiting = [];
    this.#runs = new Set();
    this.#roomsInHand = new Set();
    for (const event of events) {
      event.refused = true;
      refuse(event);
    }
  }

  /** Waits while each turn of the event loop brings more. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const before = this.#waiting.length;
    setImmediate(() => {
      this.#gathering = false;
      if (this.#waiting.length > before && this.#waiting.length < mostTogether) this.#gather();
      else this.#begin();
    });
  }

  #begin(): void {
    while (this.#runs.size === 0 || (this.#runs.size < mostBeside && this.#waiting.length >= mostTogether)) {
      const events = this.#next();
      if (events.length === 0) return;
      void this.#run(events);
    }
  }

  async #run(events: readonly WaitingEvent[]): Promise<void> {
    const rooms = events.map(({ inbound }) => roomOf(inbound));
    const [runs, roomsInHand] = [this.#runs, this.#roomsInHand];
    runs.add(events);
    for (const room of rooms) roomsInHand.add(room);
    await this.#takeAll(events);
    for (const room of rooms) roomsInHand.delete(room);
    runs.delete(events);
    if (this.#waiting.length > 0) this.#gather();
  }

  #next(): WaitingEvent[] {
    const next: WaitingEvent[] = [];
    const left: WaitingEvent[] = [];
    for (const event of this.#waiting) {
      const free = next.length < mostTogether && !this.#roomsInHand.has(roomOf(event.inbound));
      (free ? next : left).push(event);
    }
    this.#waiting = left;
    return next;
  }
}

function roomOf({ platform, room }: Inbound): string {
  return `${platform} ${room.externalId}`;
}

import { randomBytes } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Store, WakeWord } from '../../core/ports/store.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import { readFrame, readMessages, type SceneFrame, type SceneZone } from './read-scene.ts';
import type { Scene, SceneEvent } from './scene.ts';

/** How many events are kept for pages that come back after a short loss. */
const KEPT_EVENTS = 200;

/** One event with the id under which a page asks for what came after it. */
export interface FedEvent {
  id: string;
  event: SceneEvent;
}

export interface SceneFeedParts {
  store: Store;
  clock: Clock;
  log: Log;
  zone: SceneZone;
}

/** Watches the web rooms and tells every open page what changed. */
export class SceneFeed {
  readonly #parts: SceneFeedParts;
  readonly #pages = new Set<(fed: FedEvent) => void>();
  readonly #events: { n: number; event: SceneEvent }[] = [];
  /** Ids of another run of the program mean nothing here. */
  readonly #run = randomBytes(6).toString('base64url');
  readonly #dirty = new Set<string>();
  readonly #known = new Map<string, Map<string, string>>();
  #frame = '';
  #awake = false;
  #n = 0;
  #looking: Promise<void> | null = null;
  readonly #stopListening: () => void;

  constructor(parts: SceneFeedParts) {
    this.#parts = parts;
    this.#stopListening = parts.store.listen((word) => this.#wake(word));
  }

  /** Who and what is on the stage. */
  frame(): Promise<SceneFrame> {
    return readFrame(this.#parts.store.read, this.#parts.zone);
  }

  /** The time that pages show. */
  now(): number {
    return this.#parts.clock.now();
  }

  /** The whole scene as it is committed now. */
  async scene(): Promise<Scene> {
    return this.#around(await this.frame());
  }

  async #around(frame: SceneFrame): Promise<Scene> {
    const messages = await readMessages(
      this.#parts.store.read,
      frame.rooms.map(({ id }) => id),
    );
    return { ...frame, now: this.now(), messages };
  }

  /**
   * Tells `page` everything from now on; first what it missed since `lastId`, or the whole scene when that is unknown.
   * @returns how to stop
   */
  async open(lastId: string | undefined, page: (fed: FedEvent) => void): Promise<() => void> {
    const missed = this.#since(lastId);
    if (missed !== undefined) {
      this.#pages.add(page);
      for (const { n, event } of missed) page({ id: this.#idOf(n), event });
      page({ id: this.#idOf(this.#n), event: { kind: 'now', now: this.now() } });
      return () => this.#pages.delete(page);
    }
    const waiting: FedEvent[] = [];
    const wait = (fed: FedEvent): number => waiting.push(fed);
    this.#pages.add(wait);
    const id = this.#idOf(this.#n);
    try {
      const frame = await this.frame();
      const scene = await this.#around(frame);
      this.#remember(scene, frame);
      page({ id, event: { kind: 'scene', scene } });
    } finally {
      this.#pages.delete(wait);
    }
    this.#pages.add(page);
    for (const fed of waiting) page(fed);
    return () => this.#pages.delete(page);
  }

  /** How many pages are open. */
  get pages(): number {
    return this.#pages.size;
  }

  /** Stops watching. */
  close(): void {
    this.#stopListening();
    this.#pages.clear();
  }

  #since(lastId: string | undefined): readonly { n: number; event: SceneEvent }[] | undefined {
    const [run, text] = lastId?.split('.') ?? [];
    const n = Number(text);
    if (run !== this.#run || !Number.isInteger(n) || n > this.#n) return undefined;
    const oldest = this.#events[0]?.n ?? this.#n + 1;
    return n + 1 < oldest && n !== this.#n ? undefined : this.#events.filter((event) => event.n > n);
  }

  #wake(word: WakeWord): void {
    if (word.about !== 'room' && word.about !== 'incident') return;
    if (this.#pages.size === 0) {
      this.#forget();
      return;
    }
    if (word.about === 'room') this.#dirty.add(word.id);
    this.#awake = true;
    this.#looking ??= this.#lookWhileAwake();
  }

  /** Nobody watches: whoever comes back gets the whole scene. */
  #forget(): void {
    this.#known.clear();
    this.#frame = '';
    this.#events.length = 0;
    this.#n += 1;
  }

  async #lookWhileAwake(): Promise<void> {
    while (this.#awake) {
      this.#awake = false;
      // What is woken together is read together.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#look();
    }
    this.#looking = null;
  }

  async #look(): Promise<void> {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    try {
      const frame = await this.frame();
      const changed = await this.#changedIn(frame, dirty);
      if (changed === 'anew' || this.#isNew(frame)) this.#tell({ kind: 'scene', scene: await this.scene() });
      else if (changed.length > 0) this.#tell({ kind: 'messages', messages: changed });
    } catch (error) {
      this.#parts.log.error({ err: error }, 'rehearsal room: the scene could not be read');
    }
  }

  #isNew(frame: SceneFrame): boolean {
    const before = this.#frame;
    this.#frame = JSON.stringify(frame);
    return before !== '' && before !== this.#frame;
  }

  /** What the first page was shown is what later changes are told against. */
  #remember(scene: Scene, frame: SceneFrame): void {
    if (this.#frame !== '') return;
    this.#frame = JSON.stringify(frame);
    for (const { id } of frame.rooms) {
      const ofRoom = scene.messages.filter((message) => message.room === id);
      this.#known.set(id, new Map(ofRoom.map((message) => [message.id, JSON.stringify(message)])));
    }
  }

  /** New and edited messages of these rooms; `anew` when a room was emptied. */
  async #changedIn(frame: SceneFrame, dirty: readonly string[]): Promise<WebMessage[] | 'anew'> {
    const rooms = frame.rooms.map(({ id }) => id).filter((id) => dirty.includes(id));
    const messages = await readMessages(this.#parts.store.read, rooms);
    let anew = false;
    const changed: WebMessage[] = [];
    for (const room of rooms) {
      const before = this.#known.get(room);
      const ofRoom = messages.filter((message) => message.room === room);
      const now = new Map(ofRoom.map((message) => [message.id, JSON.stringify(message)]));
      this.#known.set(room, now);
      const newest = [...(before?.keys() ?? [])].at(-1);
      if (newest !== undefined && !now.has(newest)) anew = true;
      changed.push(...ofRoom.filter(({ id }) => before?.get(id) !== now.get(id)));
    }
    return anew ? 'anew' : changed;
  }

  #tell(event: SceneEvent): void {
    this.#n += 1;
    this.#events.push({ n: this.#n, event });
    if (this.#events.length > KEPT_EVENTS) this.#events.shift();
    for (const page of this.#pages) page({ id: this.#idOf(this.#n), event });
  }

  #idOf(n: number): string {
    return `${this.#run}.${n}`;
  }
}

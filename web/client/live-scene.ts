import type { WebMessage } from '../../core/ports/web-messages.ts';
import type { Scene, SceneEvent } from '../rehearsal/scene.ts';

/** The server speaks at least every 15 s; silence for longer means that the line is dead. */
const SILENCE_MS = 40_000;
const RETRY_MS = 1_500;

/** The scene as the server tells it, kept up to date over one long-lived connection. */
export class LiveScene {
  scene: Scene | null = null;
  connected = false;
  /** The server's clock at its last word, and ours at that moment. */
  #heard = { server: 0, here: 0 };
  #hearers = new Set<() => void>();
  #source: EventSource | null = null;
  #watch = 0;

  /** Calls `hear` after every change; the answer ends it. */
  listen(hear: () => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  /** The server's time now, in milliseconds since 1970. */
  now(): number {
    return this.#heard.server + (performance.now() - this.#heard.here);
  }

  /** Opens the line; from then on it is kept open. */
  connect(): void {
    this.#source?.close();
    const source = new EventSource('/rehearsal/events');
    this.#source = source;
    source.onmessage = ({ data }: MessageEvent<string>) => this.#hear(JSON.parse(data) as SceneEvent);
    source.onerror = () => {
      this.#lost();
      // A refused connection stays closed by itself; a broken one is reopened by the browser.
      if (source.readyState === EventSource.CLOSED) this.#retry(RETRY_MS);
    };
    this.#retry(SILENCE_MS);
  }

  /** Takes changed or new messages into the scene. */
  take(messages: readonly WebMessage[]): void {
    if (this.scene === null) return;
    const byId = new Map(this.scene.messages.map((message) => [message.id, message]));
    for (const message of messages) byId.set(message.id, message);
    const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.scene = { ...this.scene, messages: sorted };
    this.#changed();
  }

  #hear(event: SceneEvent): void {
    this.#retry(SILENCE_MS);
    const wasConnected = this.connected;
    this.connected = true;
    if (event.kind === 'scene') {
      this.scene = event.scene;
      this.#setClock(event.scene.now);
    }
    if (event.kind === 'now') this.#setClock(event.now);
    if (event.kind === 'messages') this.take(event.messages);
    else if (event.kind === 'scene' || !wasConnected) this.#changed();
  }

  #setClock(server: number): void {
    this.#heard = { server, here: performance.now() };
  }

  #lost(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#changed();
  }

  #retry(afterMs: number): void {
    clearTimeout(this.#watch);
    this.#watch = window.setTimeout(() => {
      this.#lost();
      this.connect();
    }, afterMs);
  }

  #changed(): void {
    for (const hear of this.#hearers) hear();
  }
}

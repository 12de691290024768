import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Client, ClientConfig } from 'pg';
import type { WakeWord } from '../../core/ports/store.ts';
import type { EngineOptions } from '../engine.ts';

/** How long to wait before connecting again, in milliseconds: at first, and at most. */
const firstPauseMs = 200;
const longestPauseMs = 5_000;

/** PostgreSQL takes 8,000 bytes; words are far shorter. */
type Told = { channel: string; payload?: string | undefined; processId: number };

/**
 * Wake-up words between the instances of a zone, over a connection of its own that is made again when it is lost. Words are
 * sent after the commit and together: a NOTIFY inside the transaction would make commits wait for one another.
 */
export class Listener {
  readonly #config: ClientConfig;
  readonly #channel: string;
  readonly #options: EngineOptions;
  readonly #unsaid = new Set<string>();
  #client: Client | undefined;
  #sending: Promise<void> | undefined;
  #joined = false;
  readonly #closed = new AbortController();

  constructor(config: ClientConfig, channel: string, options: EngineOptions) {
    this.#config = config;
    this.#channel = channel;
    this.#options = options;
  }

  /** Connects for the first time. @throws when PostgreSQL cannot be reached */
  async open(): Promise<void> {
    const client = new pg.Client(this.#config);
    client.on('error', this.#options.onError);
    client.on('notification', (told) => this.#hear(told, client));
    client.on('end', () => void this.#lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(this.#channel)}`);
      if (this.#options.access === 'write') await this.#join(client);
      this.#client = client;
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /**
   * Every running instance shares an advisory lock that ends with its connection. Whoever can have it alone is the only one, so
   * what earlier processes had in hand is given back at once; else their leases have to end by themselves.
   */
  async #join(client: Client): Promise<void> {
    const key = `hashtextextended('${this.#channel}', 0)`;
    const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${key}) as alone`);
    if (rows[0]?.alone !== true) {
      await client.query(`select pg_advisory_lock_shared(${key})`);
      this.#joined = true;
      return;
    }
    if (!this.#joined) {
      await client.query('update lanes set due_at = 0 where lease is not null');
      await client.query('update timers set claimable_at = due_at where lease is not null');
    }
    await client.query(`select pg_advisory_lock_shared(${key})`);
    await client.query(`select pg_advisory_unlock(${key})`);
    this.#joined = true;
  }

  /** Tells this process now and the others soon. */
  say(word: WakeWord): void {
    this.#options.words.tell(word);
    this.#unsaid.add(JSON.stringify(word));
    this.#sending ??= this.#send();
  }

  async close(): Promise<void> {
    await this.#sending;
    this.#closed.abort();
    await this.#client?.end();
  }

  async #send(): Promise<void> {
    // One turn later, so that words of the same moment travel together.
    await pause(0);
    while (this.#client && this.#unsaid.size > 0) {
      const words = [...this.#unsaid];
      this.#unsaid.clear();
      try {
        await this.#client.query('select pg_notify($1, word) from unnest($2::text[]) word', [this.#channel, words]);
      } catch (error) {
        this.#options.onError(error);
      }
    }
    this.#sending = undefined;
  }

  #hear(told: Told, client: Client): void {
    const own = told.processId === (client as unknown as { processID: number | null }).processID;
    if (own || told.channel !== this.#channel || !told.payload) return;
    this.#options.words.tell(JSON.parse(told.payload) as WakeWord);
  }

  async #lost(client: Client): Promise<void> {
    if (this.#client !== client || this.#isClosed()) return;
    this.#client = undefined;
    for (let wait = firstPauseMs; !this.#isClosed(); wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        await pause(wait, undefined, { signal: this.#closed.signal });
        await this.open();
        this.#options.words.tellMissed();
        this.#sending ??= this.#send();
        return;
      } catch (error) {
        if (!this.#isClosed()) this.#options.onError(error);
      }
    }
  }

  #isClosed(): boolean {
    return this.#closed.signal.aborted;
  }
}

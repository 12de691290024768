import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Pool } from 'pg';
import type { WakeWord } from '../../core/ports/store.ts';
import type { Engine, EngineOptions } from '../engine.ts';
import { Handle } from '../handle.ts';
import type { Executor } from '../handle.ts';
import { Compiler } from '../query.ts';
import type { GivenValues, Plan } from '../plan.ts';
import { refuseNested } from '../transaction.ts';
import { attempt, BrokenClient, isRetryable } from './attempt.ts';
import { postgresBuilders } from './builders.ts';
import { connectionSettings } from './connection-settings.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { Connection } from './connection.ts';
import { postgresDialect } from './dialect.ts';
import { Listener } from './listener.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { postgresTables } from './tables.ts';

/** How often a callback is run before its conflict is passed on. */
const attempts = 5;

/**
 * Transactions look up few rows by their keys. Plans are kept, also those that were made while a table was all but empty, when
 * reading the whole of it looked cheapest, in the order of a key or not: then they would do so for as long as they are kept.
 */
const byKey = ['seqscan', 'hashjoin', 'mergejoin'].map((way) => `-c enable_${way}=off`).join(' ');

/** What is removed from these must be gone from the disk too; none of them is large. */
const sealedTables = ['matters', 'matter_notes', 'matter_openings', 'matter_people', 'matter_receipts'];

/**
 * Opens a zone's schema in PostgreSQL, making and migrating it as needed.
 * @throws Error when the URL is wrong or the server cannot be reached
 */
export async function openPostgres(databaseUrl: string, options: EngineOptions): Promise<Engine> {
  const settings = connectionSettings(databaseUrl);
  const listener = new Listener(settings.config, `qunfang_${settings.schema}`, options);
  if (options.access === 'write') await migrate(settings);
  await listener.open();
  return new PostgresEngine(settings, listener, options);
}

async function migrate({ config, schema }: ConnectionSettings): Promise<void> {
  const client = new pg.Client({ ...config, statement_timeout: 0, idle_in_transaction_session_timeout: 0 });
  await client.connect();
  try {
    await migratePostgres(client, schema);
  } finally {
    await client.end();
  }
}

class PostgresEngine implements Engine {
  readonly read: Handle;
  readonly #writers: Pool;
  readonly #readers: Pool;
  readonly #compiler = new Compiler({ db: postgresBuilders(), tables: postgresTables, dialect: postgresDialect });
  readonly #listener: Listener;
  readonly #options: EngineOptions;
  readonly #config: ConnectionSettings['config'];
  readonly #inHand = new Set<Promise<unknown>>();
  #closed = false;

  constructor({ config }: ConnectionSettings, listener: Listener, options: EngineOptions) {
    this.#config = config;
    this.#listener = listener;
    this.#options = options;
    this.#writers = this.#pool({ ...config, max: 10, options: `${config.options ?? ''} ${byKey}` });
    this.#readers = this.#pool({
      ...config,
      max: 5,
      options: `${config.options ?? ''} -c default_transaction_read_only=on`,
    });
    this.read = new Handle(new PooledReads(this.#readers, this.#compiler));
  }

  async transaction<Result>(run: (handle: Handle) => Promise<Result>): Promise<Result> {
    refuseNested();
    if (this.#options.access === 'read') throw new Error('The database is open only to be read');
    if (this.#closed) throw new Error('The database is closed');
    for (let nth = 1; ; nth += 1) {
      try {
        return await this.#whole(this.#once(run));
      } catch (error) {
        if (nth === attempts || !isRetryable(error)) throw error;
        await pause(Math.random() * 10 * nth);
      }
    }
  }

  /** A plain vacuum only marks the space as free; the bytes would stay in the page until something else is written there. */
  async wipe(): Promise<void> {
    if (this.#options.access === 'read') throw new Error('The database is open only to be read');
    if (this.#closed) throw new Error('The database is closed');
    const client = new pg.Client({ ...this.#config, statement_timeout: 0 });
    client.on('error', this.#options.onError);
    await client.connect();
    try {
      await client.query(`vacuum full ${sealedTables.join(', ')}`);
    } finally {
      await client.end();
    }
  }

  say(word: WakeWord): void {
    this.#listener.say(word);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // The pool drops who still waits for a client when an idle one is there.
    await Promise.allSettled(this.#inHand);
    await Promise.all([this.#writers.end(), this.#readers.end()]);
    this.read.abandon();
    await this.#listener.close();
  }

  async #whole<Result>(running: Promise<Result>): Promise<Result> {
    this.#inHand.add(running);
    try {
      return await running;
    } finally {
      this.#inHand.delete(running);
    }
  }

  async #once<Result>(run: (handle: Handle) => Promise<Result>): Promise<Result> {
    const client = await this.#writers.connect();
    let broken = false;
    try {
      const { result, handle } = await attempt(client, this.#compiler, run);
      handle.runHooks(this.#options.onError);
      return result;
    } catch (error) {
      broken = error instanceof BrokenClient;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  #pool(config: pg.PoolConfig): Pool {
    const pool = new pg.Pool(config);
    // The pool repeats what an idle client has already said.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', this.#options.onError));
    return pool;
  }
}

/** Reads take any idle client for one query. */
class PooledReads implements Executor {
  readonly compiler: Compiler;
  readonly #pool: Pool;

  constructor(pool: Pool, compiler: Compiler) {
    this.compiler = compiler;
    this.#pool = pool;
  }

  async execute(plan: Plan, given: GivenValues): Promise<unknown> {
    const client = await this.#pool.connect();
    try {
      return await new Connection(client, this.compiler).execute(plan, given);
    } finally {
      client.release();
    }
  }
}

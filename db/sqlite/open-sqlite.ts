import { dirname } from 'node:path';
import type { WakeWord } from '../../core/ports/store.ts';
import type { Engine, EngineOptions } from '../engine.ts';
import { Handle } from '../handle.ts';
import { Compiler } from '../query.ts';
import { refuseNested } from '../transaction.ts';
import { sqliteBuilders } from './builders.ts';
import { Connection, openFile } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { endLeases } from './end-leases.ts';
import { lockFile } from './lock.ts';
import { makeFolder } from './make-folder.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { sqliteTables } from './tables.ts';
import { WriteQueue } from './write-queue.ts';

/**
 * Opens a zone's SQLite file, making and migrating it as needed.
 * @throws Error when another process has it open to write, or when it cannot be opened
 */
export function openSqlite(file: string, options: EngineOptions): Engine {
  const compiler = new Compiler({ db: sqliteBuilders(), tables: sqliteTables, dialect: sqliteDialect });
  return options.access === 'read' ? openToRead(file, compiler) : openToWrite(file, compiler, options);
}

function openToRead(file: string, compiler: Compiler): Engine {
  const reading = new Connection(openFile(file, 'read'), compiler);
  return {
    read: new Handle(reading),
    transaction: () => Promise.reject(new Error('The database is open only to be read')),
    wipe: () => Promise.reject(new Error('The database is open only to be read')),
    say: () => undefined,
    close: () => Promise.try(() => reading.close()),
  };
}

function openToWrite(file: string, compiler: Compiler, options: EngineOptions): Engine {
  makeFolder(dirname(file));
  const unlock = lockFile(file);
  try {
    const database = openFile(file, 'write');
    migrateSqlite(database);
    endLeases(database);
    const writing = new Connection(database, compiler);
    const reading = new Connection(openFile(file, 'read'), compiler);
    return new SqliteEngine(writing, reading, unlock, options);
  } catch (error) {
    unlock();
    throw error;
  }
}

class SqliteEngine implements Engine {
  readonly read: Handle;
  readonly #writing: Connection;
  readonly #reading: Connection;
  readonly #unlock: () => void;
  readonly #options: EngineOptions;
  readonly #queue: WriteQueue;
  #closing = false;

  constructor(writing: Connection, reading: Connection, unlock: () => void, options: EngineOptions) {
    this.read = new Handle(reading);
    this.#writing = writing;
    this.#reading = reading;
    this.#unlock = unlock;
    this.#options = options;
    this.#queue = new WriteQueue(writing, (handle) => handle.runHooks(options.onError));
  }

  async transaction<Result>(run: (handle: Handle) => Promise<Result>): Promise<Result> {
    refuseNested();
    if (this.#closing) throw new Error('The database is closed');
    return this.#queue.add(run);
  }

  /** Nothing is left to do: SQLite overwrites what is removed (`secure_delete`). */
  wipe(): Promise<void> {
    return Promise.resolve();
  }

  say(word: WakeWord): void {
    this.#options.words.tell(word);
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#queue.idle();
    this.read.abandon();
    this.#reading.close();
    this.#writing.close();
    this.#unlock();
  }
}

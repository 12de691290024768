import Driver from 'better-sqlite3';
import type { Database, Statement } from 'better-sqlite3';
import type { Executor } from '../handle.ts';
import { bindAll } from '../plan.ts';
import type { GivenValues, Plan } from '../plan.ts';
import type { Changed, Compiler } from '../query.ts';

/** How long to wait for somebody else's lock on the file, such as a backup's, in milliseconds; nothing else happens meanwhile. */
const busyTimeoutMs = 2_000;

/** How many pages of 4 KiB the log grows by before they are copied into the file. Twice as many cost half: most are written again. */
const checkpointPages = 4_000;

/** Opens the file with the settings that every connection needs. */
export function openFile(file: string, access: 'read' | 'write'): Database {
  const database = new Driver(file, { readonly: access === 'read', timeout: busyTimeoutMs });
  if (access === 'write') database.pragma('journal_mode = WAL');
  // The driver is built with NORMAL under WAL, which may lose the last commits when the power fails.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is overwritten or deleted is wiped: nobody finds it in the file afterwards.
  if (access === 'write') database.pragma('secure_delete = ON');
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  return database;
}

/** One connection to the file and the statements that are prepared on it. */
export class Connection implements Executor {
  readonly database: Database;
  readonly compiler: Compiler;
  readonly #statements = new Map<Plan, Statement>();
  readonly #control = new Map<string, Statement>();

  constructor(database: Database, compiler: Compiler) {
    this.database = database;
    this.compiler = compiler;
  }

  execute(plan: Plan, given: GivenValues): Promise<unknown> {
    return Promise.try(() => execute(plan, this.#statementOf(plan), given));
  }

  /** Runs a statement without values, such as BEGIN; kept prepared, for each caller needs several. */
  control(sql: string): void {
    const statement = this.#control.get(sql) ?? this.database.prepare(sql);
    this.#control.set(sql, statement);
    statement.run();
  }

  close(): void {
    this.#statements.clear();
    this.#control.clear();
    this.database.close();
  }

  #statementOf(plan: Plan): Statement {
    if (plan.name === '') return this.#prepare(plan);
    const known = this.#statements.get(plan);
    if (known) return known;
    const statement = this.#prepare(plan);
    this.#statements.set(plan, statement);
    return statement;
  }

  #prepare(plan: Plan): Statement {
    const statement = this.database.prepare(plan.sql);
    return plan.mapRow ? statement.raw(true) : statement;
  }
}

function execute(plan: Plan, statement: Statement, given: GivenValues): unknown {
  const values = bindAll(plan, given).map(forDriver);
  const { mapRow } = plan;
  if (!mapRow) return { changed: statement.run(values).changes } satisfies Changed;
  const rows = statement.all(values) as unknown[][];
  return rows.map(mapRow);
}

/** SQLite has neither booleans nor lists. */
function forDriver(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

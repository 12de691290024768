import { deepStrictEqual } from 'node:assert';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import type { DrizzleSnapshotJSON, DrizzleSQLiteSnapshotJSON } from 'drizzle-kit/api';
import { migrationFolder, readMigrations, statementBreak } from './migrate.ts';
import { postgresTables } from './postgres/tables.ts';
import { sqliteTables } from './sqlite/tables.ts';

/**
 * Keeps db/migrations in step with db/schema.ts, for both engines:
 * `node db/generate-migrations.ts WHAT_CHANGED` writes what is missing, `… --check` fails when something is.
 */
const casing = 'snake_case';

interface Side {
  engine: 'sqlite' | 'postgres';
  snapshot(): Promise<unknown>;
  empty(): Promise<unknown>;
  difference(before: unknown, after: unknown): Promise<string[]>;
}

const sqlite: Side = {
  engine: 'sqlite',
  snapshot: () => generateSQLiteDrizzleJson(sqliteTables, undefined, casing),
  empty: () => generateSQLiteDrizzleJson({}, undefined, casing),
  async difference(before, after) {
    const statements = await generateSQLiteMigration(
      before as DrizzleSQLiteSnapshotJSON,
      after as DrizzleSQLiteSnapshotJSON,
    );
    return statements.map(strict);
  },
};

const postgres: Side = {
  engine: 'postgres',
  snapshot: () => Promise.resolve(generateDrizzleJson(postgresTables, undefined, undefined, casing)),
  empty: () => Promise.resolve(generateDrizzleJson({}, undefined, undefined, casing)),
  async difference(before, after) {
    const statements = await generateMigration(before as DrizzleSnapshotJSON, after as DrizzleSnapshotJSON);
    return statements.map((statement) => statement.replaceAll('"public".', ''));
  },
};

/** drizzle cannot say STRICT; without it SQLite takes any value into any column. */
function strict(statement: string): string {
  return statement.startsWith('CREATE TABLE') ? statement.trimEnd().replace(/\);$/, ') STRICT;') : statement;
}

/** The snapshot of the newest migration, from which the next one starts. */
function snapshotFile(side: Side): string {
  return join(migrationFolder(side.engine), 'snapshot.json');
}

async function lastSnapshot(side: Side): Promise<unknown> {
  const file = snapshotFile(side);
  if (!existsSync(file)) return side.empty();
  return JSON.parse(await readFile(file, 'utf8'));
}

function inStep(before: unknown, after: unknown): boolean {
  try {
    deepStrictEqual(withoutIds(before), withoutIds(after));
    return true;
  } catch (difference) {
    if (difference instanceof Error && 'code' in difference && difference.code === 'ERR_ASSERTION') return false;
    throw difference;
  }
}

function withoutIds(snapshot: unknown): unknown {
  return { ...(JSON.parse(JSON.stringify(snapshot)) as object), id: '', prevId: '' };
}

async function check(side: Side): Promise<boolean> {
  const same = inStep(await lastSnapshot(side), await side.snapshot());
  console.log(
    `${side.engine}: ${same ? 'in step with the schema' : 'differs; run npm run migrations:generate -- WHAT'}`,
  );
  return same;
}

async function generate(side: Side, what: string): Promise<void> {
  const [before, after] = [await lastSnapshot(side), await side.snapshot()];
  const statements = inStep(before, after) ? [] : await side.difference(before, after);
  const folder = migrationFolder(side.engine);
  mkdirSync(folder, { recursive: true });
  if (statements.length > 0) {
    const name = `${String(readMigrations(folder).length).padStart(4, '0')}_${what}`;
    writeFileSync(join(folder, `${name}.sql`), `${statements.join(statementBreak)}\n`);
    console.log(`${side.engine}: wrote ${name}`);
  }
  writeFileSync(snapshotFile(side), `${JSON.stringify(after, null, 2)}\n`);
}

const what = process.argv[2] ?? '';
if (what === '--check') {
  const results = [await check(sqlite), await check(postgres)];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} else if (/^[a-z0-9_]+$/.test(what)) {
  await generate(sqlite, what);
  await generate(postgres, what);
} else {
  console.error('Usage: npm run migrations:generate -- what_changed (letters, digits, _)');
  process.exitCode = 2;
}

import Driver from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import type { TestDatabase } from './stores.ts';

/** Everything that somebody finds who has the database and no key: SQLite's file and its log, or PostgreSQL's tables. */
export async function rawContent({ engine, url }: TestDatabase, tables: readonly string[]): Promise<Buffer> {
  if (engine === 'sqlite') {
    const file = url.slice('file:'.length);
    return Buffer.concat([file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)));
  }
  return withClient(url, async (client) => {
    const rows: string[] = [];
    for (const table of tables) {
      const answer = await client.query<{ row: string }>(`select t::text as row from ${table} t`);
      rows.push(...answer.rows.map(({ row }) => row));
    }
    return Buffer.from(rows.join('\n'));
  });
}

/** The rows of these tables as they stand, whatever the words are packed in. */
export async function rawRows(database: TestDatabase, tables: readonly string[]): Promise<string> {
  if (database.engine === 'postgres') return (await rawContent(database, tables)).toString();
  const beside = new Driver(database.url.slice('file:'.length), { readonly: true });
  const rows = tables.flatMap((table) => beside.prepare(`select * from ${table}`).all());
  beside.close();
  return JSON.stringify(rows);
}

/** Which of these words can be read there. */
export function readableIn(raw: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => raw.includes(Buffer.from(word)));
}

/** Changes the database beside the program, as somebody would who has it and no key. */
export async function writeBeside({ engine, url }: TestDatabase, statement: string): Promise<void> {
  if (engine === 'postgres') return withClient(url, (client) => client.query(statement).then(() => undefined));
  const beside = new Driver(url.slice('file:'.length));
  beside.exec(statement);
  beside.close();
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url.split('?')[0] });
  await client.connect();
  try {
    await client.query(`set search_path to "${new URL(url).searchParams.get('schema') ?? ''}"`);
    return await use(client);
  } finally {
    await client.end();
  }
}

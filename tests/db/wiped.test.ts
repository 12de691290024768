import pg from 'pg';
import { expect, test } from 'vitest';
import { matterOf } from '../support/matter-factory.ts';
import { freshDatabase } from '../support/stores.ts';

const database = freshDatabase('postgres');

/** A table's file as the server has it on the disk. */
async function fileOf(table: string): Promise<string> {
  const url = new URL(database.url);
  const schema = url.searchParams.get('schema') ?? '';
  const client = new pg.Client({ connectionString: database.url.split('?')[0] });
  await client.connect();
  try {
    await client.query('checkpoint');
    const { rows } = await client.query<{ file: Buffer }>(
      `select pg_read_binary_file(pg_relation_filepath('"${schema}".${table}')) as file`,
    );
    return rows[0]?.file.toString('latin1') ?? '';
  } finally {
    await client.end();
  }
}

test('what was sealed in a matter that is forgotten is gone from PostgreSQL’s file', async () => {
  const { store } = database;
  const matter = matterOf();
  await store.transaction((tx) => tx.matters.add(matter));
  const marks = (text: string): string[] => text.match(/sealed1\.[\w.-]+/g) ?? [];
  const [sealed = ''] = marks(await fileOf('matters'));
  expect(sealed).not.toBe('');
  await store.transaction((tx) => tx.matters.forget(matter.id, 1));
  expect(marks(await fileOf('matters'))).toContain(sealed);
  await store.wipe();
  expect(marks(await fileOf('matters'))).not.toContain(sealed);
  expect((await store.read.matters.byId(matter.id))?.forgottenAt).toBe(1);
});

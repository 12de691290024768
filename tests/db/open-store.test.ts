import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { openStore } from '../../db/open-store.ts';
import { connectionSettings } from '../../db/postgres/connection-settings.ts';
import { testKeys } from '../support/keys.ts';

const open = (url: string) => openStore(url, { keys: testKeys, onError: () => undefined });

describe('a wrong DATABASE_URL is answered with one line that names it and keeps its password', () => {
  test.each([
    ['', 'must begin with file: or postgres:'],
    ['mysql://root:geheim@localhost/x', 'must begin with file: or postgres:'],
    ['data/qunfang.db', 'must begin with file: or postgres:'],
    ['file:', 'must name a file'],
    ['file:data/', 'must name a file'],
    ['file://host/zone.db', 'must be file:PATH'],
    ['file:package.json/zone.db', 'the database cannot be used: EEXIST'],
    ['file:/proc/nowhere/zone.db', 'the database cannot be used: ENOENT'],
    ['file:/proc/nowhere/deep/zone.db', 'the database cannot be used: ENOENT'],
    ['file:/nowhere/\0', 'must name a file'],
    ['postgres:', 'must look like postgres://'],
    ['postgres://', 'must look like postgres://'],
    ['postgres://u:geheim@127.0.0.1:99999/x', 'must look like postgres://'],
    ['postgres://u:geheim@127.0.0.1/x?schema=Zone-1', 'the parameter schema takes'],
    ['postgres://u:geheim@127.0.0.1/x?schema=pg_catalog', 'the parameter schema takes'],
    ['postgres://u:geheim@127.0.0.1:1/x', 'the database cannot be used: connect ECONNREFUSED'],
  ])('%s', async (url, words) => {
    const error = await open(url).then(
      () => 'it was opened',
      (refusal: unknown) => String(refusal),
    );
    expect(error).toContain('DATABASE_URL');
    expect(error).toContain(words);
    expect(error).not.toContain('geheim');
    expect(error).not.toContain('\n');
  });
});

test('a file that is not a database is left alone and said to be none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qunfang-sqlite-'));
  const file = join(folder, 'letter.txt');
  writeFileSync(file, 'Dear neighbours, '.repeat(300));
  await expect(open(`file:${file}`)).rejects.toThrow(
    'DATABASE_URL: the database cannot be used: file is not a database',
  );
  expect(readFileSync(file, 'utf8')).toMatch(/^Dear neighbours/);
  rmSync(folder, { recursive: true });
});

/** Null when one gets in, else the code of the refusal. */
async function wayIn(url: string): Promise<unknown> {
  const client = new pg.Client(url);
  return client.connect().then(
    () => client.end().then(() => null),
    (error: unknown) => (error instanceof pg.DatabaseError ? error.code : error),
  );
}

describe('a zone in PostgreSQL', () => {
  test('behind a wrong password, or none, is refused in one line that says what is expected', async () => {
    const role = `asked_${randomBytes(4).toString('hex')}`;
    const client = new pg.Client(inject('postgresUrl'));
    await client.connect();
    await client.query(`create role ${role} login password 'geheim'`);
    const { rows } = await client.query<{ hba_file: string }>('show hba_file');
    const file = rows[0]?.hba_file ?? '';
    const before = readFileSync(file, 'utf8');
    // Everybody else goes on without a password.
    writeFileSync(file, `host all ${role} 127.0.0.1/32 scram-sha-256\n${before}`);
    await client.query('select pg_reload_conf()');
    const stranger = inject('postgresUrl').replace('qunfang@', `${role}:geheimer@`);
    await expect.poll(() => wayIn(stranger), { timeout: 5_000 }).toBe('28P01');
    for (const who of [role, `${role}:geheimer`]) {
      const refused = open(inject('postgresUrl').replace('qunfang@', `${who}@`));
      await expect(refused).rejects.toThrow(/^DATABASE_URL: expected a user and the password [^\n]+$/);
      await expect(refused).rejects.not.toThrow('geheim');
    }
    writeFileSync(file, before);
    await client.query('select pg_reload_conf()');
    await client.query(`drop role ${role}`);
    await client.end();
  });

  test('is the schema qunfang, unless the URL says otherwise', () => {
    expect(connectionSettings('postgres://u@h/d').schema).toBe('qunfang');
    expect(connectionSettings('postgresql://u@h/d?schema=xitang').schema).toBe('xitang');
  });

  test('may be behind a Unix socket, and other parameters reach the driver', () => {
    const { config } = connectionSettings('postgres:///d?host=/run/postgresql&schema=xitang&sslmode=disable');
    expect(config.connectionString).toBe('postgres:///d?host=%2Frun%2Fpostgresql&sslmode=disable');
    expect(config.options).toBe('-c search_path="xitang"');
  });
});

import Driver from 'better-sqlite3';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { fillHazards } from '../../bench/fill-hazards.ts';
import type { Hazard } from '../../core/hazard.ts';
import { migrationFolder, readMigrations } from '../../db/migrate.ts';
import { searchBounds } from '../../db/queries/find-hazards.ts';
import { searchText } from '../../db/queries/hazard-search.ts';
import { hazardAt, hazardOf } from '../support/hazard-factory.ts';
import { eachEngine, freshDatabase } from '../support/stores.ts';

eachEngine((database) => {
  const find = (words: string, limit = 10): Promise<Hazard[]> => database.store.read.hazards.search(words, limit);
  /** Older than everything that lies there. */
  async function old(given: Partial<Hazard>): Promise<Hazard> {
    count += 1;
    const hazard = hazardOf({ number: `H-1901-${String(count).padStart(4, '0')}`, ...given });
    await database.store.transaction((tx) => tx.hazards.add(hazard));
    return hazard;
  }
  let count = 0;

  beforeEach(async () => {
    await fillHazards(database.url, { open: 3_000, closed: 0, photos: 0 }, hazardAt);
  });

  test('a word that no recent hazard has is found however long ago it was', async () => {
    const hazard = await old({ words: '变电站围墙塌了', placeWords: '老粮站' });
    for (const words of ['变电站', '围墙 粮站', '站围', '变电站围墙塌了 老粮站', '粮', hazard.number])
      expect(await find(words), words).toEqual([hazard]);
    expect(await find('围墙站')).toEqual([]);
    expect(await find('变电站 粮仓')).toEqual([]);
  });

  test('the rarest of several words leads to the others, in any order', async () => {
    const hazard = await old({ words: '消防通道旁的变电站', area: '西塘工业区' });
    expect(await find('西塘工业区 消防通道 变电站')).toEqual([hazard]);
    expect(await find('变电站 消 通道')).toEqual([hazard]);
  });

  test('of what many have, the newest come first', async () => {
    const found = await find('消防通道', 5);
    expect(found).toHaveLength(5);
    const times = found.map(({ reportedAt }) => reportedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(found.every(({ words }) => words.includes('消防通道'))).toBe(true);
    const second = await find('井盖 西塘', 3);
    expect(second.every(({ words, area }) => words.includes('井盖') && area.startsWith('西塘'))).toBe(true);
  });

  test('one more letter or sign does not find more, and none breaks the question', async () => {
    for (const words of [
      '消防通道堵',
      '通道消防',
      '消 防 道 通 火 水 土 木',
      '"消防" OR 通道',
      "消防'通道",
      '消防:*',
      '(',
      '\0',
    ])
      expect(
        (await find(words)).every((one) => typeof one.number === 'string'),
        words,
      ).toBe(true);
    expect(await find('通道消防')).toEqual([]);
  });
});

eachEngine((database) => {
  test('words that were kept before pairs were are kept as new ones are', async () => {
    const hazards = ['灭火器过期了', '', 'ab 路灯', 'a'].map((words, at) =>
      hazardOf({ number: `H-2611-${7_000 + at}`, words, placeWords: '', area: '' }),
    );
    await database.store.transaction(async (tx) => {
      for (const hazard of hazards) await tx.hazards.add(hazard);
    });
    const alone = hazards
      .map((hazard) => searchText(hazard).split(' '))
      .map((all) => all.slice(0, (all.length + 1) / 2));
    for (const [at, pieces] of alone.entries())
      await runSql(`update hazard_texts set text = '${pieces.join(' ')}' where n = ${26_110_007_000 + at}`);
    const { statements = [] } =
      readMigrations(migrationFolder(database.engine)).find(({ name }) => name === '0006_search_by_pairs') ?? {};
    await runSql(statements.at(-1) ?? '');
    const texts = await runSql('select text from hazard_texts order by n');
    expect(texts).toEqual(hazards.map((hazard) => ({ text: searchText(hazard) })));
  });

  async function runSql(text: string): Promise<unknown[]> {
    if (database.engine === 'sqlite') {
      const file = new Driver(database.url.slice('file:'.length));
      const statement = file.prepare(text);
      const rows = statement.reader ? statement.all() : [statement.run()];
      file.close();
      return rows;
    }
    const [connectionString = '', schema = ''] = database.url.split('?schema=');
    const client = new pg.Client({ connectionString, options: `-c search_path=${schema}` });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows as unknown[];
  }
});

describe('on SQLite, whose index reads each word to its end,', () => {
  const database = freshDatabase('sqlite');

  test('two words that many have are looked for among the newest that have one of them', async () => {
    // One in 32 says each of the two, and nobody both.
    await fillHazards(database.url, { open: 80_000, closed: 0, photos: 0 }, hazardAt);
    expect(80_000 / 32).toBeGreaterThan(searchBounds.candidates);
    const question = '消防通道停满了车 灭火器过期没人换';
    for (const number of ['H-1901-9999', 'H-9901-9999']) {
      const both = hazardOf({ number, words: '消防通道停满了车，灭火器过期没人换' });
      await database.store.transaction((tx) => tx.hazards.add(both));
    }
    const found = await database.store.read.hazards.search(question, 10);
    expect(found.map(({ number }) => number)).toEqual(['H-9901-9999']);
  });
});

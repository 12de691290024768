import { getTableName } from 'drizzle-orm/table';
import { describe, expect, it } from 'vitest';
import { sqliteTables } from '../../db/sqlite/tables.ts';
import { codeWords, contentOf, section, tableRows } from './documents.ts';

const text = contentOf('docs/privacy.md');

describe('docs/privacy.md', () => {
  it('says of every table what it holds about people, and how long', () => {
    const rows = tableRows(section(text, 'What is kept')).slice(1);
    const told = rows.flatMap(([names = '']) => (names.includes('`') ? codeWords(names) : [names]));
    const tables = Object.values(sqliteTables).map((table) => getTableName(table));
    expect(told.filter((name) => !name.endsWith('/')).sort()).toEqual(tables.sort());
    expect(rows.filter((row) => row.some((cell) => cell === ''))).toEqual([]);
  });
});

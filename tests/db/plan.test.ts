import { describe, expect, test } from 'vitest';
import { eq, pgCore, sqliteCore } from '../../db/drizzle.ts';
import { postgresBuilders } from '../../db/postgres/builders.ts';
import { postgresDialect } from '../../db/postgres/dialect.ts';
import { postgresTables } from '../../db/postgres/tables.ts';
import { Compiler } from '../../db/query.ts';
import type { Writing } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';
import { sqliteBuilders } from '../../db/sqlite/builders.ts';
import { sqliteDialect } from '../../db/sqlite/dialect.ts';
import { sqliteTables } from '../../db/sqlite/tables.ts';

type People = Tables['people'];

const engines: Record<string, { on: Writing; leaders: People }> = {
  sqlite: {
    on: { db: sqliteBuilders(), tables: sqliteTables, dialect: sqliteDialect },
    leaders: sqliteCore.alias(sqliteTables.people as never, 'leaders'),
  },
  postgres: {
    on: { db: postgresBuilders(), tables: postgresTables, dialect: postgresDialect },
    leaders: pgCore.alias(postgresTables.people, 'leaders') as unknown as People,
  },
};

describe.each(Object.entries(engines))('rows of joins on %s', (_, { on, leaders }) => {
  const { teams, people } = on.tables;

  /** A row as the driver gives it: of the team, and of the person who leads it or nobody. */
  function rowOf(joined: People, leader: readonly [string, string] | readonly [null, null]): unknown {
    const plan = new Compiler(on).planOnce(({ db }) =>
      db
        .select({ team: { code: teams.code }, leader: { id: joined.id, name: joined.name } })
        .from(teams)
        .leftJoin(joined, eq(joined.id, teams.leaderId)),
    );
    return plan.mapRow?.(['S1', ...leader]);
  }

  test.each([
    ['a table', people],
    ['a table under another name', leaders],
  ])('%s that an outer join leaves out is null, not an object of nothings', (_name, joined) => {
    expect(rowOf(joined, ['p1', '李梅'])).toEqual({ team: { code: 'S1' }, leader: { id: 'p1', name: '李梅' } });
    expect(rowOf(joined, [null, null])).toEqual({ team: { code: 'S1' }, leader: null });
  });
});

import Driver from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../core/message.ts';
import type { Tx } from '../../core/ports/store.ts';
import { Handle } from '../../db/handle.ts';
import type { Executor } from '../../db/handle.ts';
import { Compiler } from '../../db/query.ts';
import { SqlTx } from '../../db/sql-tx.ts';
import { sqliteBuilders } from '../../db/sqlite/builders.ts';
import { Connection } from '../../db/sqlite/connection.ts';
import { sqliteDialect } from '../../db/sqlite/dialect.ts';
import { migrateSqlite } from '../../db/sqlite/migrate-sqlite.ts';
import { sqliteTables } from '../../db/sqlite/tables.ts';
import { identityOf, personOf, roomOf } from '../support/incident-factory.ts';
import { matterOf } from '../support/matter-factory.ts';
import { shiftAt, shiftOf, shiftPersonOf, shiftPointOf } from '../support/shift-factory.ts';
import { eachEngine } from '../support/stores.ts';
import { inboxEntryOf } from './samples.ts';
import { testSealing } from '../support/keys.ts';

const hour = 3_600_000;
const crew = personOf({ id: 'crew' as never, callSign: 'A' });
const neighbour = personOf({ id: 'neighbour' as never, callSign: 'B' });
const team = {
  id: 'team' as never,
  code: 'T',
  kind: 'patrol',
  name: '三队',
  leaderId: null,
  memberIds: [crew.id],
  active: true,
} as const;
const room = roomOf({ id: 'room' as never, kind: 'group', externalId: '-100', teamId: team.id });
const shift = shiftOf({ teamIds: [team.id] });
const view = {
  shift,
  people: [shiftPersonOf({ shiftId: shift.id, personId: crew.id, teamId: team.id })],
  points: [shiftPointOf({ shiftId: shift.id, n: 1 })],
};

/** Two people of whom each writes in the team's group. */
async function fill(tx: Tx): Promise<void> {
  for (const person of [crew, neighbour]) {
    await tx.people.put(person);
    await tx.people.putIdentity(identityOf(person, { externalId: person.id }));
  }
  await tx.people.putTeam(team);
  await tx.rooms.put(room);
  await tx.shifts.add(view);
}

function messages(sentAt: number): Inbound[] {
  return [crew, neighbour].map(({ id }) => ({
    ...inboxEntryOf(id).inbound,
    sentAt,
    sender: { externalId: id, name: '' },
  }));
}

/** A transaction on an empty database that tells every statement it runs. */
function watched(): { tx: SqlTx; asked: string[] } {
  const database = new Driver(':memory:');
  migrateSqlite(database);
  const compiler = new Compiler({ db: sqliteBuilders(), tables: sqliteTables, dialect: sqliteDialect });
  const connection = new Connection(database, compiler);
  const asked: string[] = [];
  const executor: Executor = {
    compiler,
    execute: (plan, given) => {
      asked.push(plan.sql);
      return connection.execute(plan, given);
    },
  };
  return { tx: new SqlTx(new Handle(executor), testSealing), asked };
}

describe('what is read ahead of private matters', () => {
  test('is whom an open one names, in one statement for all, until one is written', async () => {
    const { tx, asked } = watched();
    await fill(tx);
    const matter = matterOf({ state: 'mediating' });
    await tx.matters.add(matter);
    await tx.matters.setPeople(matter.id, [{ personId: crew.id, standing: 'party' }]);
    await tx.readAhead(messages(shiftAt));
    asked.length = 0;
    expect(await tx.matters.concerns(crew.id)).toBe(true);
    expect(await tx.matters.concerns(neighbour.id)).toBe(false);
    expect(asked).toEqual([]);
    await tx.matters.setPeople(matter.id, [{ personId: neighbour.id, standing: 'party' }]);
    expect(await tx.matters.concerns(crew.id)).toBe(false);
    expect(await tx.matters.concerns(neighbour.id)).toBe(true);
    asked.length = 0;
    expect(await tx.people.bySender('telegram', crew.id)).toMatchObject({ person: { id: crew.id } });
    expect(asked).toEqual([]);
  });
});

describe('what is read ahead of shifts', () => {
  eachEngine((database) => {
    test('is what would have been found without it, at every moment', async () => {
      for (const now of [shiftAt - hour - 1, shiftAt - hour, shiftAt, shiftAt + hour]) {
        await database.store.transaction(async (tx) => {
          if (now < shiftAt - hour) await fill(tx);
          const ask = async () => [
            await tx.shifts.current(crew.id, null, now),
            await tx.shifts.current(neighbour.id, null, now),
            await tx.shifts.current(neighbour.id, team.id, now),
          ];
          const plain = await ask();
          expect(plain.map(({ length }) => length)).toEqual(now < shiftAt - hour ? [0, 0, 0] : [1, 0, 1]);
          // As sent by a clock that is right, and by one that is an hour behind.
          for (const sentAt of [now, now - hour]) {
            await tx.readAhead(messages(sentAt));
            expect(await ask()).toEqual(plain);
          }
        });
      }
    });

    test('is forgotten as soon as people or shifts change', async () => {
      await database.store.transaction(async (tx) => {
        await fill(tx);
        await tx.readAhead(messages(shiftAt));
        const of = async () => (await tx.shifts.current(neighbour.id, null, shiftAt)).length;
        expect(await of()).toBe(0);
        await tx.shifts.putPerson(shiftPersonOf({ shiftId: shift.id, personId: neighbour.id, teamId: team.id }));
        expect(await of()).toBe(1);
        await tx.readAhead(messages(shiftAt));
        await tx.shifts.put({ ...shift, state: 'cancelled' });
        expect(await of()).toBe(0);
      });
    });
  });

  test('is one statement, however many ask; nobody on duty costs no other', async () => {
    const { tx, asked } = watched();
    await fill(tx);
    const day = shiftAt - 12 * hour;
    await tx.readAhead(messages(day));
    asked.length = 0;
    for (const person of [crew, neighbour, crew]) expect(await tx.shifts.current(person.id, team.id, day)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('outlasts what was heard and seen, and nothing else is read anew when somebody musters', async () => {
    const { tx, asked } = watched();
    await fill(tx);
    await tx.readAhead(messages(shiftAt));
    const [before] = await tx.shifts.current(crew.id, team.id, shiftAt);
    expect(before).toEqual(view);
    await tx.shifts.put({ ...shift, heardAt: shiftAt });
    await tx.shifts.putPoint(shiftPointOf({ shiftId: shift.id, n: 1, state: 'seen' }));
    asked.length = 0;
    const [after] = await tx.shifts.current(crew.id, team.id, shiftAt);
    expect(after).toMatchObject({ shift: { heardAt: shiftAt }, points: [{ state: 'seen' }] });
    expect(asked.map((sql) => /from "(\w+)"/.exec(sql)?.[1])).toEqual(['shifts', 'shift_people', 'shift_points']);
    await tx.shifts.putPerson(shiftPersonOf({ ...view.people[0]!, state: 'present' }));
    asked.length = 0;
    expect(await tx.people.bySender('telegram', crew.id)).toMatchObject({ person: { id: crew.id } });
    expect(asked).toEqual([]);
  });
});

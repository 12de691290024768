import type { Instant } from '../../core/clock.ts';
import type { PersonId, ShiftId, TeamId, Token } from '../../core/ids.ts';
import type { Shift, ShiftPerson, ShiftPoint } from '../../core/shift.ts';
import { and, asc, eq, gte, lt, lte, sql } from '../drizzle.ts';
import { queryMany } from '../query-many.ts';
import { query } from '../query.ts';
import type { Changed, Values, Writing } from '../query.ts';
import type { Tables } from '../schema.ts';
import { excluded, insertRow, insertRows, updateRow, upsertRow } from './rows.ts';
import type { Lookup, ShiftPersonRow, ShiftTeamRow, Span } from './shift-row.ts';

export const shiftById = query(({ db, tables: { shifts } }, given: Values<{ id: ShiftId }>) =>
  db.select().from(shifts).where(eq(shifts.id, given.id)),
);

export const shiftByIdLocked = query(({ db, dialect, tables: { shifts } }, given: Values<{ id: ShiftId }>) =>
  dialect.locked(db.select().from(shifts).where(eq(shifts.id, given.id))),
);

export const shiftsByIds = query(({ db, dialect, tables: { shifts } }, given: Values<{ ids: readonly ShiftId[] }>) =>
  db.select().from(shifts).where(dialect.among(shifts.id, given.ids)).orderBy(asc(shifts.startsAt), asc(shifts.id)),
);

export const shiftByToken = query(({ db, tables: { shifts } }, given: Values<{ token: Token }>) =>
  db.select().from(shifts).where(eq(shifts.token, given.token)),
);

export const shiftOfRoster = query(({ db, tables: { shifts } }, given: Values<{ rosterCode: string; date: string }>) =>
  db
    .select()
    .from(shifts)
    .where(and(eq(shifts.rosterCode, given.rosterCode), eq(shifts.date, given.date))),
);

/** What people and teams find it by, as it stands. */
export const lookedUpBy = query(({ db, tables: { shifts } }, given: Values<{ id: ShiftId }>) =>
  db
    .select({ state: shifts.state, startsAt: shifts.startsAt, teamIds: shifts.teamIds })
    .from(shifts)
    .where(eq(shifts.id, given.id)),
);

/** As the partial index has it, so that it is used. */
export const runningShifts = query(({ db, tables: { shifts } }) =>
  db
    .select()
    .from(shifts)
    .where(sql`${shifts.state} in ('running', 'closing')`)
    .orderBy(asc(shifts.startsAt), asc(shifts.id)),
);

const counts = ({ shifts }: Pick<Tables, 'shifts'>) => sql`${shifts.state} <> 'cancelled'`;

export const shiftsBetween = query(({ db, tables }, given: Values<Span>) => {
  const { shifts } = tables;
  return db
    .select()
    .from(shifts)
    .where(and(gte(shifts.startsAt, given.from), lt(shifts.startsAt, given.to), counts(tables)))
    .orderBy(asc(shifts.startsAt), asc(shifts.id));
});

export const shiftsOfTeam = query(({ db, tables }, given: Values<Span & { teamId: TeamId }>) => {
  const { shifts, shiftTeams } = tables;
  return db
    .select({ shift: shifts })
    .from(shiftTeams)
    .innerJoin(shifts, eq(shifts.id, shiftTeams.shiftId))
    .where(
      and(
        eq(shiftTeams.teamId, given.teamId),
        gte(shiftTeams.startsAt, given.from),
        lt(shiftTeams.startsAt, given.to),
        counts(tables),
      ),
    )
    .orderBy(asc(shifts.startsAt), asc(shifts.id));
});

export const shiftsOfPerson = query(({ db, tables }, given: Values<Span & { personId: PersonId }>) => {
  const { shifts, shiftPeople } = tables;
  return db
    .select({ shift: shifts })
    .from(shiftPeople)
    .innerJoin(shifts, eq(shifts.id, shiftPeople.shiftId))
    .where(
      and(
        eq(shiftPeople.personId, given.personId),
        gte(shiftPeople.startsAt, given.from),
        lt(shiftPeople.startsAt, given.to),
        counts(tables),
      ),
    )
    .orderBy(asc(shifts.startsAt), asc(shifts.id));
});

/** Shifts to which messages of these people, or of these teams' rooms, can belong by an instant: one statement for any number. */
export const dutiesOf = query(
  (
    { db, dialect, tables: { shiftPeople, shiftTeams } },
    given: Values<{ people: readonly PersonId[]; teams: readonly TeamId[]; until: Instant }>,
  ) =>
    db
      .select({
        whose: sql<PersonId | TeamId>`${shiftPeople.personId}`.as('whose'),
        shiftId: shiftPeople.shiftId,
        takesFromAt: shiftPeople.takesFromAt,
      })
      .from(shiftPeople)
      .where(and(dialect.among(shiftPeople.personId, given.people), lte(shiftPeople.takesFromAt, given.until)))
      .unionAll(
        db
          .select({
            whose: sql<PersonId | TeamId>`${shiftTeams.teamId}`.as('whose'),
            shiftId: shiftTeams.shiftId,
            takesFromAt: shiftTeams.takesFromAt,
          })
          .from(shiftTeams)
          .where(and(dialect.among(shiftTeams.teamId, given.teams), lte(shiftTeams.takesFromAt, given.until))),
      ),
);

/** The columns that are the person's own; by the others rows are looked up and put in order. */
const fieldsOfPerson = ({ shiftPeople: table }: Pick<Tables, 'shiftPeople'>) => ({
  shiftId: table.shiftId,
  personId: table.personId,
  teamId: table.teamId,
  state: table.state,
  standsInForId: table.standsInForId,
  musteredAt: table.musteredAt,
  door: table.door,
  lateMinutes: table.lateMinutes,
  leftAt: table.leftAt,
  minutes: table.minutes,
  guest: table.guest,
});

export const peopleOfShifts = query(({ db, dialect, tables }, given: Values<{ ids: readonly ShiftId[] }>) => {
  const { shiftPeople } = tables;
  return db
    .select(fieldsOfPerson(tables))
    .from(shiftPeople)
    .where(dialect.among(shiftPeople.shiftId, given.ids))
    .orderBy(asc(shiftPeople.shiftId), asc(shiftPeople.guest), asc(shiftPeople.rank), asc(shiftPeople.personId));
});

export const pointsOfShifts = query(
  ({ db, dialect, tables: { shiftPoints } }, given: Values<{ ids: readonly ShiftId[] }>) =>
    db
      .select()
      .from(shiftPoints)
      .where(dialect.among(shiftPoints.shiftId, given.ids))
      .orderBy(asc(shiftPoints.shiftId), asc(shiftPoints.n)),
);

/** Nothing when the roster has one on that day already. */
export const addShift = query<Shift, Changed>(({ db, tables: { shifts } }) =>
  insertRow(db, shifts).onConflictDoNothing({ target: [shifts.rosterCode, shifts.date] }),
);

export const putShift = query(({ db, tables: { shifts } }, given: Values<Shift>) =>
  updateRow(db, shifts, shifts.id, given.id),
);

export const addTeams = queryMany<ShiftTeamRow>(({ db, tables: { shiftTeams } }, rows) =>
  insertRows(db, shiftTeams, rows),
);

export const dropTeams = query(({ db, tables: { shiftTeams } }, given: Values<{ shiftId: ShiftId }>) =>
  db.delete(shiftTeams).where(eq(shiftTeams.shiftId, given.shiftId)),
);

export const lookUpPeople = query(({ db, tables: { shiftPeople } }, given: Values<Lookup & { shiftId: ShiftId }>) =>
  db
    .update(shiftPeople)
    .set({ startsAt: given.startsAt, takesFromAt: given.takesFromAt })
    .where(eq(shiftPeople.shiftId, given.shiftId)),
);

export const addPeople = queryMany<ShiftPersonRow>(({ db, tables: { shiftPeople } }, rows) =>
  insertRows(db, shiftPeople, rows),
);

/** Whoever is new comes after the others, and is looked up as they are. */
export const putPersonRow = query(({ db, tables }: Writing, given: Values<ShiftPerson & Lookup>) => {
  const { shiftPeople } = tables;
  const names = Object.keys(fieldsOfPerson(tables)) as (keyof ShiftPerson)[];
  const fields = Object.fromEntries(names.map((name) => [name, given[name]]));
  const last = db
    .select({ rank: sql`coalesce(max(${shiftPeople.rank}) + 1, 0)` })
    .from(shiftPeople)
    .where(eq(shiftPeople.shiftId, given.shiftId));
  return db
    .insert(shiftPeople)
    .values({ ...fields, rank: sql`${last}`, startsAt: given.startsAt, takesFromAt: given.takesFromAt } as never)
    .onConflictDoUpdate({
      target: [shiftPeople.shiftId, shiftPeople.personId],
      set: Object.fromEntries(names.map((name) => [name, excluded(name)])),
    });
});

export const dropPerson = query(
  ({ db, tables: { shiftPeople } }, given: Values<{ shiftId: ShiftId; personId: PersonId }>) =>
    db.delete(shiftPeople).where(and(eq(shiftPeople.shiftId, given.shiftId), eq(shiftPeople.personId, given.personId))),
);

export const addPoints = queryMany<ShiftPoint>(({ db, tables: { shiftPoints } }, rows) =>
  insertRows(db, shiftPoints, rows),
);

export const putPointRow = query<ShiftPoint, Changed>(({ db, tables: { shiftPoints } }) =>
  upsertRow(db, shiftPoints, shiftPoints.shiftId, shiftPoints.n),
);

export const dropPoints = query(({ db, tables: { shiftPoints } }, given: Values<{ shiftId: ShiftId }>) =>
  db.delete(shiftPoints).where(eq(shiftPoints.shiftId, given.shiftId)),
);

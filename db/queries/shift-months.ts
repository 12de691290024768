import type { SQL } from 'drizzle-orm/sql';
import type { PersonId, TeamId } from '../../core/ids.ts';
import type { PersonMonth } from '../../core/ports/shifts.ts';
import { and, asc, eq, gte, inArray, lt, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Values, Writing } from '../query.ts';
import type { Span, Whose } from './shift-row.ts';

/** Counted in the database: a month of a county is some hundred thousand check-ins. */
function monthsWhere({ db, tables }: Writing, given: Values<Span>, whose: SQL | undefined) {
  const { shifts, shiftPeople, checkIns } = tables;
  const counted = db
    .select({ points: sql`count(distinct ${checkIns.n})` })
    .from(checkIns)
    .where(
      and(
        eq(checkIns.shiftId, shiftPeople.shiftId),
        eq(checkIns.personId, shiftPeople.personId),
        sql`${checkIns.state} = 'counted'`,
      ),
    );
  return db
    .select({
      personId: shiftPeople.personId,
      teamId: shiftPeople.teamId,
      shifts: sql<number>`count(*)`.mapWith(Number),
      minutes: sql<number>`coalesce(sum(${shiftPeople.minutes}), 0)`.mapWith(Number),
      points: sql<number>`sum(${counted})`.mapWith(Number),
    })
    .from(shiftPeople)
    .innerJoin(shifts, eq(shifts.id, shiftPeople.shiftId))
    .where(
      and(
        whose,
        gte(shifts.startsAt, given.from),
        lt(shifts.startsAt, given.to),
        eq(shifts.state, 'ended'),
        eq(shiftPeople.state, 'present'),
      ),
    )
    .groupBy(shiftPeople.teamId, shiftPeople.personId)
    .orderBy(asc(shiftPeople.teamId), asc(shiftPeople.personId));
}

const months = query((on, given: Values<Span>) => monthsWhere(on, given, undefined));

const monthsOfPerson = query((on, given: Values<Span & { personId: PersonId }>) => {
  const { shiftPeople } = on.tables;
  const own = and(
    eq(shiftPeople.personId, given.personId),
    gte(shiftPeople.startsAt, given.from),
    lt(shiftPeople.startsAt, given.to),
  );
  return monthsWhere(on, given, own);
});

const monthsOfTeam = query((on, given: Values<Span & { teamId: TeamId }>) => {
  const { shifts, shiftPeople, shiftTeams } = on.tables;
  const ofTeam = on.db
    .select({ shiftId: shiftTeams.shiftId })
    .from(shiftTeams)
    .where(
      and(eq(shiftTeams.teamId, given.teamId), gte(shiftTeams.startsAt, given.from), lt(shiftTeams.startsAt, given.to)),
    );
  return monthsWhere(on, given, and(eq(shiftPeople.teamId, given.teamId), inArray(shifts.id, ofTeam)));
});

/** What people did in ended shifts that began within the span; by team and person. */
export function countMonths(handle: Handle, span: Span, whose: Whose | undefined): Promise<PersonMonth[]> {
  if (whose === undefined) return handle.run(months, span);
  if ('personId' in whose) return handle.run(monthsOfPerson, { ...span, personId: whose.personId });
  return handle.run(monthsOfTeam, { ...span, teamId: whose.teamId });
}

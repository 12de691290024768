import type { PersonId, TeamId } from '../../core/ids.ts';
import type { Team } from '../../core/people.ts';
import { and, asc, eq, inArray } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Changed, Values, Writing } from '../query.ts';
import type { Tables } from '../schema.ts';
import { insertRow, upsertRow } from './rows.ts';

type TeamRow = Tables['teams']['$inferSelect'];
type MemberRow = Tables['teamMembers']['$inferSelect'];

const teamsWithMembers = ({ db, tables: { teams, teamMembers } }: Writing) =>
  db
    .select({ team: teams, personId: teamMembers.personId })
    .from(teams)
    .leftJoin(teamMembers, eq(teamMembers.teamId, teams.id));

const allTeams = query((on) => {
  const { teams, teamMembers } = on.tables;
  return teamsWithMembers(on).orderBy(asc(teams.code), asc(teamMembers.rank));
});

const teamsOfPerson = query((on, given: Values<{ personId: PersonId }>) => {
  const { teams, teamMembers } = on.tables;
  const own = on.db
    .select({ teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(eq(teamMembers.personId, given.personId));
  return teamsWithMembers(on).where(inArray(teams.id, own)).orderBy(asc(teams.code), asc(teamMembers.rank));
});

const teamsWithIds = query((on, given: Values<{ ids: readonly TeamId[] }>) => {
  const { teams, teamMembers } = on.tables;
  return teamsWithMembers(on)
    .where(on.dialect.among(teams.id, given.ids))
    .orderBy(asc(teams.code), asc(teamMembers.rank));
});

const putTeamRow = query<TeamRow, Changed>(({ db, tables: { teams } }) => upsertRow(db, teams, teams.id));

const dropMembers = query(({ db, tables: { teamMembers } }, given: Values<{ teamId: TeamId }>) =>
  db.delete(teamMembers).where(eq(teamMembers.teamId, given.teamId)),
);

const addMember = query<MemberRow, Changed>(({ db, tables: { teamMembers } }) =>
  insertRow(db, teamMembers).onConflictDoNothing(),
);

const dropMember = query(({ db, tables: { teamMembers } }, given: Values<{ teamId: TeamId; personId: PersonId }>) =>
  db.delete(teamMembers).where(and(eq(teamMembers.teamId, given.teamId), eq(teamMembers.personId, given.personId))),
);

/** All teams, those of one person, or those with these ids, each with its members in their order. */
export async function findTeams(
  handle: Handle,
  which: { personId: PersonId } | { ids: readonly TeamId[] } | null,
): Promise<Team[]> {
  const rows = await rowsOf(handle, which);
  const byTeam = Map.groupBy(rows, ({ team }) => team.id);
  return [...byTeam.values()].flatMap((members) => {
    const team = members[0]?.team;
    const memberIds = members.flatMap((member) => (member.personId === null ? [] : [member.personId]));
    return team ? [{ ...team, memberIds }] : [];
  });
}

function rowsOf(handle: Handle, which: Parameters<typeof findTeams>[1]) {
  if (which === null) return handle.run(allTeams, {});
  return 'ids' in which ? handle.run(teamsWithIds, which) : handle.run(teamsOfPerson, which);
}

/** Adds or changes a team; its members become these, in this order. */
export async function putTeam(handle: Handle, { memberIds, ...team }: Team): Promise<void> {
  await handle.run(putTeamRow, team);
  await handle.run(dropMembers, { teamId: team.id });
  for (const [rank, personId] of memberIds.entries()) {
    await handle.run(addMember, { teamId: team.id, personId, rank });
  }
}

/** The person is no longer of the team. */
export async function removeMember(handle: Handle, teamId: TeamId, personId: PersonId): Promise<void> {
  await handle.run(dropMember, { teamId, personId });
}

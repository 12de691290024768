import type { PersonId, TeamId } from '../../core/ids.ts';
import type { Team } from '../../core/people.ts';
import type { ZoneTeam } from '../../core/zone/settle.ts';
import type { SectionSummary } from '../../core/zone/summary.ts';
import type { Work } from '../work.ts';
import { byKey, importSection } from './import-section.ts';

type Importing = Pick<Work, 'tx' | 'now' | 'ids'>;

/** Imports teams, matched by code; their people are found by call sign. */
export async function importTeams(work: Importing, rows: readonly ZoneTeam[]): Promise<SectionSummary> {
  const people = byKey(await work.tx.people.all(), (person) => person.callSign);
  const idOf = (callSign: string): PersonId => {
    const person = people.get(callSign);
    if (person === undefined) throw new Error(`the checked file names ${callSign}, who was not imported`);
    return person.id;
  };
  return importSection<ZoneTeam, Team>({
    rows,
    keyOf: (row) => row.code,
    stored: byKey(await work.tx.people.teams(), (team) => team.code),
    merge: ({ leader, members, ...row }, known) => ({
      id: known?.id ?? work.ids.next<TeamId>(work.now),
      ...row,
      leaderId: leader === null ? null : idOf(leader),
      memberIds: members.map(idOf),
      active: true,
    }),
    put: (team) => work.tx.people.putTeam(team),
  });
}

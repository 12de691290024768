import type { Place } from './people.ts';
import type { Shift } from './shift.ts';
import type { PatrolRules } from './zone/patrol-rules.ts';

/**
 * Where the crew of a shift meets: as its roster says, else the first of its teams that has a place of its own. A place's code is
 * given as the place's name, words as they stand. Null: nobody has said.
 * @param teams codes of the teams that go
 */
export function meetingPlace(
  { rosterCode }: Pick<Shift, 'rosterCode'>,
  teams: readonly string[],
  { rosters, meetings }: Pick<PatrolRules, 'rosters' | 'meetings'>,
  places: readonly Pick<Place, 'code' | 'name' | 'active'>[],
): string | null {
  const ofRoster = rosterCode === null ? undefined : rosters.find(({ code }) => code === rosterCode)?.meeting;
  const said = ofRoster ?? teams.flatMap((code) => meetings.find(({ team }) => team === code)?.meeting ?? [])[0];
  if (said === undefined) return null;
  return places.find(({ code, active }) => active && code === said)?.name ?? said;
}

import type { Instant } from '../../core/clock.ts';
import type { PersonId, ShiftId, TeamId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Handle } from '../handle.ts';
import type { KnownDuty } from '../read-ahead.ts';
import { dutiesOf } from './shift-queries.ts';

/** Reads to which shifts messages of these people, or in these teams' rooms, can belong by an instant. */
export async function readDuties(
  handle: Handle,
  asked: { people: readonly PersonId[]; teams: readonly TeamId[]; until: Instant },
): Promise<KnownDuty[]> {
  const rows = await handle.run(dutiesOf, asked);
  return rows.flatMap(({ takesFromAt, ...row }) => (takesFromAt === null ? [] : [{ ...row, takesFromAt }]));
}

/** The shifts to which a message can belong at `now`: from what was read ahead where that reaches so far. */
export async function currentDuties(
  handle: Handle,
  personId: PersonId,
  teamId: TeamId | null,
  now: Instant,
): Promise<ShiftId[]> {
  const ahead = handle.readAhead?.duties;
  const whose = new Set<PersonId | TeamId>(teamId === null ? [personId] : [personId, teamId]);
  const known =
    ahead !== undefined && now <= ahead.until && whose.isSubsetOf(ahead.asked)
      ? ahead.duties.filter((duty) => whose.has(duty.whose) && duty.takesFromAt <= now)
      : await readDuties(handle, { people: [personId], teams: teamId === null ? [] : [teamId], until: now });
  return [...new Set(known.map(({ shiftId }) => shiftId))];
}

/** The person's own first, then their team's; what runs before what is to begin; those they are excused from last of their own. */
export function inOrder(views: readonly ShiftView[], personId: PersonId): ShiftView[] {
  const rank = ({ shift, people }: ShiftView): number => {
    const own = people.find((person) => person.personId === personId);
    if (own?.state === 'leave') return 2;
    return (own === undefined ? 3 : 0) + (shift.state === 'planned' ? 1 : 0);
  };
  return views.toSorted((a, b) => rank(a) - rank(b));
}

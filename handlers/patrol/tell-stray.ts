import type { CheckIn } from '../../core/check-in.ts';
import type { Person, Room } from '../../core/people.ts';
import { shiftSubject, type Shift } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { traceShift, type Work } from '../work.ts';

/**
 * A picture of somebody on duty came into a group that is no team's: they alone hear whether it counts, once each shift where it
 * does not.
 */
export async function tellStray(
  work: Work,
  shift: Pick<Shift, 'id'>,
  person: Pick<Person, 'id'>,
  { room, checkIn }: { room: Pick<Room, 'id'>; checkIn: Pick<CheckIn, 'id'> | null },
): Promise<void> {
  await traceShift(work, shift, 'check_in_astray', person.id, { checkIn: checkIn?.id ?? null });
  const notice = {
    kind: 'check_in_stray',
    shiftId: shift.id,
    roomId: room.id,
    checkInId: checkIn?.id ?? null,
  } as const;
  const slot = checkIn === null ? {} : { slot: `check-in-stray:${checkIn.id}` };
  await toPerson(work, person.id, notice, { priority: 'answer', ...slot });
}

/** Whether this person has heard in this shift already that a picture of theirs did not count. */
export async function isKnownStray(work: Work, shift: Pick<Shift, 'id'>, person: Pick<Person, 'id'>): Promise<boolean> {
  const entries = await work.tx.trace.of(shiftSubject(shift));
  return entries.some(
    ({ what, actorId, data }) => what === 'check_in_astray' && actorId === person.id && data.checkIn === null,
  );
}

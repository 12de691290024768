import type { ShiftPerson } from './shift.ts';

/**
 * Somebody who is to come to a shift, and of whom nothing was heard yet.
 * @param who `guest`: for this shift only, and in no list of the team
 */
export function expectedPerson(who: Pick<ShiftPerson, 'shiftId' | 'personId' | 'teamId' | 'guest'>): ShiftPerson {
  return {
    shiftId: who.shiftId,
    personId: who.personId,
    teamId: who.teamId,
    state: 'expected',
    standsInForId: null,
    musteredAt: null,
    door: null,
    lateMinutes: null,
    leftAt: null,
    minutes: null,
    guest: who.guest,
  };
}

import { expect, it } from 'vitest';
import { expectedPerson } from '../../core/expected-person.ts';
import type { PersonId, ShiftId, TeamId } from '../../core/ids.ts';

it('has not come, is late by nothing, and stands in for nobody', () => {
  const who = { shiftId: 's' as ShiftId, personId: 'p' as PersonId, teamId: 't' as TeamId, guest: true };
  expect(expectedPerson(who)).toEqual({
    ...who,
    state: 'expected',
    standsInForId: null,
    musteredAt: null,
    door: null,
    lateMinutes: null,
    leftAt: null,
    minutes: null,
  });
});

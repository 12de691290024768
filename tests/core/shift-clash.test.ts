import { describe, expect, it } from 'vitest';
import type { PersonId, ShiftId, TeamId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { shiftClash } from '../../core/shift-clash.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { shiftAt, shiftOf, shiftPersonOf } from '../support/shift-factory.ts';

const li = 'li' as PersonId;
const hour = 3_600_000;

/** A shift from `from` to `to` hours after the usual beginning, with Li in it. */
function theirs(
  from: number,
  to: number,
  given: Partial<Shift> = {},
  state: ShiftPerson['state'] = 'expected',
): ShiftView {
  const shift = shiftOf({ startsAt: shiftAt + from * hour, endsAt: shiftAt + to * hour, ...given });
  const person = shiftPersonOf({ shiftId: shift.id, personId: li, teamId: 't' as TeamId, state });
  return { shift, people: [person], points: [] };
}

describe('what keeps somebody from a shift', () => {
  const wanted = shiftOf();
  const clash = (view: ShiftView, instead: ShiftId | null = null): Shift | null =>
    shiftClash([view], wanted, li, instead);

  it('is another one at the same time, the last minutes of it too', () => {
    const view = theirs(-2, 0.5);
    expect(clash(view)).toBe(view.shift);
  });

  it('is the very shift, where they are in it anyway', () => {
    const view = { ...theirs(0, 3), shift: wanted };
    expect(shiftClash([theirs(1, 2), view], wanted, li, null)).toBe(wanted);
  });

  it('is nothing that ends when it begins, or begins when it ends', () => {
    expect(clash(theirs(-3, 0))).toBeNull();
    expect(clash(theirs(3, 6))).toBeNull();
  });

  it('is not what they give for it, are excused from, or what was called off', () => {
    const view = theirs(0, 3);
    expect(clash(view, view.shift.id)).toBeNull();
    expect(clash(theirs(0, 3, {}, 'leave'))).toBeNull();
    expect(clash(theirs(0, 3, { state: 'ended' }))).toBeNull();
  });

  it('is no round that has days', () => {
    expect(clash(theirs(-48, 48, { kind: 'round' }))).toBeNull();
    expect(clash(theirs(-8, 8, { kind: 'desk' }))).not.toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { PersonId, ShiftId, TeamId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { gapOf, gapWeight, isNews, type ShiftGap } from '../../core/shift-gaps.ts';
import { shiftPersonOf } from '../support/shift-factory.ts';

const person = (id: string, state: ShiftPerson['state'] = 'expected'): ShiftPerson =>
  shiftPersonOf({ shiftId: 'S' as ShiftId, personId: id as PersonId, teamId: 'T' as TeamId, state });
const view = (people: ShiftPerson[], state: Shift['state'] = 'planned'): Pick<ShiftView, 'shift' | 'people'> => ({
  shift: { id: 'S', state, minimum: 2 } as Shift,
  people,
});
const nobodySilent = new Set<PersonId>();
const gap = (coming: number, silent = 0): ShiftGap => ({
  shiftId: 'S' as ShiftId,
  coming,
  minimum: 2,
  unreachable: Array.from({ length: silent }, (_, i) => `p${i}` as PersonId),
});

describe('a gap', () => {
  it('is a shift with fewer than it needs, those on leave not counted', () => {
    expect(gapOf(view([person('a'), person('b', 'leave')]), nobodySilent)).toEqual({
      shiftId: 'S',
      coming: 1,
      minimum: 2,
      unreachable: [],
    });
  });

  it('is a shift with people whom nothing reaches', () => {
    const people = [person('a'), person('b'), person('c', 'leave')];
    expect(gapOf(view(people), new Set(['b', 'c', 'x'] as PersonId[]))).toMatchObject({
      coming: 2,
      unreachable: ['b'],
    });
  });

  it('is none where enough can come, and none any more once the shift runs or is off', () => {
    expect(gapOf(view([person('a'), person('b', 'present')]), nobodySilent)).toBeNull();
    expect(gapOf(view([], 'running'), nobodySilent)).toBeNull();
    expect(gapOf(view([], 'cancelled'), nobodySilent)).toBeNull();
  });

  it('is worse with nobody than with one, and with one less than with any number of silent ones', () => {
    expect(gapWeight(gap(0))).toBeGreaterThan(gapWeight(gap(1, 1)));
    expect(gapWeight(gap(1))).toBeGreaterThan(gapWeight(gap(9, 9)));
    expect(gapWeight(gap(2, 2))).toBeGreaterThan(gapWeight(gap(2, 1)));
  });

  it('is news once, when it got worse, and on the day itself once more', () => {
    const told = { weight: gapWeight(gap(1)), today: false };
    expect(isNews(gap(1), false, undefined)).toBe(true);
    expect(isNews(gap(1), false, told)).toBe(false);
    expect(isNews(gap(2, 1), false, told)).toBe(false);
    expect(isNews(gap(0), false, told)).toBe(true);
    expect(isNews(gap(1), true, told)).toBe(true);
    expect(isNews(gap(1), true, { ...told, today: true })).toBe(false);
  });
});

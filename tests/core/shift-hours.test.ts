import { describe, expect, it } from 'vitest';
import { countedMinutes, walkedMinutes } from '../../core/shift-hours.ts';
import type { ShiftPerson } from '../../core/shift.ts';

const startsAt = Date.UTC(2026, 10, 21, 12);
const at = (minutes: number): number => startsAt + minutes * 60_000;
const shift = { startsAt, endsAt: at(180) };

const present = (
  musteredAt: number,
  leftAt: number | null = null,
): Pick<ShiftPerson, 'state' | 'musteredAt' | 'leftAt'> => ({
  state: 'present',
  musteredAt,
  leftAt,
});

describe('hours that count', () => {
  it('counts the shift for whoever was there from the start, until the team said that it was done', () => {
    expect(countedMinutes(shift, present(at(0)), at(180))).toBe(180);
    expect(countedMinutes(shift, present(at(4)), at(170))).toBe(170);
  });

  it('does not count waiting before the start', () => {
    expect(countedMinutes(shift, present(at(-50)), at(180))).toBe(180);
  });

  it('gives a late comer fewer', () => {
    expect(countedMinutes(shift, present(at(40)), at(180))).toBe(140);
  });

  it('counts until the planned end where nobody said that they were done', () => {
    expect(countedMinutes(shift, present(at(0)), null)).toBe(180);
  });

  it('counts work after the end, but not until the morning', () => {
    expect(countedMinutes(shift, present(at(0)), at(215))).toBe(215);
    expect(countedMinutes(shift, present(at(0)), at(700))).toBe(240);
  });

  it('ends for whoever left before', () => {
    expect(countedMinutes(shift, present(at(0), at(90)), at(180))).toBe(90);
  });

  it('gives nothing to whoever was away, and never less than nothing', () => {
    const away = { state: 'leave', musteredAt: null, leftAt: null } as const;
    expect(countedMinutes(shift, away, at(180))).toBe(0);
    expect(countedMinutes(shift, { ...away, state: 'absent' }, at(180))).toBe(0);
    expect(countedMinutes(shift, present(at(200)), at(180))).toBe(0);
  });
});

describe('hours of a round', () => {
  it('counts from place to place, and ten minutes for the first of each walk', () => {
    expect(walkedMinutes([])).toBe(0);
    expect(walkedMinutes([at(0)])).toBe(10);
    expect(walkedMinutes([at(25), at(0), at(40)])).toBe(50);
    expect(walkedMinutes([at(0), at(20), at(1_500), at(1_530)])).toBe(30 + 40);
  });
});

import { describe, expect, it } from 'vitest';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { swapMeant } from '../../core/swap-meant.ts';
import { shiftOf } from '../support/shift-factory.ts';

const on = (date: string): ShiftView => ({ shift: shiftOf({ date, name: date }), people: [], points: [] });
const own = ['sun', 'mon', 'wed'].map(on);
const theirs = ['tue', 'wed'].map(on);

const of = (views: readonly ShiftView[], day: string | undefined): ShiftView | null =>
  views.find(({ shift }) => day === undefined || shift.date === day) ?? null;

/** What is given and what is taken, by their days. */
function meant(days: readonly string[], after: boolean, others = theirs): (string | null)[] {
  const { given, taken } = swapMeant(own, others, { days, after }, of);
  return [given?.shift.date ?? null, taken?.shift.date ?? null];
}

describe('a wish to swap', () => {
  it('is about the next of each, where no day is named', () => {
    expect(meant([], false)).toEqual(['sun', 'tue']);
    expect(meant([], false, [])).toEqual(['sun', null]);
  });

  it('gives the day that is named before it, and gets the one that is named after it', () => {
    expect(meant(['mon'], false)).toEqual(['mon', 'tue']);
    expect(meant(['wed'], true)).toEqual(['sun', 'wed']);
    expect(meant(['fri'], true)).toEqual(['sun', null]);
  });

  it('gives the only one that it can be, wherever it is named', () => {
    expect(meant(['mon'], true)).toEqual(['mon', 'tue']);
    expect(meant(['mon', 'tue'], false)).toEqual(['mon', 'tue']);
    expect(meant(['tue', 'mon'], false)).toEqual(['mon', 'tue']);
  });

  it('of two own days gives the one that is not wished for', () => {
    expect(meant(['mon', 'sun'], true)).toEqual(['sun', null]);
  });

  it('gives nothing on a day without a shift', () => {
    expect(meant(['fri'], false)).toEqual([null, null]);
    expect(swapMeant([], theirs, { days: [], after: false }, of).given).toBeNull();
  });
});

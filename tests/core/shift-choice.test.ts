import { describe, expect, it } from 'vitest';
import type { PersonId, ShiftId, TeamId, Token } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { chooseShift, isCrew, isPresent } from '../../core/shift-choice.ts';
import type { Shift, ShiftPerson } from '../../core/shift.ts';
import { shiftOf, shiftPersonOf } from '../support/shift-factory.ts';

const now = Date.UTC(2026, 10, 21, 14, 40);
const me = 'me' as PersonId;
const east = 'east' as TeamId;
const west = 'west' as TeamId;

function view(
  id: string,
  teamId: TeamId,
  part: Partial<Shift> = {},
  person: Partial<ShiftPerson> | null = {},
): ShiftView {
  const shift = shiftOf({
    id: id as ShiftId,
    token: id as Token,
    date: '2026-11-21',
    name: id,
    state: 'running',
    teamIds: [teamId],
    startsAt: now - 3_600_000,
    endsAt: now + 3_600_000,
    changedAt: now,
    ...part,
  });
  const own = shiftPersonOf({ shiftId: shift.id, personId: me, teamId, ...person });
  return { shift, people: person === null ? [] : [own], points: [] };
}

const ask = { personId: me, teamId: null, shiftId: null, now };

describe('two shifts at once', () => {
  it('takes the one whose card is answered before all', () => {
    const views = [view('a', east), view('b', west)];
    expect(chooseShift(views, { ...ask, teamId: east, shiftId: 'b' as ShiftId })?.shift.id).toBe('b');
  });

  it('takes the one of the group', () => {
    const views = [view('a', east), view('b', west)];
    expect(chooseShift(views, { ...ask, teamId: west })?.shift.id).toBe('b');
    expect(chooseShift(views, { ...ask, teamId: east })?.shift.id).toBe('a');
  });

  it('takes one of their own where the group has none', () => {
    const views = [view('theirs', west, {}, null), view('mine', west)];
    expect(chooseShift(views, { ...ask, teamId: east })?.shift.id).toBe('mine');
  });

  it('takes what runs before what is to come, and then what is nearest', () => {
    const next = view('next', east, { state: 'planned', startsAt: now + 1_200_000 });
    expect(chooseShift([next, view('a', east)], ask)?.shift.id).toBe('a');
    const older = view('older', east, { startsAt: now - 10_000_000 });
    expect(chooseShift([older, view('a', east)], ask)?.shift.id).toBe('a');
  });

  it('takes what people come to, within its time, as it takes what runs: the nearest', () => {
    const aheadMs = 1_800_000;
    const next = view('next', east, { state: 'planned', startsAt: now + 1_200_000 });
    expect(chooseShift([view('a', east), next], { ...ask, aheadMs })?.shift.id).toBe('next');
    const justBegun = view('b', east, { startsAt: now - 600_000 });
    expect(chooseShift([justBegun, next], { ...ask, aheadMs })?.shift.id).toBe('b');
    const later = view('later', east, { state: 'planned', startsAt: now + 2_400_000 });
    expect(chooseShift([view('a', east), later], { ...ask, aheadMs })?.shift.id).toBe('a');
  });

  it.each([
    ['上半夜到岗', 'first'],
    ['后半夜到岗', 'second'],
    ['下半场的来了', 'second'],
    ['东片下半夜 到岗', 'second'],
    ['second half, signing in', 'second'],
    ['上半夜交给下半夜', 'first'],
    ['到岗', 'first'],
  ])('takes one that is called by its name: %s', (words, id) => {
    const first = view('first', east, { name: '东片上半夜' });
    const second = view('second', east, { name: '东片下半夜', state: 'planned', startsAt: now + 1_200_000 });
    expect(chooseShift([first, second], { ...ask, words })?.shift.id).toBe(id);
    const theirs = view('theirs', west, { name: '下半夜' });
    expect(chooseShift([first, second, theirs], { ...ask, words, teamId: east })?.shift.id).toBe(id);
  });

  it('passes over what the words cannot mean', () => {
    const next = view('next', east, { state: 'planned', startsAt: now + 1_200_000 });
    const isPlanned = ({ shift }: ShiftView): boolean => shift.state === 'planned';
    expect(chooseShift([view('a', east), next], ask, isPlanned)?.shift.id).toBe('next');
    expect(chooseShift([view('a', east)], ask, isPlanned)).toBeNull();
  });

  it('knows who belongs to a crew, and who is there', () => {
    expect(isCrew(view('a', east), me)).toBe(true);
    expect(isCrew(view('a', east, {}, { state: 'leave' }), me)).toBe(false);
    expect(isPresent(view('a', east), me)).toBe(false);
    expect(isPresent(view('a', east, {}, { state: 'present' }), me)).toBe(true);
  });
});

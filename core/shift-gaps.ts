import type { PersonId, ShiftId } from './ids.ts';
import type { ShiftView } from './ports/shifts.ts';

/** A shift that is short of people, or has some whom nothing reaches. */
export interface ShiftGap {
  shiftId: ShiftId;
  /** Who is expected or there, without those who are away. */
  coming: number;
  minimum: number;
  /** Those of them without a chat of their own and without a group of their team. */
  unreachable: readonly PersonId[];
}

/** What a shift that has not begun lacks; null: nothing. */
export function gapOf(
  { shift, people }: Pick<ShiftView, 'shift' | 'people'>,
  unreachable: ReadonlySet<PersonId>,
): ShiftGap | null {
  if (shift.state !== 'planned') return null;
  const coming = people.filter(({ state }) => state === 'expected' || state === 'present');
  const silent = coming.map(({ personId }) => personId).filter((id) => unreachable.has(id));
  if (coming.length >= shift.minimum && silent.length === 0) return null;
  return { shiftId: shift.id, coming: coming.length, minimum: shift.minimum, unreachable: silent };
}

/** How bad a gap is, to tell a worse one from the one before: nobody at all, then everyone missing, then everyone unreachable. */
export function gapWeight({ coming, minimum, unreachable }: ShiftGap): number {
  const nobody = coming === 0 ? 1_000_000 : 0;
  return nobody + Math.max(0, minimum - coming) * 1_000 + unreachable.length;
}

/** A gap that was told: how bad it was, and whether on the day itself. */
export interface ToldGap {
  weight: number;
  today: boolean;
}

/** Whether a gap is worth a word: it is new, it got worse, or it has come to the day itself. */
export function isNews(gap: ShiftGap, today: boolean, told: ToldGap | undefined): boolean {
  return told === undefined || gapWeight(gap) > told.weight || (today && !told.today);
}

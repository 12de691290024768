import type { Team } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import type { Shift } from '../core/shift.ts';
import { answer, type Heard } from './heard.ts';

/** No more are named at once. */
const named = 8;

/** The teams that this person leads. */
export async function ledTeams({ work, person }: Heard): Promise<Team[]> {
  if (!person.active) return [];
  return (await work.tx.people.teams()).filter(({ active, leaderId }) => active && leaderId === person.id);
}

/**
 * The shifts that run of the teams that this person leads, for what they say alone with the bot: a leader need not be of the
 * crew. Null: they lead none, or this is a group.
 */
export async function ledShifts(heard: Heard): Promise<ShiftView[] | null> {
  if (heard.room.kind === 'group') return null;
  const led = await ledTeams(heard);
  return led.length === 0 ? null : running(heard, ({ teamIds }) => led.some(({ id }) => teamIds.includes(id)));
}

/** The shifts that run and are like this. */
export async function running({ work }: Heard, fits: (shift: Shift) => boolean): Promise<ShiftView[]> {
  const views: ShiftView[] = [];
  for (const { id } of (await work.tx.shifts.running()).filter(fits)) {
    const view = await work.tx.shifts.view(id);
    if (view !== null) views.push(view);
  }
  return views;
}

/** Asks which of these is meant, with a button for each; of one alone whether it is so. */
export async function askWhich(
  { work, room, message }: Heard,
  step: 'shift_end' | 'shift_safe',
  views: readonly ShiftView[],
): Promise<void> {
  const shiftIds = views.slice(0, named).map(({ shift }) => shift.id);
  await answer(work, room, message, { kind: 'shift_which', shiftIds, step });
}

import type { ShiftView } from '../core/ports/shifts.ts';
import type { PatrolVerb } from '../core/patrol-verb.ts';
import { patrolCode } from '../core/patrol-code.ts';
import type { Shift } from '../core/shift.ts';
import { mayInShift } from '../handlers/patrol/may-in-shift.ts';
import { takeShiftTap } from '../handlers/patrol/take-shift-tap.ts';
import type { Heard } from './heard.ts';
import { answerShift, shiftMeant } from './shift-heard.ts';

/** What is answered to "nobody has come yet". */
type UnreportedVerb = Extract<PatrolVerb, 'shift_out' | 'shift_off' | 'shift_ring'>;

const isUnreported = ({ welfare }: Shift): boolean => welfare?.step === 'unreported';
/** No more are named when it is asked which one. */
const named = 8;

/** Whether a word answers that nobody has come yet. */
export function isOfUnreported(verb: string): verb is UnreportedVerb {
  return verb === 'shift_out' || verb === 'shift_off' || verb === 'shift_ring';
}

/**
 * 他们在外面了, 这班不去了, 我打电话问 without a code, by whoever was told that nobody has come: a leader need not be of the crew. Where
 * several shifts wait for it, it is asked which. True: dealt with.
 */
export async function routeUnreported(heard: Heard, verb: UnreportedVerb): Promise<boolean> {
  const { work, person } = heard;
  const [view, ...others] = await waitingFor(heard);
  if (view === undefined) return sayWhatRuns(heard, verb);
  if (others.length > 0) {
    const shifts = [view, ...others]
      .slice(0, named)
      .map(({ shift }) => ({ name: shift.name, code: patrolCode(shift) }));
    await answerShift(heard, null, { kind: 'shift_which', shifts });
  } else await answerShift(heard, view.shift.id, await takeShiftTap(work, view, person, verb, ''));
  return true;
}

/** The shifts that nobody has reported for and that this person answers for: in their group, or where they were told of it. */
async function waitingFor(heard: Heard): Promise<ShiftView[]> {
  const { work, room, person } = heard;
  const may = (view: ShiftView): Promise<boolean> => mayInShift(work, view, person, 'shift_out');
  const here = shiftMeant(heard, ({ shift }) => isUnreported(shift));
  if (here !== null && room.kind === 'group') return (await may(here)) ? [here] : [];
  if (room.kind === 'group' && room.purpose !== 'command') return [];
  const views: ShiftView[] = [];
  for (const { id } of (await work.tx.shifts.running()).filter(isUnreported)) {
    const view = await work.tx.shifts.view(id);
    if (view !== null && (await may(view))) views.push(view);
  }
  return views;
}

/** Nothing waits, and whoever leads one that runs says it alone with the bot: once more, or too late to call it off. */
async function sayWhatRuns(heard: Heard, verb: UnreportedVerb): Promise<boolean> {
  const { work, room, person } = heard;
  if (room.kind === 'group') return false;
  const running = await work.tx.shifts.running();
  const led =
    running.length === 0 ? [] : (await work.tx.people.teams()).filter(({ leaderId }) => leaderId === person.id);
  const theirs = running.find(({ teamIds }) => led.some(({ id }) => teamIds.includes(id)));
  if (theirs === undefined) return false;
  await answerShift(
    heard,
    theirs.id,
    verb === 'shift_off' ? { kind: 'shift_begun' } : { kind: 'shift_already', by: '' },
  );
  return true;
}

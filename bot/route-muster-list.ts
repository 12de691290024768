import type { Person } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { namedPerson } from '../core/named-person.ts';
import type { LineReading } from '../core/reading/reading.ts';
import { askLeave } from '../handlers/patrol/ask-leave.ts';
import { comeLater, muster } from '../handlers/patrol/muster.ts';
import type { Heard } from './heard.ts';
import { around, takesPeople } from './muster-heard.ts';
import { answerShift, shiftComeTo } from './shift-heard.ts';

/** A list that goes round in the afternoon is of the night that comes. */
const aheadMs = 18 * 3_600_000;

/**
 * A 接龙: everybody reposts the whole list, so its copies fork. A line changes only what its person has not said; a line that is
 * missing says nothing. Whoever can't come is asked for, and not away before a leader decides. Before the hour of the shift nobody is
 * there yet.
 */
export async function routeMusterList(heard: Heard): Promise<boolean> {
  const { work } = heard;
  const meant = shiftComeTo(heard, takesPeople) ?? (await nextShift(heard));
  const found = meant === null ? null : await work.tx.shifts.lock(meant.shift.id);
  if (found === null) return false;
  const isNow = heard.shifts.some(({ shift }) => shift.id === found.shift.id);
  const crew = await around(heard, found);
  let view: ShiftView | null = found;
  let taken = 0;
  for (const line of heard.reading.lines ?? []) {
    const who = namedPerson(crew, line.person);
    if (who === null || view === null) continue;
    if (await takeLine(heard, view, who, line, isNow)) taken += 1;
    view = await work.tx.shifts.view(found.shift.id);
  }
  if (taken === 0 || view === null) return false;
  const here = view.people.filter(({ state }) => state === 'present').length;
  const expected = view.people.filter(({ state }) => state === 'present' || state === 'expected').length;
  await answerShift(heard, found.shift.id, { kind: 'shift_mustered', here, expected, already: false });
  return true;
}

async function nextShift({ work, room, person }: Heard): Promise<ShiftView | null> {
  const whose = room.teamId === null ? { personId: person.id } : { teamId: room.teamId };
  const views = await work.tx.shifts.between(work.now, work.now + aheadMs, whose);
  return views.find(({ shift }) => shift.state === 'planned') ?? null;
}

async function takeLine(
  heard: Heard,
  view: ShiftView,
  who: Person,
  line: LineReading,
  isNow: boolean,
): Promise<boolean> {
  const { work, person } = heard;
  const known = view.people.find(({ personId }) => personId === who.id);
  const isOwn = who.id === person.id;
  switch (line.intent) {
    case 'shift_start':
    case 'accept':
    case 'arrived':
      if (!isNow || known?.state === 'present' || (known?.state === 'leave' && !isOwn)) return false;
      await muster(work, view, [who], 'roll_call');
      return true;
    case 'delay': {
      const minutes = line.fields.delayMinutes ?? line.fields.etaMinutes;
      if (minutes === undefined || known?.state !== 'expected' || known.lateMinutes === minutes) return false;
      return (await comeLater(work, view, who, minutes)).kind === 'shift_late';
    }
    case 'decline':
    case 'leave_request': {
      if (known?.state !== 'expected' || (await hasAsked(heard, view, who))) return false;
      const words = line.because.map((one) => one.words).join(' ');
      await askLeave(work, view, who, { kind: 'leave', withPerson: null, withShift: null, words });
      return true;
    }
    default:
      return false;
  }
}

/** Whether this person asked before to be away, however it was decided: a copy of the list asks for nothing anew. */
async function hasAsked({ work }: Heard, { shift }: ShiftView, { id }: Person): Promise<boolean> {
  return (await work.tx.shifts.requests(shift.id)).some(({ personId }) => personId === id);
}

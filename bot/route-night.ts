import type { ShiftView } from '../core/ports/shifts.ts';
import { answer, type Heard } from './heard.ts';

/** How far from now a shift is of this night. */
const nightMs = 15 * 3_600_000;
/** So many are told of in a line each. */
const mostLines = 15;

/** Whether somebody asks for the whole zone: an officer, among officers, or alone where no team is meant. */
export function asksForZone({ person, room }: Heard, hasTeam: boolean): boolean {
  const officer = person.roles.some((role) => role === 'duty_officer' || role === 'admin');
  return person.active && officer && (room.purpose === 'command' || (room.kind === 'direct' && !hasTeam));
}

/**
 * 今晚怎么样 of an officer: each duty of this night in a line, first what is to be looked at, then what runs, what comes and what is
 * over.
 */
export async function tellNight(heard: Heard): Promise<true> {
  const { work, room, message } = heard;
  const views = await work.tx.shifts.between(work.now - nightMs, work.now + nightMs);
  const all = latestOfEach(views).toSorted((a, b) => rank(a) - rank(b) || a.shift.startsAt - b.shift.startsAt);
  const shiftIds = all.slice(0, mostLines).map(({ shift }) => shift.id);
  const more = all.length - shiftIds.length;
  if (shiftIds.length === 0) await answer(work, room, message, { kind: 'shift_asked', shiftId: null, about: 'zone' });
  else await answer(work, room, message, { kind: 'shift_standing', shiftIds, more });
  return true;
}

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/** Of each roster or teams those that run, else what was last and what comes next; a round of weeks is of no night. */
function latestOfEach(views: readonly ShiftView[]): ShiftView[] {
  const ofNight = views.filter(({ shift }) => shift.kind !== 'round');
  const keys = Map.groupBy(ofNight, ({ shift }) => shift.rosterCode ?? shift.teamIds.join());
  return [...keys.values()].flatMap((some) => {
    const on = some.filter(isOn);
    if (on.length > 0) return on;
    const last = some.findLast(({ shift }) => shift.state === 'ended' || shift.state === 'unstaffed');
    const next = some.find(({ shift }) => shift.state === 'planned');
    return [last, next].filter((view) => view !== undefined);
  });
}

/** What is silent or without anybody comes first. */
function rank(view: ShiftView): number {
  const { shift, people } = view;
  if (isOn(view)) return shift.welfare !== null || people.every(({ state }) => state !== 'present') ? 0 : 1;
  if (shift.state === 'unstaffed') return 2;
  return shift.state === 'planned' ? 3 : 4;
}

import type { Instant } from './clock.ts';
import type { PersonId, ShiftId, TeamId } from './ids.ts';
import type { ShiftView } from './ports/shifts.ts';
import { isCalled } from './shift-called.ts';
import { cameAlone, type ShiftPerson } from './shift.ts';

/** Who speaks of a shift, where and when. */
export interface ShiftAsk {
  personId: PersonId;
  /** The team of the group; null: a direct chat, or a group of no team. */
  teamId: TeamId | null;
  /** The one whose card is quoted, or that they were asked about; null: none. */
  shiftId: ShiftId | null;
  now: Instant;
  /** What is said; '' or none: nothing that could call a shift by its name. */
  words?: string;
  /** What begins within so many milliseconds is as near as what runs: people come to it. None: what runs goes before. */
  aheadMs?: number;
  /** They go home: where they are goes before, then where anybody is, and then what ends nearest to now. */
  goes?: boolean;
}

/**
 * The shift that words belong to when somebody has several at once: the one whose card they answer, else one of the group that
 * they write in, else one that they call by its name, else one of their own; of those what runs before what is to come, and then
 * what begins or began nearest to now.
 * Null: none fits.
 * @param fits whether the words can mean this shift at all, as 收队 means only one that runs
 */
export function chooseShift(
  views: readonly ShiftView[],
  ask: ShiftAsk,
  fits: (view: ShiftView) => boolean = () => true,
): ShiftView | null {
  const [best] = views.filter(fits).toSorted((a, b) => {
    const [left, right] = [ranks(a, ask), ranks(b, ask)];
    return left.map((rank, i) => rank - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
  return best ?? null;
}

/** Lower is likelier. */
function ranks({ shift, people }: ShiftView, ask: ShiftAsk): number[] {
  const { personId, teamId, shiftId, now, words = '', aheadMs = 0, goes = false } = ask;
  const own = people.some((person) => person.personId === personId && person.state !== 'leave');
  const here = teamId !== null && shift.teamIds.includes(teamId);
  const running = shift.state === 'running' || shift.state === 'closing' || shift.startsAt - now <= aheadMs;
  const there = people.filter(isThere);
  const walks = goes ? [there.some((person) => person.personId === personId), there.length > 0] : [];
  const likely = [shift.id === shiftId, here, isCalled(shift, words), own, ...walks, running];
  return [...likely.map((is) => Number(!is)), Math.abs((goes ? shift.endsAt : shift.startsAt) - now)];
}

/** Whether this person is one of the crew and there. */
export function isPresent({ people }: Pick<ShiftView, 'people'>, personId: PersonId): boolean {
  return people.some((person) => person.personId === personId && person.state === 'present');
}

/** Whether somebody came and has not gone home yet. */
export function isThere({ state, leftAt }: Pick<ShiftPerson, 'state' | 'leftAt'>): boolean {
  return state === 'present' && leftAt === null;
}

/** Whether this person is one of the crew, there or still expected. */
export function isCrew({ people }: Pick<ShiftView, 'people'>, personId: PersonId): boolean {
  return people.some((person) => person.personId === personId && person.state !== 'leave');
}

/**
 * Whether a word of this person, whatever it is about, shows that those out there are well: of one who is there, or of any of the
 * crew while nobody is but who came along. A leader at home says nothing of a crew that walks without them.
 */
export function speaksForCrew(view: Pick<ShiftView, 'people'>, personId: PersonId): boolean {
  const there = view.people.filter(isThere);
  return there.every(cameAlone) ? isCrew(view, personId) : there.some((person) => person.personId === personId);
}

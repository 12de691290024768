import { expectedPerson } from '../../core/expected-person.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { speaksForCrew } from '../../core/shift-choice.ts';
import {
  welfareAfter,
  type MusterDoor,
  type Shift,
  type ShiftPerson,
  type ShiftPoint,
  type Welfare,
} from '../../core/shift.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { traceShift, whenSaid, type Work } from '../work.ts';
import { isStranger } from './may-in-shift.ts';
import { setPointsTimer, setSilenceTimer } from './set-shift-timers.ts';
import { saveShift, showShift } from './show-shift.ts';
import { redrawUnreported } from './tell-unreported.ts';

/** When somebody was last heard of is kept no finer than this: a photo a second would write a row a second. */
const fineEnough = 30_000;

/**
 * Somebody of a shift was heard of, by whatever they sent: they are there, the count of silence begins anew, and a question
 * whether all is well is answered; not so by one whom nobody knows. The shift must be locked (`tx.shifts.lock`) before; answers it as
 * it is now.
 * @param door how they show that they are there; null: they were only heard of (a word that is no muster, a leader who rang)
 */
export async function heardOf(
  work: Work,
  view: ShiftView,
  personId: PersonId,
  door: MusterDoor | null,
): Promise<ShiftView> {
  const came = door === null ? null : await comes(work, view, personId, door);
  const people = came === null ? view.people : withPerson(view.people, came);
  const speaks = !(await isStranger(work, { ...view, people }, personId));
  const { welfare, heardAt } = view.shift;
  const asked = speaks || welfare?.missing?.ids.includes(personId) === true ? welfareAfter(welfare, personId) : welfare;
  const isKnown = !speaks || (heardAt !== null && work.now - heardAt < fineEnough);
  if (came === null && isSame(asked, welfare) && isKnown) return view;
  const shift = await saveShift(work, { ...view.shift, heardAt: speaks ? work.now : heardAt, welfare: asked });
  if (welfare !== null && asked === null) {
    if (welfare.step === 'unreported') await endUnreported(work, shift);
    else await endWelfare(work, { ...view, shift }, personId, welfare.step === 'officer');
  }
  if (came === null) return { ...view, shift };
  await work.tx.shifts.putPerson(came);
  await traceShift(work, shift, 'mustered', personId, { door });
  if (shift.state === 'running') await showShift(work, shift);
  const points = view.people.some(({ state }) => state === 'present') ? view.points : await awaitAgain(work, view);
  return { shift, points, people };
}

/** The same for shifts that are not locked yet: locks only one of theirs that runs, and only when there is something to write. */
export async function hearOfCrew(work: Work, views: readonly ShiftView[], personId: PersonId): Promise<void> {
  for (const view of views) {
    const { state, heardAt, welfare, id } = view.shift;
    if (state !== 'running' || !speaksForCrew(view, personId)) continue;
    if (isSame(welfareAfter(welfare, personId), welfare) && heardAt !== null && work.now - heardAt < fineEnough)
      continue;
    const locked = await work.tx.shifts.lock(id);
    if (locked !== null) await heardOf(work, locked, personId, null);
  }
}

/** Whether whom it is asked about stays the same. */
function isSame(after: Welfare | null, before: Welfare | null): boolean {
  return after?.missing?.ids.length === before?.missing?.ids.length && (after === null) === (before === null);
}

/**
 * Those whom the others did not find are there again, says one of them. The shift must be locked before. Answers how many are still
 * missing.
 */
export async function findMates(
  work: Work,
  view: ShiftView,
  mateIds: readonly PersonId[],
  byId: PersonId,
): Promise<number> {
  const { welfare } = view.shift;
  const asked = mateIds.reduce(welfareAfter, welfare);
  const shift = await saveShift(work, { ...view.shift, heardAt: work.now, welfare: asked });
  if (asked === null) await endWelfare(work, { ...view, shift }, byId, welfare?.step === 'officer');
  return asked?.missing?.ids.length ?? 0;
}

/** The crew with this one person as they are now; somebody new comes last. */
function withPerson(people: readonly ShiftPerson[], changed: ShiftPerson): ShiftPerson[] {
  const known = people.some(({ personId }) => personId === changed.personId);
  return known
    ? people.map((person) => (person.personId === changed.personId ? changed : person))
    : [...people, changed];
}

/** The person as there from now on; null: they were there already. */
async function comes(
  work: Work,
  { shift, people }: ShiftView,
  personId: PersonId,
  door: MusterDoor,
): Promise<ShiftPerson | null> {
  const known = people.find((person) => person.personId === personId);
  if (known?.state === 'present') return known.leftAt === null ? null : { ...known, leftAt: null };
  const now = { state: 'present', musteredAt: whenSaid(work), door } as const;
  if (known !== undefined) return { ...known, ...now };
  const own = (await work.tx.people.teamsOf(personId)).find(({ id }) => shift.teamIds.includes(id));
  const teamId = own?.id ?? shift.teamIds[0];
  if (teamId === undefined) return null;
  return { ...expectedPerson({ shiftId: shift.id, personId, teamId, guest: own === undefined }), ...now };
}

/** Somebody comes after all to a shift of which the leader heard that nobody did: its points are asked about as usual. */
async function awaitAgain(work: Work, view: ShiftView): Promise<readonly ShiftPoint[]> {
  const points = view.points.map((point) => (point.askedAt === null ? { ...point, toldAt: null } : point));
  const given = points.filter(({ n, toldAt }) => view.points.some((one) => one.n === n && one.toldAt !== toldAt));
  for (const point of given) await work.tx.shifts.putPoint(point);
  if (given.length > 0) await setPointsTimer(work, { ...view, points });
  return points;
}

/** Somebody turned up, or is known to be out: from now on their silence means something. */
async function endUnreported(work: Work, shift: Shift): Promise<void> {
  await setSilenceTimer(work, shift);
  await redrawUnreported(work, shift);
}

async function endWelfare(work: Work, { shift }: ShiftView, personId: PersonId, officerTold: boolean): Promise<void> {
  await traceShift(work, shift, 'welfare_ok', personId);
  await setSilenceTimer(work, shift);
  if (officerTold) {
    await toCommand(work, { kind: 'welfare_ok', shiftId: shift.id, personId }, { priority: 'answer' });
  }
}

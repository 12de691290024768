import type { PersonId } from '../../core/ids.ts';
import type { PatrolResult, Refusal } from '../../core/notice.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import { mayOnShift, shiftStandings } from '../../core/permission.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { ShiftPerson, ShiftRequest } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toRooms } from '../say.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf, passOn, requestSlot } from './ask-leave.ts';
import { patrolRules } from './rules.ts';
import { saveShift, showShift } from './show-shift.ts';

type RequestVerb = Extract<PatrolVerb, `request_${string}`>;

const decided: Partial<Record<RequestVerb, ShiftRequest['state']>> = {
  request_decline: 'refused',
  request_refuse: 'refused',
  request_withdraw: 'withdrawn',
};

/**
 * What a button of a request does: the other one agrees or not, a leader grants or refuses, whoever asked takes it back. Rights are
 * looked up anew; a request that was decided already says so.
 */
export async function decideRequest(
  work: Work,
  token: ShiftRequest['token'],
  person: Person,
  verb: RequestVerb,
): Promise<PatrolResult | Refusal> {
  const found = await work.tx.shifts.requestByToken(token);
  const view = found === null ? null : await work.tx.shifts.lock(found.shiftId);
  // Read again behind the lock: of two taps one comes second.
  const request = found === null ? null : await work.tx.shifts.request(found.id);
  if (request === null || view === null) return { kind: 'stale' };
  if (!(await may(work, view, request, person, verb))) return { kind: 'not_yours' };
  const open = request.state === 'asked' || request.state === 'agreed';
  if (!open || view.shift.state === 'cancelled' || view.shift.state === 'ended') return already(work, request);
  if (verb === 'request_agree') return agree(work, view, request, person);
  if (verb === 'request_grant') return grant(work, view, request, person);
  await end(work, view, request, person, decided[verb] ?? 'refused');
  return { kind: verb === 'request_withdraw' ? 'request_withdrawn' : 'request_refused' };
}

async function may(
  work: Work,
  { shift, people }: ShiftView,
  request: ShiftRequest,
  person: Person,
  verb: RequestVerb,
): Promise<boolean> {
  if (!person.active) return false;
  if (verb === 'request_withdraw') return request.personId === person.id;
  if (verb === 'request_agree' || verb === 'request_decline') return request.withPersonId === person.id;
  const teams = (await work.tx.people.teams()).filter(({ id }) => shift.teamIds.includes(id));
  const standings = shiftStandings(person, people, teams, patrolRules(work).policeContacts);
  // A leader who wants to be away is let go by somebody else.
  const byAnother = request.personId !== person.id || standings.has('officer');
  return byAnother && mayOnShift(standings, verb);
}

async function already(work: Work, { decidedById }: ShiftRequest): Promise<PatrolResult> {
  const by = decidedById === null ? null : await work.tx.people.byId(decidedById);
  return { kind: 'shift_already', by: by?.name ?? '' };
}

async function agree(
  work: Work,
  view: ShiftView,
  request: ShiftRequest,
  person: Person,
): Promise<PatrolResult | Refusal> {
  if (request.state === 'agreed') return { kind: 'request_agreed' };
  const agreed: ShiftRequest = { ...request, state: 'agreed' };
  await work.tx.shifts.putRequest(agreed);
  await redraw(work, agreed, person.id);
  // Who leads the team and stands in has decided by saying yes.
  if ((await leadersOf(work, view)).includes(person.id)) return grant(work, view, agreed, person);
  await passOn(work, view, agreed);
  return { kind: 'request_agreed' };
}

async function grant(
  work: Work,
  view: ShiftView,
  request: ShiftRequest,
  person: Person,
): Promise<PatrolResult | Refusal> {
  const { withPersonId, withShiftId, personId } = request;
  const other = withShiftId === null ? null : await work.tx.shifts.lock(withShiftId);
  if (other !== null && other.shift.state !== 'planned') return { kind: 'stale' };
  await leave(work, view, personId, withPersonId);
  if (other !== null && withPersonId !== null) await leave(work, other, withPersonId, personId);
  await end(work, view, request, person, 'granted');
  return { kind: 'request_granted' };
}

/** One goes, the other one comes in their place; nobody else is touched. */
async function leave(work: Work, view: ShiftView, goesId: PersonId, comesId: PersonId | null): Promise<void> {
  const { shift, people } = view;
  const goes = people.find(({ personId }) => personId === goesId);
  if (goes !== undefined) await work.tx.shifts.putPerson({ ...goes, state: 'leave' });
  await traceShift(work, shift, 'excused', goesId);
  if (comesId !== null && goes !== undefined) {
    const known = people.find(({ personId }) => personId === comesId);
    const comes: ShiftPerson = {
      ...(known ?? { ...goes, personId: comesId, musteredAt: null, door: null, leftAt: null, minutes: null }),
      state: known?.state === 'present' ? 'present' : 'expected',
      standsInForId: goesId,
      lateMinutes: null,
    };
    await work.tx.shifts.putPerson(comes);
    await traceShift(work, shift, 'stood_in', comesId, { for: goesId });
  }
  await showShift(work, await saveShift(work, shift));
}

/** Ends a request, and tells whoever asked, and whoever was to come. */
async function end(
  work: Work,
  { shift }: ShiftView,
  request: ShiftRequest,
  person: Person,
  state: ShiftRequest['state'],
): Promise<void> {
  const ended: ShiftRequest = { ...request, state, decidedById: person.id, decidedAt: work.now };
  await work.tx.shifts.putRequest(ended);
  await traceShift(work, shift, 'request_decided', person.id, { request: request.id, state });
  const told = new Set<PersonId>([
    request.personId,
    ...(state === 'granted' && request.withPersonId !== null ? [request.withPersonId] : []),
  ]);
  told.delete(person.id);
  const notice = { kind: 'shift_request_decided', requestId: request.id } as const;
  for (const id of told) await toPerson(work, id, notice, { priority: 'answer' });
  await redraw(work, ended, person.id);
}

/** Where buttons can be taken away, they are. */
async function redraw(work: Work, request: ShiftRequest, personId: PersonId): Promise<void> {
  const [channel] = await work.tx.people.channelsOf(personId);
  if (channel === undefined || !work.can(channel.platform).edit) return;
  const notice = { kind: 'shift_request', requestId: request.id } as const;
  await toRooms(work, [channel.roomId], notice, { priority: 'card', slot: requestSlot(request), reader: personId });
}

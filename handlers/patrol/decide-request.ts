import type { PersonId } from '../../core/ids.ts';
import type { PatrolResult, Refusal } from '../../core/tap-result.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Person } from '../../core/people.ts';
import { mayOnShift, shiftStandings } from '../../core/shift-permission.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { shiftSubject, type Shift, type ShiftRequest } from '../../core/shift.ts';
import { isAsWished, swapFits } from '../../core/swap-fits.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { traceShift, type Work } from '../work.ts';
import { passOn } from './ask-leave.ts';
import { leadersOf } from './leaders-of.ts';
import { redrawRequest } from './redraw-request.ts';
import { replaceInShift } from './replace-in-shift.ts';

export type RequestVerb = Extract<PatrolVerb, `request_${string}`>;

type Deciding = (work: Work, found: Found, person: Person) => Promise<PatrolResult | Refusal>;

/** A request with its shift and the one that is given for it, all locked. */
interface Found {
  request: ShiftRequest;
  view: ShiftView;
  exchange: ShiftView | null;
}

/**
 * What a button of a request does: the other one agrees or not, a leader grants or refuses, whoever asked takes it back. Rights are
 * looked up anew; a request that was decided already says so, and a swap that no longer fits ends by whoever says yes to it.
 */
export async function decideRequest(
  work: Work,
  token: ShiftRequest['token'],
  person: Person,
  verb: RequestVerb,
): Promise<PatrolResult | Refusal> {
  const found = await locked(work, token);
  if (found === null) return { kind: 'stale' };
  const { request, view } = found;
  if (!(await may(work, view, request, person, verb))) return { kind: 'shift_not_your_say' };
  if (request.state !== 'asked' && request.state !== 'agreed') return already(work, request);
  if (!isAhead(view.shift)) return verb === 'request_grant' ? excuseAfterwards(work, found, person) : { kind: 'stale' };
  const isYes = verb === 'request_agree' || verb === 'request_grant';
  const shifts = { given: view, taken: found.exchange };
  if (isYes && !swapFits(shifts, request))
    return end(work, found, person, isAsWished(shifts, request) ? 'granted' : 'lapsed');
  return steps[verb](work, found, person);
}

const steps: Record<RequestVerb, Deciding> = {
  request_agree: agree,
  request_decline: (...given) => end(...given, 'refused'),
  request_grant: grant,
  request_refuse: (...given) => end(...given, 'refused'),
  request_withdraw: (...given) => end(...given, 'withdrawn'),
};

const isAhead = ({ state }: Pick<Shift, 'state'>): boolean => state === 'planned' || state === 'running';

/** Locks both shifts, always in the same order, and reads the request behind the locks: of two taps one comes second. */
async function locked(work: Work, token: ShiftRequest['token']): Promise<Found | null> {
  const { shifts } = work.tx;
  const found = await shifts.requestByToken(token);
  if (found === null) return null;
  const views = new Map<Shift['id'], ShiftView | null>();
  for (const id of [found.shiftId, found.withShiftId].filter((one) => one !== null).toSorted()) {
    views.set(id, await shifts.lock(id));
  }
  const request = await shifts.request(found.id);
  const view = views.get(found.shiftId) ?? null;
  if (request === null || view === null || request.withShiftId !== found.withShiftId) return null;
  return { request, view, exchange: request.withShiftId === null ? null : (views.get(request.withShiftId) ?? null) };
}

async function may(
  work: Work,
  { shift, people }: ShiftView,
  request: ShiftRequest,
  person: Person,
  verb: RequestVerb,
): Promise<boolean> {
  if (!person.active) return false;
  if (verb === 'request_withdraw') return request.personId === person.id || saidForThem(work, request, person);
  if (verb === 'request_agree' || verb === 'request_decline') return request.withPersonId === person.id;
  const teams = (await work.tx.people.teams()).filter(({ id }) => shift.teamIds.includes(id));
  // Whoever wants to be away is let go by somebody else, a leader too.
  return request.personId !== person.id && mayOnShift(shiftStandings(person, people, teams), verb);
}

/** 东02明晚请假 is taken back by whoever wrote it, as long as nobody else asked for the same. */
async function saidForThem(work: Work, { id, shiftId }: ShiftRequest, person: Person): Promise<boolean> {
  const trace = await work.tx.trace.of(shiftSubject({ id: shiftId }));
  const asked = trace.filter(({ what, data }) => what === 'request_made' && data['request'] === id);
  return asked.length > 0 && asked.every(({ actorId }) => actorId === person.id);
}

async function already(work: Work, { decidedById }: ShiftRequest): Promise<PatrolResult> {
  const by = decidedById === null ? null : await work.tx.people.byId(decidedById);
  return { kind: 'shift_already', by: by?.name ?? '' };
}

async function agree(work: Work, found: Found, person: Person): Promise<PatrolResult | Refusal> {
  const { request, view } = found;
  if (request.state === 'agreed') return { kind: 'request_agreed' };
  const agreed: ShiftRequest = { ...request, state: 'agreed' };
  await work.tx.shifts.putRequest(agreed);
  // Who leads the team and stands in has decided by saying yes.
  if ((await leadersOf(work, view)).includes(person.id)) return grant(work, { ...found, request: agreed }, person);
  await redrawRequest(work, view, agreed);
  await passOn(work, view, agreed);
  return { kind: 'request_agreed' };
}

async function grant(work: Work, found: Found, person: Person): Promise<PatrolResult | Refusal> {
  const { request, view, exchange } = found;
  const { withPersonId, personId } = request;
  if (exchange !== null && withPersonId !== null) await replaceInShift(work, exchange, withPersonId, personId);
  await replaceInShift(work, view, personId, withPersonId);
  const granted = await end(work, found, person, 'granted');
  for (const shift of [view, exchange]) if (shift !== null) await endAlike(work, shift, person);
  return granted.kind === 'request_granted' ? { ...granted, ...(await tooFew(work, view)) } : granted;
}

/** What else was wished of this shift and is so by now, such as the same swap by the other one, is over; they have just been told. */
async function endAlike(work: Work, { shift }: ShiftView, person: Person): Promise<void> {
  for (const open of await work.tx.shifts.openRequests(shift.id)) {
    const given = await work.tx.shifts.view(shift.id);
    const taken = open.withShiftId === null ? null : await work.tx.shifts.view(open.withShiftId);
    if (given !== null && isAsWished({ given, taken }, open)) await settle(work, given, open, person, 'granted');
  }
}

/** Leave that nobody answered in time is granted when the shift is over: whoever stayed away was not simply absent. */
async function excuseAfterwards(work: Work, found: Found, person: Person): Promise<PatrolResult | Refusal> {
  const { shift, people } = found.view;
  const away = people.find(({ personId, state }) => personId === found.request.personId && state === 'absent');
  if (away === undefined || found.request.kind !== 'leave' || shift.state !== 'ended') return { kind: 'stale' };
  await work.tx.shifts.putPerson({ ...away, state: 'leave' });
  await traceShift(work, shift, 'excused', away.personId);
  return end(work, found, person, 'granted');
}

/** Who is left when that is fewer than are needed; what else waits for the leader shows it too. */
async function tooFew(work: Work, { shift }: ShiftView): Promise<{ left?: { people: number; minimum: number } }> {
  const now = await work.tx.shifts.view(shift.id);
  if (now === null) return {};
  for (const open of await work.tx.shifts.openRequests(shift.id)) await redrawRequest(work, now, open);
  const people = now.people.filter(({ state }) => state === 'expected' || state === 'present').length;
  return people < shift.minimum ? { left: { people, minimum: shift.minimum } } : {};
}

const answers = {
  granted: { kind: 'request_granted' },
  refused: { kind: 'request_refused' },
  withdrawn: { kind: 'request_withdrawn' },
  lapsed: { kind: 'request_lapsed' },
} as const satisfies Partial<Record<ShiftRequest['state'], PatrolResult>>;

/** Ends a request, and tells whoever asked, and the other one who is counting on it. */
async function end(
  work: Work,
  { view, request }: Found,
  person: Person,
  state: keyof typeof answers,
): Promise<PatrolResult> {
  await settle(work, view, request, person, state);
  const told = new Set<PersonId>([request.personId]);
  if (request.state === 'agreed' && request.withPersonId !== null) told.add(request.withPersonId);
  // Whoever was never told that somebody asked for them need not hear that it is no more.
  if (state === 'withdrawn') told.delete(request.personId);
  told.delete(person.id);
  const notice = { kind: 'shift_request_decided', requestId: request.id } as const;
  for (const id of told) await toPerson(work, id, notice, { priority: 'answer' });
  return answers[state];
}

async function settle(
  work: Work,
  view: ShiftView,
  request: ShiftRequest,
  person: Person,
  state: keyof typeof answers,
): Promise<void> {
  const ended: ShiftRequest = { ...request, state, decidedById: person.id, decidedAt: work.now };
  await work.tx.shifts.putRequest(ended);
  await traceShift(work, view.shift, 'request_decided', person.id, { request: request.id, state });
  await redrawRequest(work, view, ended);
}

import type { PersonId, RequestId, RoomId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift, ShiftRequest } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { traceShift, type Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';

/** What somebody of a crew wishes. */
export interface Wish {
  kind: ShiftRequest['kind'];
  /** Who swaps or stands in; null: nobody was named. */
  withPerson: Person | null;
  /** The shift that is taken in exchange; null: none. */
  withShift: Shift | null;
  words: string;
  /** Where it was written; missing: it was a button. */
  message?: { roomId: RoomId; messageId: string };
  /** Who said it for them; missing: they themselves. */
  toldById?: PersonId;
  /** Whoever said it decides on it next; nobody is asked. */
  decides?: true;
}

/**
 * Takes the wish to be away, to swap or to be stood in for: the other one is asked first, then a leader decides. The shift must
 * be locked before. Asked twice, it is the same wish; asked otherwise, it takes the place of the first.
 */
export async function askLeave(work: Work, view: ShiftView, person: Person, wish: Wish): Promise<PatrolResult> {
  const { shift, people } = view;
  const own = people.find(({ personId }) => personId === person.id);
  if (own === undefined || (shift.state !== 'planned' && shift.state !== 'running')) return { kind: 'shift_none' };
  if (own.state === 'leave') return { kind: 'shift_already', by: '' };
  const known = (await work.tx.shifts.openRequests(shift.id)).find(({ personId }) => personId === person.id);
  const wished = requestFor(work, view, person, wish, known);
  // Said again it is nothing new: those who decide are not written to again.
  if (known !== undefined && isSame(known, wished) && known.words === wished.words) return askedAs(view, known, wish);
  await work.tx.shifts.putRequest(wished);
  await traceShift(work, shift, 'request_made', wish.toldById ?? person.id, {
    request: wished.id,
    kind: wished.kind,
    of: person.id,
    with: wished.withPersonId,
  });
  return askedAs(view, wish.decides === true ? wished : await passOn(work, view, wished), wish);
}

function requestFor(
  work: Work,
  { shift }: ShiftView,
  person: Person,
  wish: Wish,
  known: ShiftRequest | undefined,
): ShiftRequest {
  const other = wish.withPerson?.id === person.id ? null : wish.withPerson;
  const exchange = other === null ? null : (wish.withShift?.id ?? null);
  const wished: ShiftRequest = {
    id: known?.id ?? work.ids.next<RequestId>(work.now),
    token: known?.token ?? work.ids.token(),
    kind: other === null ? 'leave' : exchange === null ? 'stand_in' : 'swap',
    shiftId: shift.id,
    personId: person.id,
    withPersonId: other?.id ?? null,
    withShiftId: exchange,
    state: other === null ? 'agreed' : 'asked',
    words: wish.words === '' ? (known?.words ?? '') : wish.words,
    roomId: wish.message?.roomId ?? known?.roomId ?? null,
    messageId: wish.message?.messageId ?? known?.messageId ?? null,
    askedAt: known?.askedAt ?? work.now,
    decidedById: null,
    decidedAt: null,
  };
  // With the same other one it stands where it stood, whatever was said besides.
  return known !== undefined && isSame(known, wished) ? { ...wished, state: known.state } : wished;
}

function isSame(known: ShiftRequest, wished: ShiftRequest): boolean {
  return known.withPersonId === wished.withPersonId && known.withShiftId === wished.withShiftId;
}

/** Somebody is named only while they are the one who is asked. */
function askedAs({ shift }: ShiftView, { state }: ShiftRequest, { withPerson }: Wish): PatrolResult {
  return { kind: 'leave_asked', substitute: state === 'asked' ? (withPerson?.name ?? '') : '', days: [shift.date] };
}

/** The slot of a request's message: with each who has it, later states edit it. */
export function requestSlot(request: Pick<ShiftRequest, 'id'>): string {
  return `shift-request:${request.id}`;
}

/** The slot of the same card where it is shown once more, at the start of the shift. */
export function startSlot(request: Pick<ShiftRequest, 'id'>): string {
  return `${requestSlot(request)}:start`;
}

/** Puts a request before whoever has to say something to it now: the other one, then the leaders. As it stands then. */
export async function passOn(work: Work, view: ShiftView, request: ShiftRequest): Promise<ShiftRequest> {
  const notice = { kind: 'shift_request', requestId: request.id } as const;
  const manner = { priority: 'reminder', slot: requestSlot(request) } as const;
  if (request.state === 'asked' && request.withPersonId !== null) {
    if (await toPerson(work, request.withPersonId, notice, manner)) return request;
    // Nobody can be asked by chat: the leader rings.
    const unasked: ShiftRequest = { ...request, state: 'agreed' };
    await work.tx.shifts.putRequest(unasked);
    return passOn(work, view, unasked);
  }
  let told = 0;
  for (const leader of await leadersOf(work, view)) {
    // A leader who wants to be away is let go by somebody else.
    if (leader !== request.personId && (await toPerson(work, leader, notice, manner))) told += 1;
  }
  if (told === 0) await toCommand(work, notice, manner);
  return request;
}

/** Whoever it was put before turns out to be out of reach, and is known to be by now: whoever is next has it. */
export async function passOnAnew(work: Work, id: RequestId): Promise<void> {
  const found = await work.tx.shifts.request(id);
  const view = found === null ? null : await work.tx.shifts.lock(found.shiftId);
  const request = await work.tx.shifts.request(id);
  if (view === null || request === null) return;
  if (request.state === 'asked' || request.state === 'agreed') await passOn(work, view, request);
}

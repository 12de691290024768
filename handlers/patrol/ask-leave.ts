import type { PersonId, RequestId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift, ShiftRequest } from '../../core/shift.ts';
import { toPerson } from '../hazard/show-hazard.ts';
import { toCommand } from '../incident/command-rooms.ts';
import { traceShift, type Work } from '../work.ts';

/** What somebody of a crew wishes. */
export interface Wish {
  kind: ShiftRequest['kind'];
  /** Who swaps or stands in; null: nobody was named. */
  withPerson: Person | null;
  /** The shift that is taken in exchange; null: none. */
  withShift: Shift | null;
  words: string;
}

/**
 * Takes the wish to be away, to swap or to be stood in for: the other one is asked first, then a leader decides. The shift must
 * be locked before. Asked twice, it is the same wish with the newest words.
 */
export async function askLeave(work: Work, view: ShiftView, person: Person, wish: Wish): Promise<PatrolResult> {
  const { shift, people } = view;
  const own = people.find(({ personId }) => personId === person.id);
  if (own === undefined || (shift.state !== 'planned' && shift.state !== 'running')) return { kind: 'shift_none' };
  if (own.state === 'leave') return { kind: 'shift_already', by: '' };
  const other = wish.withPerson?.id === person.id ? null : wish.withPerson;
  const known = (await work.tx.shifts.openRequests(shift.id)).find(({ personId }) => personId === person.id);
  const request: ShiftRequest = {
    id: known?.id ?? work.ids.next<RequestId>(work.now),
    token: known?.token ?? work.ids.token(),
    kind: other === null ? 'leave' : wish.kind === 'leave' ? 'stand_in' : wish.kind,
    shiftId: shift.id,
    personId: person.id,
    withPersonId: other?.id ?? null,
    withShiftId: other === null ? null : (wish.withShift?.id ?? null),
    state: other === null ? 'agreed' : 'asked',
    words: wish.words,
    askedAt: known?.askedAt ?? work.now,
    decidedById: null,
    decidedAt: null,
  };
  await work.tx.shifts.putRequest(request);
  await traceShift(work, shift, 'request_made', person.id, {
    request: request.id,
    kind: request.kind,
    with: other?.id,
  });
  await passOn(work, view, request);
  return { kind: 'leave_asked', substitute: other?.name ?? '' };
}

/** The slot of a request's message: with each who has it, later states edit it. */
export function requestSlot(request: Pick<ShiftRequest, 'id'>): string {
  return `shift-request:${request.id}`;
}

/** Puts a request before whoever has to say something to it now: the other one, then the leaders. */
export async function passOn(work: Work, view: ShiftView, request: ShiftRequest): Promise<void> {
  const notice = { kind: 'shift_request', requestId: request.id } as const;
  const manner = { priority: 'reminder', slot: requestSlot(request) } as const;
  if (request.state === 'asked' && request.withPersonId !== null) {
    if (await toPerson(work, request.withPersonId, notice, manner)) return;
    // Nobody can be asked by chat: the leader rings.
    await work.tx.shifts.putRequest({ ...request, state: 'agreed' });
  }
  const leaders = (await leadersOf(work, view)).filter((id) => id !== request.personId);
  const told = await Promise.all(leaders.map((id) => toPerson(work, id, notice, manner)));
  if (!told.includes(true)) await toCommand(work, notice, manner);
}

/** Who leads the teams of a shift. */
export async function leadersOf(work: Work, { shift }: Pick<ShiftView, 'shift'>): Promise<PersonId[]> {
  const teams = (await work.tx.people.teams()).filter(({ id }) => shift.teamIds.includes(id));
  return [...new Set(teams.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId])))];
}

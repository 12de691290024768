import type { PatrolResult } from '../../core/tap-result.ts';
import type { Person, Place, Room } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { isCrew } from '../../core/shift-choice.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import type { Work } from '../work.ts';
import { directRoomOf } from '../hazard/show-hazard.ts';
import { roomsOfShift } from './shift-rooms.ts';
import { takeCheckIn } from './take-check-in.ts';

/** A duty of somebody that takes check-ins now, and its point at a place. */
export interface DutyAt {
  view: ShiftView;
  point: ShiftPoint;
}

/** The duty of this person that has a point at this place; null: none, now. */
export async function dutyAt(work: Work, person: Pick<Person, 'id'>, place: Pick<Place, 'id'>): Promise<DutyAt | null> {
  for (const view of await work.tx.shifts.current(person.id, null, work.now)) {
    const point = view.points.find(({ placeId }) => placeId === place.id);
    if (point !== undefined && isCrew(view, person.id)) return { view, point };
  }
  return null;
}

/**
 * Somebody scanned the sign at a point with a phone that is known as theirs, and said that they are there. Answered on the page
 * alone.
 * @param words the word at the point, where it has one; '' none
 */
export async function checkInBySign(work: Work, person: Person, place: Place, words: string): Promise<PatrolResult> {
  const duty = person.active ? await dutyAt(work, person, place) : null;
  const room = duty === null ? null : await roomFor(work, person, duty.view);
  if (duty === null || room === null) return { kind: 'shift_none' };
  const taken = await takeCheckIn(work, duty.view.shift.id, {
    person,
    room,
    messageId: null,
    albumId: null,
    quotedMessageId: null,
    words,
    photos: 0,
    forwarded: false,
    position: null,
    points: [],
    leftOut: [],
    notThere: [],
    place: '',
    code: place.code,
    scanned: true,
    again: false,
    late: false,
    correction: false,
    time: null,
    ok: null,
    proxy: '',
    as: 'named',
    unsure: false,
    answered: true,
  });
  return taken.kind === 'taken' ? taken.result : { kind: 'shift_none' };
}

/** Where a check-in by the sign belongs: the person's own chat, else the team's group. */
async function roomFor(work: Work, person: Person, view: ShiftView): Promise<Room | null> {
  const id = (await directRoomOf(work, person.id)) ?? (await roomsOfShift(work, view))[0];
  return id === undefined ? null : work.tx.rooms.byId(id);
}

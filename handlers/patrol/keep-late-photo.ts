import { isAfterEnd, type CheckIn } from '../../core/check-in.ts';
import type { ShiftId } from '../../core/ids.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { sameCheckIn } from '../../core/same-check-in.ts';
import { isCrew } from '../../core/shift-choice.ts';
import { whichPoint } from '../../core/which-point.ts';
import { directRoomOf } from '../hazard/show-hazard.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { checkInFrom, cluesOf, sentOf, soFar, type CheckInTold } from './check-in-told.ts';
import { claimFiles } from './claim-check-in-files.ts';
import { keepCheckIn, type Walked } from './keep-check-in.ts';
import { checkInOfSubject } from './weigh-doubts.ts';

/**
 * A picture that comes after its shift was summed up: it is kept, changes no number, and the leader gets to see it. Null: it is of
 * no shift that is over, or nobody's of its crew.
 */
export async function keepLatePhoto(work: Work, id: ShiftId, told: CheckInTold): Promise<PatrolResult | null> {
  const view = await work.tx.shifts.lock(id);
  if (view === null || !isOver(view) || !isCrew(view, told.person.id)) return null;
  const walked: Walked = { view, checkIns: await work.tx.shifts.checkIns(id) };
  const same = sameCheckIn(sentOf(work, told), walked.checkIns);
  if (same.kind === 'twice') return { kind: 'shift_already', by: '' };
  // A picture that was sent before the end stays as it was counted.
  const before = same.kind === 'more' && isAfterEnd(same.of, view.shift) ? same.of : null;
  const fresh = before ?? { ...(await checkInFrom(work, view, told)), ...where(work, walked, told) };
  const photos = (before?.photos ?? 0) + told.photos;
  const receivedAt = before?.receivedAt ?? work.now;
  const late: CheckIn = { ...fresh, state: 'extra', n: null, afterwards: true, photos, receivedAt };
  await keepCheckIn(work, walked, late);
  await claimFiles(work, late, told);
  await showLeaders(work, view, 'everywhere');
  return { kind: 'late_photo' };
}

function isOver({ shift }: ShiftView): boolean {
  return shift.state === 'ended' || shift.state === 'unstaffed';
}

/** Where it was, as far as the words say; what would be expected next says nothing any more. */
function where(work: Work, walked: Walked, told: CheckInTold): Pick<CheckIn, 'placeId'> {
  const which = whichPoint(cluesOf(work, walked.view, told), soFar(work, walked));
  if (which.kind !== 'points' || which.source === 'next') return { placeId: null };
  return { placeId: walked.view.points.find(({ n }) => n === which.ns[0])?.placeId ?? null };
}

/** The late picture is there to be looked at: those see it whose message can be changed, and all whom it was not sent before. */
export async function showLatePhoto(work: Work, file: KeptFile): Promise<void> {
  const id = checkInOfSubject(file.subject);
  const checkIn = id === null ? null : await work.tx.shifts.checkIn(id);
  const view = checkIn === null ? null : await work.tx.shifts.view(checkIn.shiftId);
  if (checkIn === null || view === null || !isOver(view) || !isAfterEnd(checkIn, view.shift)) return;
  const room = await work.tx.rooms.byId(checkIn.roomId);
  await showLeaders(work, view, room?.kind === 'group' ? 'edits' : 'everywhere');
}

async function showLeaders(work: Work, { shift }: ShiftView, to: 'everywhere' | 'edits'): Promise<void> {
  for (const leader of await leadersOf(work, { shift })) {
    const roomId = await directRoomOf(work, leader);
    const room = roomId === null ? null : await work.tx.rooms.byId(roomId);
    if (room === null || (to === 'edits' && !work.can(room.platform).edit)) continue;
    const notice = { kind: 'check_in_late', shiftId: shift.id } as const;
    const manner = { priority: 'reminder', slot: `late-photos:${shift.id}`, reader: leader } as const;
    await toRooms(work, [room.id], notice, manner);
  }
}

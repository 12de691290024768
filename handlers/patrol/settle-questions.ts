import type { Instant } from '../../core/clock.ts';
import type { PersonId, RoomId } from '../../core/ids.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Shift, ShiftPoint } from '../../core/shift.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { leadersOf } from './leaders-of.ts';
import { roomsOfShift } from './shift-rooms.ts';

/** Under which a question about points stands: those that the team was asked about, or its leaders told of, at one time. */
export function questionSlot({ id }: Pick<Shift, 'id'>, to: 'team' | 'leader', at: Instant): string {
  return `points-${to}:${id}:${String(at)}`;
}

/**
 * Takes the buttons off questions that are answered or over, where they stand and can be edited. To be called when points are no
 * longer open; the view is as it is then.
 * @param ns the points that were open until now
 */
export async function settleQuestions(work: Work, view: ShiftView, ns: readonly number[]): Promise<void> {
  const asked = view.points.filter(({ askedAt }) => askedAt !== null);
  for (const [at, points] of settled(view, asked, ns, ({ askedAt }) => askedAt)) {
    const notice = { kind: 'points_missing', shiftId: view.shift.id, points, settled: true } as const;
    await redraw(work, await teamChats(work, view), notice, questionSlot(view.shift, 'team', at));
  }
  for (const [at, points] of settled(view, asked, ns, ({ toldAt }) => toldAt)) {
    const notice = { kind: 'points_missing_leader', shiftId: view.shift.id, points, settled: true } as const;
    const slot = questionSlot(view.shift, 'leader', at);
    for (const leader of await leadersOf(work, view)) {
      const chats = await work.tx.people.channelsOf(leader);
      await redraw(
        work,
        chats.map(({ roomId }) => roomId),
        notice,
        slot,
        leader,
      );
    }
  }
}

/** The questions that one of these points belongs to and that wait for nothing any more. */
function settled(
  { shift }: ShiftView,
  asked: readonly ShiftPoint[],
  ns: readonly number[],
  when: (point: ShiftPoint) => Instant | null,
): [Instant, number[]][] {
  const isOver = shift.state !== 'running' && shift.state !== 'closing';
  return [...Map.groupBy(asked, when)].flatMap(([at, points]): [Instant, number[]][] => {
    const isMeant = points.some(({ n }) => ns.includes(n));
    const isOpen = points.some(({ state }) => state === 'open') && !isOver;
    return at === null || !isMeant || isOpen ? [] : [[at, points.map(({ n }) => n)]];
  });
}

/** The team's groups, and the chats of those who may have been asked alone. */
async function teamChats(work: Work, view: ShiftView): Promise<RoomId[]> {
  const groups = await roomsOfShift(work, view);
  if (groups.length > 0) return groups;
  const chats = await Promise.all(view.people.map(({ personId }) => work.tx.people.channelsOf(personId)));
  return chats.flat().map(({ roomId }) => roomId);
}

async function redraw(
  work: Work,
  rooms: readonly RoomId[],
  notice: PublicNotice,
  slot: string,
  reader?: PersonId,
): Promise<void> {
  for (const roomId of rooms) {
    const room = await work.tx.rooms.byId(roomId);
    if (room === null || !work.can(room.platform).edit) continue;
    if ((await work.tx.outbox.standingIn(roomId, slot)) === null) continue;
    await toRooms(work, [roomId], notice, { priority: 'card', slot, ...(reader === undefined ? {} : { reader }) });
  }
}

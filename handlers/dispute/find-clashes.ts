import type { Instant } from '../../core/clock.ts';
import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { clashesOf, occupiedBy, type Clash } from '../../core/session-clash.ts';
import type { Session } from '../../core/session.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { Work } from '../work.ts';

/** More open matters than one mediator, or one room, has at once. */
const most = 200;

/** Which of these times its mediator, or the room of its committee, has given away already. */
export async function findClashes(
  work: Work,
  matter: Matter,
  session: Pick<Session, 'n' | 'minutes' | 'mediatorId'>,
  times: readonly Instant[],
): Promise<Clash[]> {
  // Counting locks the row, so that two who book at once follow one another.
  await work.tx.settings.take('sessions:turns', 1);
  const { id, kind, roomCode } = matter;
  const own = await work.tx.matters.ofPerson(session.mediatorId, ['owner'], { over: false, limit: most });
  const inRoom =
    kind === 'dispute' && roomCode !== ''
      ? await work.tx.matters.list({ kinds: ['dispute'], states: ['accepted', 'mediating'], roomCode }, most)
      : [];
  const others = new Map([...inRoom, ...own].map((one) => [one.id, one]));
  // As it is now, and not as it was kept last.
  const known = [...others.set(id, matter).values()];
  return clashesOf(times, session.minutes, occupiedBy({ matter, session }, known));
}

/** The times that cannot be had, as whoever has the matter is told. `left`: the sides were asked about so many others. */
export function timesTaken(work: Pick<Work, 'zone'>, clashes: readonly Clash[], left: number): MatterResult {
  const taken = clashes.map(({ at, number, why }) => {
    const { date, clock } = zoneTime(at, work.zone.timeZone);
    return { date, clock, number, why };
  });
  return { kind: 'matter_times_taken', taken, left };
}

import type { Matter } from '../../core/matter.ts';
import type { Room } from '../../core/people.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

const pointerSlot = ({ id }: Pick<Matter, 'id'>): string => `matter-pointer:${id}`;

/** The groups of the team that has the same code as a room of the zone file. */
async function groupsOf(work: Work, code: string): Promise<Room[]> {
  const team = (await work.tx.people.teams()).find((one) => one.active && one.code === code);
  const rooms = team === undefined ? [] : await work.tx.rooms.ofTeam(team.id);
  return rooms.filter(({ kind, state }) => kind === 'group' && state === 'open');
}

/** The group of the room's team hears that something waits: the number, and nothing else. Of clues it hears nothing. */
export async function pointInGroup(work: Work, matter: Matter, roomCode: string): Promise<void> {
  if (matter.kind === 'crime_clue') return;
  const groups = (await groupsOf(work, roomCode)).map(({ id }) => id);
  const notice = { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' } as const;
  await toRooms(work, groups, notice, { priority: 'reminder', slot: pointerSlot(matter) });
}

/** Somebody has it: where it was said that something waits the same message says so, if it can be edited. */
export async function endPointers(work: Work, matter: Matter): Promise<void> {
  const slot = pointerSlot(matter);
  const notice = { kind: 'matter_pointer', matterId: matter.id, why: 'waiting' } as const;
  for (const code of new Set(matter.body.route.map(({ room }) => room)))
    for (const { id, platform } of await groupsOf(work, code))
      if (work.can(platform).edit && (await work.tx.outbox.standingIn(id, slot)) !== null)
        await toRooms(work, [id], notice, { priority: 'card', slot });
}

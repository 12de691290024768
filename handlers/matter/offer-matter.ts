import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import { askAgainMs, isLastWord, toldUnanswered } from '../../core/matter-unanswered.ts';
import { minutesToTake } from '../../core/matter-time.ts';
import type { Person } from '../../core/people.ts';
import { isSide } from '../../core/matter-permission.ts';
import type { MatterRoom } from '../../core/zone/private-rules.ts';
import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';
import { peopleSigned, roomNamed, whoCanTake } from './matter-room.ts';
import { offerSlot, setStandings, showAnew, thoseWho } from './matter-standings.ts';
import { pointInGroup } from './point-in-group.ts';
import { privateRules } from './rules.ts';
import { sayPrivately } from './say-privately.ts';
import { tellUnanswered } from './tell-unanswered.ts';

const minute = 60_000;

/** Whether it looks for somebody who takes it. */
export function isOpenToTake({ state, ownerId }: Pick<Matter, 'state' | 'ownerId'>): boolean {
  return ownerId === null && state !== 'telling' && state !== 'ended' && state !== 'performed' && state !== 'archived';
}

/**
 * Offers a matter to everybody of the room of its stop who can take it now; where nobody can, to the next room's, and so on. When
 * the way is at its end, the desk and the leaders are told. The matter as it is then is given back.
 * @param matter locked, and looking for somebody
 */
export async function offerMatter(work: Work, matter: Matter): Promise<Matter> {
  const { route } = matter.body;
  for (let stop = matter.stop; stop < route.length; stop += 1) {
    const room = roomNamed(work, route[stop]?.room ?? '');
    const people = room === null ? [] : await whoCanTake(work, room, matter);
    if (room !== null && people.length > 0) return offerTo(work, { ...matter, stop }, room, people);
  }
  return leaveUnanswered(work, matter);
}

async function offerTo(work: Work, matter: Matter, room: MatterRoom, people: readonly Person[]): Promise<Matter> {
  const before = await thoseWho(work, matter, 'offered');
  const desk = await deskFor(work, matter, room);
  const dueAt = work.now + takeMs(work, matter);
  const offered = await put(work, { ...matter, roomCode: room.code, dueAt });
  const ids = people.map(({ id }) => id);
  await setStandings(work, matter, { offered: ids, desk: [...desk.here, ...desk.stays] });
  const notice = { kind: 'matter_offer', matterId: matter.id } as const;
  const slot = offerSlot(matter);
  const priority = matter.urgent ? 'order' : 'answer';
  for (const id of ids) await sayPrivately(work, id, notice, { priority, slot });
  for (const id of desk.here.filter((one) => !ids.includes(one)))
    await sayPrivately(work, id, notice, { priority: matter.urgent ? 'order' : 'reminder', slot });
  // Whoever was asked before and is not any more sees that it has gone on.
  const gone = before.filter((id) => !ids.includes(id));
  await showAnew(work, gone, notice, slot);
  await pointInGroup(work, matter, room.code);
  await setTimer(work, 'matter_offer', matter.id, dueAt);
  await traceMatter(work, matter, 'matter_offered', null, { room: room.code, stop: matter.stop, people: ids.length });
  return offered;
}

/** Who keeps the room's desk; whoever took the matter in at the reception stays, the desks of rooms before do not. */
async function deskFor(work: Work, matter: Matter, room: MatterRoom): Promise<{ here: PersonId[]; stays: PersonId[] }> {
  const here = (await peopleSigned(work, room.desk)).filter((person) => !isSide(person, matter)).map(({ id }) => id);
  const signs = matter.body.route.flatMap((stop) => roomNamed(work, stop.room)?.desk ?? []);
  const ofRooms = new Set((await peopleSigned(work, [...new Set(signs)])).map(({ id }) => id));
  const stays = (await thoseWho(work, matter, 'desk')).filter((id) => !ofRooms.has(id));
  return { here, stays };
}

/** How long somebody has to take it before the next are asked. */
export function takeMs(work: Work, matter: Pick<Matter, 'kind' | 'urgent'>): number {
  return minutesToTake(privateRules(work), matter) * minute;
}

/** What has not come to an agreement yet waits for its mediator; what was agreed stands without one. */
const untilTaken: ReadonlySet<Matter['state']> = new Set<Matter['state']>([
  'reported',
  'assigned',
  'accepted',
  'mediating',
]);

async function put(work: Work, matter: Matter): Promise<Matter> {
  const state = untilTaken.has(matter.state) ? 'screened' : matter.state;
  const kept: Matter = { ...matter, state, changedAt: work.now };
  await work.tx.matters.put(kept);
  return kept;
}

/**
 * Nobody on the way can take it, or all had their time: the desk and the leaders are told whom they can ring. Whoever was asked
 * last can still take it; after a while everybody is asked anew, since others are on duty then. After the last word only people ask.
 */
async function leaveUnanswered(work: Work, matter: Matter): Promise<Matter> {
  const stop = matter.body.route.length;
  const told = toldUnanswered(matter);
  const last = isLastWord(told);
  const dueAt = work.now + askAgainMs(told);
  const kept = await put(work, { ...told, stop, dueAt: last ? null : dueAt });
  await tellUnanswered(work, kept);
  if (!last) await setTimer(work, 'matter_offer', matter.id, dueAt);
  return kept;
}

/** Its time is over and nobody took it: the next room is asked; past the end of the way it begins anew, and who was busy may be free. */
export async function offerOn(work: Work, matter: Matter): Promise<Matter> {
  if (matter.stop < matter.body.route.length) return offerMatter(work, { ...matter, stop: matter.stop + 1 });
  const passes = matter.body.passes.filter(({ why }) => why !== 'busy');
  return offerMatter(work, { ...matter, stop: 0, body: { ...matter.body, passes } });
}

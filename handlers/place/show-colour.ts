import { leaderOf } from '../hazard/find-people.ts';
import { hazardRules } from '../hazard/rules.ts';
import type { RoomId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';
import type { PlaceColour } from '../../core/place-colour.ts';
import { commandRooms } from '../incident/command-rooms.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';

/** Where a colour is decided on: with the command, and with the leader of the place's area. */
async function deciders(work: Work, place: Place): Promise<RoomId[]> {
  const by = { rules: hazardRules(work), places: work.zone.places };
  const leader = await leaderOf(work.tx.people, by, { kinds: [], placeId: place.id, position: null });
  const [channel] = leader === null ? [] : await work.tx.people.channelsOf(leader.id);
  return [...new Set([...(await commandRooms(work)), ...(channel === undefined ? [] : [channel.roomId])])];
}

/** Shows the proposal where it is decided on; its later states edit the same message, the next proposal is a new one. */
export async function showColour(work: Work, place: Place, { proposal }: PlaceColour): Promise<void> {
  if (proposal === null) return;
  await toRooms(
    work,
    await deciders(work, place),
    { kind: 'place_colour', placeId: place.id, at: proposal.at },
    { priority: 'card', slot: `place-colour:${place.id}:${String(proposal.at)}` },
  );
}

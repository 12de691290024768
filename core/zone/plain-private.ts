import { matterRoomSchema, usualPrivateRules, type MatterRoom, type PrivateRules } from './private-rules.ts';
import type { ZoneFileInput } from './schema.ts';
import { unusual } from './unusual.ts';

type Input = NonNullable<ZoneFileInput['private']>;

/** What a room is when only what is needed is said. */
const usualRoom = matterRoomSchema.parse({ code: 'x', name: 'x' });

function plainRoom(room: MatterRoom): NonNullable<Input['rooms']>[number] {
  return unusual(room, usualRoom, ['code', 'name']);
}

/** Rules for private matters as their file would write them, only what differs from the usual; undefined: nothing does. */
export function plainPrivate(rules: PrivateRules): Input | undefined {
  const said = unusual({ ...rules, rooms: rules.rooms.map(plainRoom) }, usualPrivateRules, []);
  return Object.keys(said).length === 0 ? undefined : said;
}

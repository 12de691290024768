import type { PersonId, RoomId } from '../../core/ids.ts';
import { platforms } from '../../core/message.ts';
import type { Platform } from '../../core/message.ts';
import type { Role } from '../../core/people.ts';
import { and, eq } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Values, Writing } from '../query.ts';

/** A direct room where the bot can write to a person. */
export interface Channel {
  platform: Platform;
  roomId: RoomId;
}

/** Open identities with an open direct room. */
const openChannels = ({ db, tables: { identities, rooms } }: Writing) =>
  db
    .select({ personId: identities.personId, platform: identities.platform, roomId: rooms.id })
    .from(identities)
    .innerJoin(rooms, and(eq(rooms.id, identities.roomId), eq(rooms.state, 'open')));

const channelsOfPerson = query((on, given: Values<{ personId: PersonId }>) => {
  const { identities } = on.tables;
  return openChannels(on).where(and(eq(identities.personId, given.personId), eq(identities.state, 'open')));
});

const channelsOfRole = query((on, given: Values<{ role: Role }>) => {
  const { identities, personRoles } = on.tables;
  return openChannels(on)
    .innerJoin(personRoles, eq(personRoles.personId, identities.personId))
    .where(and(eq(personRoles.role, given.role), eq(identities.state, 'open')));
});

/** The person's channels in the order to try them. */
export async function channelsOf(handle: Handle, personId: PersonId): Promise<Channel[]> {
  return inOrder(await handle.run(channelsOfPerson, { personId }));
}

/** The same for everybody who holds the role, by person. */
export async function channelsByPerson(handle: Handle, role: Role): Promise<Map<PersonId, Channel[]>> {
  const rows = await handle.run(channelsOfRole, { role });
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, channels]) => [personId, inOrder(channels)]));
}

function inOrder(channels: readonly Channel[]): Channel[] {
  return channels
    .map(({ platform, roomId }) => ({ platform, roomId }))
    .sort((a, b) => platforms.indexOf(a.platform) - platforms.indexOf(b.platform));
}

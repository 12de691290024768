import type { Ids, IdentityId, PersonId, RoomId, TeamId } from '../core/ids.ts';
import type { Instant } from '../core/clock.ts';
import type { Language } from '../core/message.ts';
import type { Person, Room } from '../core/people.ts';
import type { Tx } from '../core/ports/store.ts';
import type { Chance } from './chance.ts';
import type { DrillPlatform } from './chat-rules.ts';

/** A group on a simulated platform. */
export interface DrillGroup {
  externalId: string;
  title: string;
}

/** Somebody of the drill, with the platforms on which they are simulated, the preferred one first. */
export interface Player {
  person: Person;
  /** What every platform calls them, and their direct chat with the bot. */
  externalId: string;
  platforms: readonly [DrillPlatform, ...DrillPlatform[]];
  /** Their squad's group, which is on Telegram as all groups of a drill are. */
  squad: DrillGroup | null;
}

/** Everybody and every group of a drill. */
export interface Cast {
  officer: Player | null;
  rescuers: readonly Player[];
  command: DrillGroup;
  groups: readonly DrillGroup[];
}

/** What the phones are handed out with. */
export interface Casting {
  tx: Tx;
  now: Instant;
  ids: Ids;
  chance: Chance;
  language: Language;
  /** Titles of the groups that the zone does not name. */
  titles: { command: string; squad: string };
}

/**
 * Gives the people of a zone simulated phones in place of every identity that they have, and moves every group to the
 * simulated platform: whatever the zone file says, nobody real can be reached. A rescuer whom the zone reaches on some
 * platform has a phone; in a zone that reaches nobody yet every rescuer has one.
 */
export async function handOutPhones(casting: Casting): Promise<Cast> {
  const groups = await moveGroups(casting);
  const people = (await casting.tx.people.all()).filter(({ active }) => active).toSorted(byCallSign);
  const reached = new Set<PersonId>();
  for (const person of people) if (await takeIdentities(casting, person)) reached.add(person.id);
  const rescuers = people.filter(({ roles }) => roles.includes('rescuer'));
  const named = rescuers.filter(({ id }) => reached.has(id));
  const officer = people
    .filter(({ roles }) => roles.includes('duty_officer'))
    .toSorted((a, b) => Number(b.duty === 'on_duty') - Number(a.duty === 'on_duty'))[0];
  const squadOf = await squads(casting, groups);
  const players: Player[] = [];
  for (const person of named.length > 0 ? named : rescuers) {
    if (person.id !== officer?.id)
      players.push(await handOut(casting, person, squadOf(person), platformsOf(casting, person)));
  }
  return {
    officer: officer === undefined ? null : await handOut(casting, officer, null, ['telegram']),
    rescuers: players,
    command: groups.find(({ purpose }) => purpose === 'command') ?? (await addGroup(casting, 'command')),
    groups: (await casting.tx.rooms.groupsOn('telegram')).map(({ externalId, title }) => ({ externalId, title })),
  };
}

const byCallSign = (a: Person, b: Person): number => ((a.callSign ?? a.id) < (b.callSign ?? b.id) ? -1 : 1);

/** Some have Telegram, some WeChat, some both. */
function platformsOf({ chance }: Casting, person: Person): Player['platforms'] {
  const draw = chance.of(person.callSign ?? person.name).next();
  if (draw < 0.5) return ['telegram'];
  return draw < 0.75 ? ['telegram', 'wechat'] : ['wechat'];
}

async function moveGroups({ tx, language }: Casting): Promise<Room[]> {
  const moved: Room[] = [];
  for (const room of await tx.rooms.all()) {
    if (room.kind !== 'group') continue;
    const externalId = `${room.platform}:${room.externalId}`;
    const title = room.title === '' ? room.externalId : room.title;
    const group: Room = { ...room, platform: 'telegram', externalId, title, language, state: 'open' };
    await tx.rooms.put(group);
    moved.push(group);
  }
  return moved;
}

async function addGroup({ tx, ids, now, language, titles }: Casting, purpose: 'command' | 'squad'): Promise<Room> {
  const room: Room = {
    id: ids.next<RoomId>(now),
    platform: 'telegram',
    externalId: `drill:${purpose}`,
    kind: 'group',
    purpose,
    title: titles[purpose],
    language,
    teamId: null,
    state: 'open',
  };
  await tx.rooms.put(room);
  return room;
}

/** Takes away how platforms know somebody. True: somebody could be reached by it. */
async function takeIdentities({ tx }: Casting, person: Person): Promise<boolean> {
  const identities = (await tx.people.identitiesOf(person.id)).filter(({ state }) => state !== 'replaced');
  for (const identity of identities) await tx.people.setIdentityState(identity.id, 'replaced');
  return identities.length > 0;
}

/** Who belongs into which squad's group. In a zone without such a group all rescuers share one. */
async function squads(casting: Casting, groups: readonly Room[]): Promise<(person: Person) => DrillGroup | null> {
  const squadRooms = groups.filter(({ purpose }) => purpose === 'squad');
  if (squadRooms.length === 0) {
    const shared = await addGroup(casting, 'squad');
    return () => shared;
  }
  const members = new Map<PersonId, TeamId[]>();
  for (const team of await casting.tx.people.teams()) {
    for (const id of team.memberIds) members.set(id, [...(members.get(id) ?? []), team.id]);
  }
  return ({ id }) =>
    squadRooms.find(({ teamId }) => teamId === null || members.get(id)?.includes(teamId) === true) ?? null;
}

async function handOut(
  { tx, ids, now, language }: Casting,
  person: Person,
  squad: DrillGroup | null,
  platforms: Player['platforms'],
): Promise<Player> {
  const externalId = `drill:${person.callSign ?? person.id}`;
  const player = { ...person, language };
  await tx.people.put(player);
  for (const platform of platforms) {
    const roomId = ids.next<RoomId>(now);
    await tx.rooms.put({
      id: roomId,
      platform,
      externalId,
      kind: 'direct',
      purpose: 'direct',
      title: '',
      language,
      teamId: null,
      state: 'open',
    });
    const id = ids.next<IdentityId>(now);
    await tx.people.putIdentity({ id, personId: person.id, platform, externalId, roomId, state: 'open' });
  }
  return { person: player, externalId, platforms, squad };
}

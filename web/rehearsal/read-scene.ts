import type { CastSide, RehearsalTexts } from '../../bot/texts/web-texts.ts';
import { directRoomOf } from '../../bot/web-chat/submission.ts';
import type { Language } from '../../core/message.ts';
import type { Person, Room, RoomPurpose, Team } from '../../core/people.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { rehearsalLanguageKey } from '../../handlers/rehearsal/speak.ts';
import type { CastMember, Scenario, Scene, SceneRoom, Spot } from './scene.ts';

/** What the rehearsal room knows of its zone. */
export interface SceneZone {
  name: Readonly<Record<Language, string>>;
  timeZone: string;
  /** Everybody's words, by language. */
  texts: Readonly<Record<Language, RehearsalTexts>>;
}

/** A scene without what changes all the time. */
export type SceneFrame = Omit<Scene, 'messages' | 'now'>;

/** How many messages of each room are shown. */
const MESSAGES_SHOWN = 150;
const PHONES = 4;

/** Who and what is on the stage: everything but the messages. */
export async function readFrame(read: Reads, zone: SceneZone): Promise<SceneFrame> {
  const language: Language = (await read.settings.get(rehearsalLanguageKey)) === 'en' ? 'en' : 'zh';
  const texts = zone.texts[language];
  const rooms = (await read.rooms.all()).filter(({ platform, state }) => platform === 'web' && state === 'open');
  const players = await playersOf(read, rooms);
  const cast = players.map(({ id, person }, place) => castMember(id, person, place));
  return {
    language,
    zoneName: zone.name[language],
    timeZone: zone.timeZone,
    cast,
    phones: firstPhones(cast),
    rooms: sceneRooms(rooms, players, await read.people.teams(), texts),
    spots: await spotsOf(read, texts),
    scenarios: [...scenariosOf(cast), ...(await nightPatrol(read, rooms, players)), ...dispute(rooms, players)],
    texts,
  };
}

/** The newest messages of these rooms. */
export function readMessages(read: Reads, rooms: readonly string[]): Promise<WebMessage[]> {
  return read.webMessages.of(rooms, MESSAGES_SHOWN);
}

interface Player {
  id: string;
  person: Person;
}

/** Whoever has a direct room in the web chat can be played. */
async function playersOf(read: Reads, rooms: readonly Room[]): Promise<Player[]> {
  const players = await Promise.all(
    rooms.map(async (room): Promise<Player[]> => {
      const id = room.kind === 'direct' ? /^direct:(.+)$/.exec(room.externalId)?.[1] : undefined;
      const known = id === undefined ? null : await read.people.bySender('web', id);
      return id !== undefined && known?.person.active === true ? [{ id, person: known.person }] : [];
    }),
  );
  const rank = ({ person }: Player): number => sides.indexOf(sideOf(person));
  return players.flat().sort((a, b) => rank(a) - rank(b) || byName(a.person, b.person));
}

const sides: readonly CastSide[] = ['resident', 'rescuer', 'officer', 'mediator', 'other'];

function sideOf({ roles }: Person): CastSide {
  if (roles.includes('duty_officer') || roles.includes('admin')) return 'officer';
  if (roles.includes('rescuer')) return 'rescuer';
  if (roles.includes('resident')) return 'resident';
  return roles.includes('mediator') ? 'mediator' : 'other';
}

function byName(a: Person, b: Person): number {
  return spokenName(a).localeCompare(spokenName(b), 'zh-Hans-CN', { numeric: true });
}

function castMember(id: string, person: Person, place: number): CastMember {
  const { callSign, name, base } = person;
  const side = sideOf(person);
  const shown = side === 'rescuer' && callSign !== null ? callSign : name;
  const other = side === 'rescuer' ? name : (callSign ?? '');
  const alias = side === 'resident' || other === shown ? '' : other;
  const colours = coloursOf[side];
  return { id, name: shown, alias, side, base, colour: colours[place % colours.length] ?? 0 };
}

/** Each side has its own colours, so that one sees at a glance who speaks. */
const coloursOf: Readonly<Record<CastSide, readonly number[]>> = {
  resident: [1, 4],
  rescuer: [0, 3, 4],
  officer: [2],
  mediator: [3],
  other: [5],
};

/** A resident, two rescuers of different squads, an officer; then whoever comes first. */
function firstPhones(cast: readonly CastMember[]): string[] {
  const of = (side: CastSide): CastMember[] => cast.filter((member) => member.side === side);
  const rescuers = of('rescuer');
  const second = rescuers.find(({ name }) => name.charAt(0) !== rescuers[0]?.name.charAt(0)) ?? rescuers[1];
  const wanted = [of('resident')[0], rescuers[0], second, of('officer')[0], ...cast];
  return [...new Set(wanted.flatMap((member) => (member === undefined ? [] : [member.id])))].slice(0, PHONES);
}

function sceneRooms(
  rooms: readonly Room[],
  players: readonly Player[],
  teams: readonly Team[],
  { botName, groupName }: RehearsalTexts,
): SceneRoom[] {
  return rooms.map((room) => ({
    id: room.externalId,
    kind: room.kind,
    purpose: room.purpose,
    title: room.title,
    shownAs: room.kind === 'direct' ? botName : (groupName?.[nameOf(room, teams)] ?? room.title),
    members: players.filter((player) => isIn(room, player, teams)).map(({ id }) => id),
  }));
}

/** By which name a group goes: the duty's own has no purpose of its own. */
function nameOf({ purpose, teamId }: Room, teams: readonly Team[]): RoomPurpose | 'duty' {
  const isDuty = teams.some(({ id, kind }) => id === teamId && kind === 'duty');
  return purpose === 'other' && isDuty ? 'duty' : purpose;
}

/** Who is in a web room: a platform would know; here the team's members are, and otherwise whoever the room is for. */
function isIn(room: Room, { id, person }: Player, teams: readonly Team[]): boolean {
  if (room.kind === 'direct') return room.externalId === directRoomOf(id);
  const team = teams.find((one) => one.id === room.teamId);
  if (team !== undefined && team.memberIds.includes(person.id)) return true;
  const side = sideOf(person);
  switch (room.purpose) {
    case 'command':
      return side === 'officer';
    case 'squad':
    case 'patrol':
      return team === undefined && side === 'rescuer';
    case 'village':
      return side === 'resident';
    case 'direct':
    case 'mediation':
    case 'other':
      return team === undefined;
  }
}

/** Where the running incidents are, so that somebody can be there. */
async function spotsOf(read: Reads, texts: RehearsalTexts): Promise<Spot[]> {
  const running = await read.incidents.running();
  return running.flatMap(({ position, placeWords, number }) =>
    position === null
      ? []
      : [{ name: texts.locationOf.replace('{place}', placeWords === '' ? number : placeWords), position }],
  );
}

function scenariosOf(cast: readonly CastMember[]): Scenario[] {
  const teller = cast.find(({ side }) => side === 'resident') ?? cast[0];
  if (teller === undefined) return [];
  return (['factory_fire', 'drowning', 'person_down', 'blocked_exit'] as const).map((id) => ({
    id,
    person: teller.id,
    room: directRoomOf(teller.id),
    withPhoto: id === 'blocked_exit',
    others: [],
    values: {},
  }));
}

/** The smallest patrol of which two can be played, its leader one of them, announces its night in its own group. */
async function nightPatrol(read: Reads, rooms: readonly Room[], players: readonly Player[]): Promise<Scenario[]> {
  const teams = (await read.people.teams()).toSorted((a, b) => a.memberIds.length - b.memberIds.length);
  for (const team of teams) {
    const room = rooms.find(
      ({ teamId, purpose, kind }) => teamId === team.id && purpose === 'patrol' && kind === 'group',
    );
    const leader = players.find(({ person }) => person.id === team.leaderId);
    const mate = players.find(({ person }) => person.id !== team.leaderId && team.memberIds.includes(person.id));
    if (room === undefined || leader === undefined || mate === undefined) continue;
    return [
      { id: 'night_patrol', person: leader.id, room: room.externalId, withPhoto: false, others: [mate.id], values: {} },
    ];
  }
  return [];
}

/** A resident tells of a dispute in the village's group, with another resident, and a mediator on duty to take it. */
function dispute(rooms: readonly Room[], players: readonly Player[]): Scenario[] {
  const [teller, other] = players.filter(({ person }) => sideOf(person) === 'resident');
  const mediators = players.filter(({ person }) => sideOf(person) === 'mediator');
  const mediator = mediators.find(({ person }) => person.duty === 'on_duty') ?? mediators[0];
  const room = rooms.find(({ purpose, kind }) => purpose === 'village' && kind === 'group');
  if (teller === undefined || other === undefined || mediator === undefined || room === undefined) return [];
  const { name, phone } = other.person;
  return [
    {
      id: 'dispute',
      person: teller.id,
      room: room.externalId,
      withPhoto: false,
      others: [other.id, mediator.id],
      values: { name, phone },
    },
  ];
}

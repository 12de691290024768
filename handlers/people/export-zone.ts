import { AppError } from '../../core/error.ts';
import type { PersonId } from '../../core/ids.ts';
import { platforms } from '../../core/message.ts';
import type { Identity, Person, Place, Plan, Room, Team } from '../../core/people.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { ZoneFile, ZonePerson, ZonePlace, ZonePlan, ZoneRoom, ZoneTeam } from '../../core/zone/settle.ts';
import { roomKey } from './import-rooms.ts';
import {
  storedHazardRules,
  storedPatrolRules,
  storedPrivateRules,
  storedProfile,
  storedTiming,
  zoneMemory,
} from '../../core/zone/stored.ts';

/** Ids sort by age, so what was imported first comes out first: in the order of its file. */
const byAge = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/**
 * The zone as a file: everything active that has a call sign or a code, with what people have changed in chat since.
 * Importing it gives the same zone.
 * @throws AppError `not_found` before the first import
 */
export async function exportZone(read: Reads): Promise<ZoneFile> {
  const profile = await storedProfile(read.settings);
  if (profile === null) throw new AppError('not_found', 'there is no zone yet: import a zone file first');
  const people = (await read.people.all()).filter(({ active, callSign }) => active && callSign !== null).sort(byAge);
  const teams = (await read.people.teams()).filter(({ active }) => active).sort(byAge);
  const callSigns = new Map(people.map((person) => [person.id, person.callSign ?? '']));
  const named = new Set(Object.keys((await zoneMemory(read.settings)).rooms));
  const rooms = (await read.rooms.all()).filter((room) => isForSomething(room) || named.has(roomKey(room)));
  return {
    profile,
    timing: await storedTiming(read.settings),
    hazards: await storedHazardRules(read.settings),
    patrols: await storedPatrolRules(read.settings),
    privateMatters: await storedPrivateRules(read.settings),
    people: await Promise.all(
      people.map(async (person) => exportPerson(person, await read.people.identitiesOf(person.id))),
    ),
    teams: teams.map((team) => exportTeam(team, callSigns)),
    rooms: rooms.sort(byAge).map((room) => exportRoom(room, teams)),
    places: (await read.places.all()).sort(byAge).map(exportPlace),
    plans: (await read.places.plans())
      .filter(({ active }) => active)
      .sort(byAge)
      .map(exportPlan),
  };
}

const isForSomething = ({ kind, purpose, teamId }: Room): boolean =>
  kind === 'group' && (purpose !== 'other' || teamId !== null);

function exportPerson(person: Person, identities: readonly Identity[]): ZonePerson {
  const current = platforms.flatMap((platform) => {
    const found = identities.findLast((identity) => identity.platform === platform && identity.state !== 'replaced');
    return found === undefined ? [] : [[platform, found.externalId] as const];
  });
  return {
    callSign: person.callSign ?? '',
    name: person.name,
    phone: person.phone,
    language: person.language,
    roles: person.roles,
    duty: person.duty,
    certificates: person.certificates,
    base: person.base,
    ...(person.gender === undefined ? {} : { gender: person.gender }),
    identities: Object.fromEntries(current),
  };
}

function exportTeam(team: Team, callSigns: ReadonlyMap<PersonId, string>): ZoneTeam {
  return {
    code: team.code,
    kind: team.kind,
    name: team.name,
    leader: team.leaderId === null ? null : (callSigns.get(team.leaderId) ?? null),
    members: team.memberIds.flatMap((id) => callSigns.get(id) ?? []),
  };
}

function exportRoom(room: Room, teams: readonly Team[]): ZoneRoom {
  return {
    platform: room.platform,
    externalId: room.externalId,
    purpose: room.purpose,
    title: room.title,
    language: room.language,
    team: teams.find(({ id }) => id === room.teamId)?.code ?? null,
  };
}

function exportPlace(place: Place): ZonePlace {
  return {
    code: place.code,
    kind: place.kind,
    name: place.name,
    aliases: place.aliases,
    position: place.position,
    area: place.area,
    ...(place.details === undefined ? {} : { details: place.details }),
  };
}

function exportPlan(plan: Plan): ZonePlan {
  return {
    code: plan.code,
    name: plan.name,
    kind: plan.kind,
    level: plan.level,
    seats: plan.seats,
    safetyLines: plan.safetyLines,
    checklist: plan.checklist,
    warnPlaces: plan.warnPlaces,
  };
}

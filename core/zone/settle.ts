import type { Box } from '../geo.ts';
import type { Language, Platform, Position } from '../message.ts';
import type { Person, Place, Plan, RoomPurpose, Team } from '../people.ts';
import type { ShapedZoneFile } from './schema.ts';
import type { HazardRules } from './hazard-rules.ts';
import type { PatrolRules } from './patrol-rules.ts';
import type { PrivateRules } from './private-rules.ts';
import type { Timing } from './timing.ts';

/** The zone itself. */
export interface ZoneProfile {
  name: string;
  /** The name for readers of English; null: the same. */
  englishName: string | null;
  /** IANA name such as Asia/Shanghai; all days and hours of the zone are in it. */
  timeZone: string;
  centre: Position;
  /** The area; positions outside are warned about. Null: not said. */
  bounds: Box | null;
  /** The first is the default for people and rooms. */
  languages: readonly Language[];
  /** Numbers to ring when the chat cannot help, beside 110/119/120. */
  dutyPhones: readonly { name: string; phone: string }[];
}

/** A person of the file; `identities` holds each platform's id of this person. */
export type ZonePerson = Omit<Person, 'id' | 'active' | 'callSign'> & {
  callSign: string;
  identities: Partial<Record<Platform, string>>;
};

/** A team of the file, its people by call sign. */
export type ZoneTeam = Pick<Team, 'code' | 'kind' | 'name'> & { leader: string | null; members: readonly string[] };

/** A group room of the file; platform and id are its key. */
export interface ZoneRoom {
  platform: Platform;
  externalId: string;
  purpose: RoomPurpose;
  title: string;
  language: Language;
  team: string | null;
}

export type ZonePlace = Omit<Place, 'id' | 'active'>;
export type ZonePlan = Omit<Plan, 'id' | 'active'>;

/** A checked zone file in the domain's own types: every default filled in, every room in one list. */
export interface ZoneFile {
  profile: ZoneProfile;
  timing: Timing;
  hazards: HazardRules;
  patrols: PatrolRules;
  privateMatters: PrivateRules;
  people: readonly ZonePerson[];
  teams: readonly ZoneTeam[];
  rooms: readonly ZoneRoom[];
  places: readonly ZonePlace[];
  plans: readonly ZonePlan[];
}

type Shaped<Section extends keyof ShapedZoneFile> = ShapedZoneFile[Section] extends (infer Row)[] ? Row : never;

/** What a team's own group is for. */
const purposeOfTeam: Readonly<Record<Team['kind'], RoomPurpose>> = {
  rescue: 'squad',
  micro_fire_station: 'squad',
  professional: 'squad',
  duty: 'squad',
  patrol: 'patrol',
  mediation: 'mediation',
  other: 'other',
};

function settlePerson(row: Shaped<'people'>, usualLanguage: Language): ZonePerson {
  return {
    callSign: row.callSign,
    name: row.name ?? row.callSign,
    phone: row.phone ?? '',
    language: row.language ?? usualLanguage,
    roles: row.roles,
    duty: row.duty,
    certificates: row.skills.map(({ skill, validUntil }) => ({ skill, validUntil: validUntil ?? null })),
    base: row.base ?? null,
    ...(row.gender === undefined ? {} : { gender: row.gender }),
    identities: settleIds(row.identities),
  };
}

/** The ids that are there, without the keys that are not. */
function settleIds(ids: Shaped<'people'>['identities']): Partial<Record<Platform, string>> {
  return {
    ...(ids.telegram === undefined ? {} : { telegram: ids.telegram }),
    ...(ids.wechat === undefined ? {} : { wechat: ids.wechat }),
    ...(ids.web === undefined ? {} : { web: ids.web }),
  };
}

function settleTeamRooms(team: Shaped<'teams'>, language: Language): ZoneRoom[] {
  const ids = Object.entries(settleIds(team.rooms)) as [Platform, string][];
  return ids.map(([platform, externalId]) => ({
    platform,
    externalId,
    purpose: purposeOfTeam[team.kind],
    title: team.name,
    language,
    team: team.code,
  }));
}

/** A place of the file in the domain’s own type. */
export function settlePlace(row: Shaped<'places'>): ZonePlace {
  const details = {
    ...(row.contact === undefined ? {} : { contact: row.contact }),
    ...(row.colour === undefined ? {} : { colour: row.colour }),
    ...(row.lec === undefined ? {} : { lec: row.lec }),
    ...(row.matrix === undefined ? {} : { matrix: row.matrix }),
    ...(row.tags.length === 0 ? {} : { tags: row.tags }),
  };
  return {
    code: row.code,
    kind: row.kind,
    name: row.name,
    aliases: row.aliases,
    position: row.position ?? null,
    area: row.area ?? '',
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

/** Turns a file of the right shape into the domain's types. Expects references to be checked already. */
export function settleZone(file: ShapedZoneFile): ZoneFile {
  const language = file.zone.languages[0] ?? 'zh';
  return {
    profile: { ...file.zone, englishName: file.zone.englishName ?? null, bounds: file.zone.bounds ?? null },
    timing: file.timing,
    hazards: file.hazards,
    patrols: file.patrols,
    privateMatters: file.private,
    people: file.people.map((row) => settlePerson(row, language)),
    teams: file.teams.map(({ code, kind, name, leader, members }) => ({
      code,
      kind,
      name,
      leader: leader ?? null,
      members,
    })),
    rooms: [
      ...file.rooms.map((row) => ({
        platform: row.platform,
        externalId: row.id,
        purpose: row.purpose,
        title: row.title ?? '',
        language: row.language ?? language,
        team: row.team ?? null,
      })),
      ...file.teams.flatMap((team) => settleTeamRooms(team, language)),
    ],
    places: file.places.map(settlePlace),
    plans: file.plans.map((row) => ({
      code: row.code,
      name: row.name,
      kind: row.kind ?? null,
      level: row.level ?? null,
      seats: row.seats.map(({ skill, count }) => ({ skill: skill ?? null, count })),
      safetyLines: row.safety,
      checklist: row.checklist,
      warnPlaces: row.warn,
    })),
  };
}

import type { Position } from '../message.ts';
import { usualHazardRules, type HazardRules } from './hazard-rules.ts';
import { plainPatrols } from './plain-patrols.ts';
import { plainPrivate } from './plain-private.ts';
import type { ZoneFileInput } from './schema.ts';
import type { ZoneFile, ZonePerson, ZonePlace, ZonePlan, ZoneProfile, ZoneRoom, ZoneTeam } from './settle.ts';

type Row<Section extends 'people' | 'teams' | 'rooms' | 'places' | 'plans'> = NonNullable<
  ZoneFileInput[Section]
>[number];

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
/** Six decimals: a tenth of a metre. */
const pair = ({ lat, lon }: Position): [number, number] => [round(lat), round(lon)];
const filled = <Value>(list: readonly Value[]): Value[] | undefined => (list.length === 0 ? undefined : [...list]);
const said = (text: string): string | undefined => (text === '' ? undefined : text);

function plainProfile({ bounds, ...profile }: ZoneProfile): ZoneFileInput['zone'] {
  return {
    name: profile.name,
    englishName: profile.englishName ?? undefined,
    timeZone: profile.timeZone,
    centre: pair(profile.centre),
    bounds: bounds
      ? [pair({ lat: bounds.south, lon: bounds.west }), pair({ lat: bounds.north, lon: bounds.east })]
      : undefined,
    languages: [...profile.languages],
    dutyPhones: filled(profile.dutyPhones),
  };
}

function plainPerson(person: ZonePerson, usualLanguage: string | undefined): Row<'people'> {
  const certificates = person.certificates.map(({ skill, validUntil }) => ({
    skill,
    validUntil: validUntil ?? undefined,
  }));
  return {
    callSign: person.callSign,
    name: person.name === person.callSign ? undefined : person.name,
    gender: person.gender,
    phone: said(person.phone),
    language: person.language === usualLanguage ? undefined : person.language,
    roles: filled(person.roles),
    skills: filled(certificates),
    base: person.base ? pair(person.base) : undefined,
    duty: person.duty === 'off' ? undefined : person.duty,
    identities: Object.keys(person.identities).length === 0 ? undefined : person.identities,
  };
}

function plainTeam({ code, name, kind, leader, members }: ZoneTeam): Row<'teams'> {
  return { code, name, kind, leader: leader ?? undefined, members: filled(members) };
}

function plainRoom(room: ZoneRoom, usualLanguage: string | undefined): Row<'rooms'> {
  return {
    platform: room.platform,
    id: room.externalId,
    // Direct rooms come from identities and never stand in a file.
    purpose: room.purpose === 'direct' ? 'other' : room.purpose,
    title: said(room.title),
    language: room.language === usualLanguage ? undefined : room.language,
    team: room.team ?? undefined,
  };
}

function plainPlace({ details, ...place }: ZonePlace): Row<'places'> {
  return {
    code: place.code,
    kind: place.kind,
    name: place.name,
    aliases: filled(place.aliases),
    position: place.position ? pair(place.position) : undefined,
    area: said(place.area),
    contact: details?.contact,
    colour: details?.colour,
    lec: details?.lec && [details.lec.likelihood, details.lec.exposure, details.lec.consequence],
    matrix: details?.matrix && [details.matrix.likelihood, details.matrix.severity],
    tags: filled(details?.tags ?? []),
  };
}

function plainLines({ zh, en }: ZonePlan['checklist']): { zh?: string[]; en?: string[] } | undefined {
  return zh.length + en.length === 0 ? undefined : { zh: [...zh], en: [...en] };
}

function plainPlan(plan: ZonePlan): Row<'plans'> {
  return {
    code: plan.code,
    name: plan.name,
    kind: plan.kind ?? undefined,
    level: plan.level ?? undefined,
    seats: filled(plan.seats.map(({ skill, count }) => ({ skill: skill ?? undefined, count }))),
    safety: plainLines(plan.safetyLines),
    checklist: plainLines(plan.checklist),
    warn: filled(plan.warnPlaces),
  };
}

/** Only what differs from the usual. */
function plainHazards(rules: HazardRules): ZoneFileInput['hazards'] {
  const usual: Readonly<Record<string, unknown>> = usualHazardRules;
  const own = Object.entries(rules).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]));
  return own.length === 0 ? undefined : Object.fromEntries(own.map(([name, value]) => [name, withoutEmpty(value)]));
}

/** Lists that are empty say nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !(Array.isArray(one) && one.length === 0)));
}

/** A zone as its file would write it: what is usual is `undefined`. Checking the answer gives the same zone again. */
export function plainZone(file: ZoneFile): ZoneFileInput {
  const language = file.profile.languages[0];
  return {
    zone: plainProfile(file.profile),
    timing: file.timing,
    hazards: plainHazards(file.hazards),
    patrols: plainPatrols(file.patrols),
    private: plainPrivate(file.privateMatters),
    people: file.people.map((person) => plainPerson(person, language)),
    teams: file.teams.map(plainTeam),
    rooms: file.rooms.map((room) => plainRoom(room, language)),
    places: file.places.map(plainPlace),
    plans: file.plans.map(plainPlan),
  };
}

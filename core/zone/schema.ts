import { z } from 'zod';
import { incidentKinds, incidentLevels, placeKinds, riskColours, skills } from '../catalogue.ts';
import { boxContains } from '../geo.ts';
import { platforms, type Language } from '../message.ts';
import { duties, roles, roomPurposes, type Team } from '../people.ts';
import { lecValues } from '../place-risk.ts';
import { digitsAreText } from './digits-are-text.ts';
import type { Expectation } from './fault.ts';
import {
  calendarDaySchema,
  checkerRuleSchema,
  daysRuleSchema,
  gradingRuleSchema,
  hazardRulesSchema,
  leaderRuleSchema,
  overdueSchema,
  ownerRuleSchema,
  usualHazardRules,
} from './hazard-rules.ts';
import {
  gridDaySchema,
  patrolRulesSchema,
  rosterExceptionSchema,
  rosterGearSchema,
  rosterSchema,
  routePointSchema,
  routeSchema,
  usualPatrolRules,
} from './patrol-rules.ts';
import { lineSchema, matterRoomSchema, policeSchema, privateRulesSchema, usualPrivateRules } from './private-rules.ts';
import { timingSchema } from './timing.ts';

/** What the message of a zod issue starts with when it names one of our expectations. */
export const expectationMark = 'expected:';
const expected = (what: Expectation): string => expectationMark + what;

const codesOf = <const Code extends string>(list: readonly { readonly code: Code }[]): Code[] =>
  list.map(({ code }) => code);

const line = (max: number): z.ZodString =>
  z
    .string(expected('text'))
    .trim()
    .min(1, expected('text'))
    .max(max)
    .regex(/^\P{Cc}*$/u, expected('one_line_text'));

const code = digitsAreText(z.string(expected('code')).regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u, expected('code')));

const callSign = digitsAreText(
  z.string(expected('call_sign')).regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,19}$/u, expected('call_sign')),
);

/** Mobile, landline with area code, 400/800, international, local and short numbers; written with or without dashes. */
const phonePattern = /^(1[3-9]\d{9}|0\d{9,11}|[48]00\d{7}|\+\d{8,15}|\d{3,8})$/;
const phone = digitsAreText(
  z
    .string(expected('phone'))
    .max(24, expected('phone'))
    .refine((text) => phonePattern.test(text.replaceAll(/[\s-]/g, '')), expected('phone')),
);

/** `[latitude, longitude]`, WGS-84 degrees. */
const position = z
  .tuple([z.number(expected('position')), z.number(expected('position'))], expected('position'))
  .superRefine(([lat, lon], context) => {
    if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return;
    const swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
    context.addIssue({ code: 'custom', message: expected(swapped ? 'position_swapped' : 'position') });
  })
  .transform(([lat, lon]) => ({ lat, lon }));

/** `[[south, west], [north, east]]`. */
const bounds = z
  .tuple([position, position], expected('bounds'))
  .refine(([low, high]) => low.lat < high.lat && low.lon < high.lon, { error: expected('bounds'), abort: true })
  .transform(([low, high]) => ({ south: low.lat, west: low.lon, north: high.lat, east: high.lon }));

const languages = ['zh', 'en'] as const satisfies readonly Language[];
const language = z.enum(languages);

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const phoneEntry = z.strictObject({ name: line(40), phone });

const externalId = digitsAreText(
  z
    .string(expected('external_id'))
    .trim()
    .regex(/^\S{1,128}$/u, expected('external_id')),
);
const telegramId = externalId.refine((id) => /^-?\d{1,16}$/.test(id), expected('telegram_id'));
/** How each platform names one person or one room. */
const onPlatforms = z.strictObject({
  telegram: telegramId.optional(),
  wechat: externalId.optional(),
  web: externalId.optional(),
});

const zone = z
  .strictObject({
    name: line(40),
    englishName: line(80).optional(),
    timeZone: z.string(expected('time_zone')).refine(isTimeZone, expected('time_zone')),
    centre: position,
    bounds: bounds.optional(),
    languages: z.array(language).min(1).max(languages.length),
    dutyPhones: z.array(phoneEntry).max(20).default([]),
  })
  .refine((value) => value.bounds === undefined || boxContains(value.bounds, value.centre), {
    path: ['bounds'],
    message: expected('bounds'),
  });

const certificate = z.strictObject({
  skill: z.enum(codesOf(skills)),
  validUntil: z.iso.date(expected('date')).optional(),
});

const person = z.strictObject({
  callSign,
  name: line(40).optional(),
  phone: phone.optional(),
  language: language.optional(),
  roles: z.array(z.enum(roles)).max(roles.length).default([]),
  gender: z.enum(['female', 'male']).optional(),
  skills: z.array(certificate).max(30).default([]),
  base: position.optional(),
  duty: z.enum(duties).default('off'),
  identities: onPlatforms.default({}),
});

const teamKinds = [
  'rescue',
  'micro_fire_station',
  'patrol',
  'mediation',
  'professional',
  'duty',
  'other',
] as const satisfies readonly Team['kind'][];

const team = z.strictObject({
  code,
  name: line(40),
  kind: z.enum(teamKinds),
  leader: callSign.optional(),
  members: z.array(callSign).max(500).default([]),
  rooms: onPlatforms.default({}),
});

const groupPurposes = roomPurposes.filter((purpose) => purpose !== 'direct');

const room = z.strictObject({
  platform: z.enum(platforms),
  id: externalId,
  purpose: z.enum(groupPurposes),
  title: line(80).optional(),
  language: language.optional(),
  team: code.optional(),
});

const oneOfValues = (values: readonly number[], what: Expectation): z.ZodNumber =>
  z.number(expected(what)).refine((value) => values.includes(value), expected(what));

/** `[likelihood, exposure, consequence]`, in the method's own values. */
const lec = z
  .tuple(
    [
      oneOfValues(lecValues.likelihood, 'lec'),
      oneOfValues(lecValues.exposure, 'lec'),
      oneOfValues(lecValues.consequence, 'lec'),
    ],
    expected('lec'),
  )
  .transform(([likelihood, exposure, consequence]) => ({ likelihood, exposure, consequence }));

/** `[likelihood, severity]`, from 1 to 5. */
const step = oneOfValues([1, 2, 3, 4, 5], 'matrix');
const matrix = z
  .tuple([step, step], expected('matrix'))
  .transform(([likelihood, severity]) => ({ likelihood, severity }));

const place = z.strictObject({
  code,
  kind: z.enum(codesOf(placeKinds)),
  name: line(60),
  aliases: z.array(line(60)).max(20).default([]),
  position: position.optional(),
  area: line(60).optional(),
  contact: phoneEntry.optional(),
  colour: z.enum(codesOf(riskColours)).optional(),
  lec: lec.optional(),
  matrix: matrix.optional(),
  tags: z.array(line(40)).max(20).default([]),
});

const lines = z.array(line(200)).max(20).default([]);
const linesByLanguage = z.strictObject({ zh: lines, en: lines }).default({ zh: [], en: [] });

const seat = z.strictObject({ skill: z.enum(codesOf(skills)).optional(), count: z.int().min(1).max(100) });

const plan = z.strictObject({
  code,
  name: line(60),
  kind: z.enum(codesOf(incidentKinds)).optional(),
  level: z.enum(codesOf(incidentLevels)).optional(),
  seats: z.array(seat).max(20).default([]),
  safety: linesByLanguage,
  checklist: linesByLanguage,
  warn: z.array(code).max(50).default([]),
});

/** One person and one place of the file; tables of them are checked by the same rules. */
export { person as personSchema, place as placeSchema };

/** The zone file's shape. Strict: a misspelt field is an error and never silently ignored. */
export const zoneFileSchema = z.strictObject({
  zone,
  timing: timingSchema.default(timingSchema.parse({})),
  hazards: hazardRulesSchema.default(usualHazardRules),
  patrols: patrolRulesSchema.default(usualPatrolRules),
  private: privateRulesSchema.default(usualPrivateRules),
  people: z.array(person).max(50_000).default([]),
  teams: z.array(team).max(5_000).default([]),
  rooms: z.array(room).max(5_000).default([]),
  places: z.array(place).max(100_000).default([]),
  plans: z.array(plan).max(500).default([]),
});

/** Field names by the words of a path (`people.skills`), for guessing what a misspelt one should have been. */
export const fieldNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    '': zoneFileSchema,
    zone,
    'zone.dutyPhones': phoneEntry,
    timing: timingSchema,
    hazards: hazardRulesSchema,
    'hazards.owners': ownerRuleSchema,
    'hazards.leaders': leaderRuleSchema,
    'hazards.checkers': checkerRuleSchema,
    'hazards.days': daysRuleSchema,
    'hazards.grading': gradingRuleSchema,
    'hazards.overdue': overdueSchema,
    'hazards.calendar': calendarDaySchema,
    patrols: patrolRulesSchema,
    'patrols.routes': routeSchema,
    'patrols.routes.points': routePointSchema,
    'patrols.rosters': rosterSchema,
    'patrols.rosters.gear': rosterGearSchema,
    'patrols.rosters.exceptions': rosterExceptionSchema,
    'patrols.gridDay': gridDaySchema,
    private: privateRulesSchema,
    'private.rooms': matterRoomSchema,
    'private.lines': lineSchema,
    'private.lines.name': lineSchema.shape.name,
    'private.police': policeSchema,
    people: person,
    'people.skills': certificate,
    'people.identities': onPlatforms,
    teams: team,
    'teams.rooms': onPlatforms,
    rooms: room,
    places: place,
    'places.contact': phoneEntry,
    plans: plan,
    'plans.seats': seat,
    'plans.safety': linesByLanguage.unwrap(),
    'plans.checklist': linesByLanguage.unwrap(),
  }).map(([path, schema]) => [path, Object.keys(schema.shape)]),
);

/** The file as its author may write it: defaults left out, positions as pairs. */
export type ZoneFileInput = z.input<typeof zoneFileSchema>;
/** The file with its shape checked and simple defaults filled in; references between entries are still unchecked. */
export type ShapedZoneFile = z.output<typeof zoneFileSchema>;

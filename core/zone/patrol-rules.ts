import { z } from 'zod';
import { equipment } from '../catalogue.ts';
import { dutyKinds } from '../shift.ts';

/** A whole number between two bounds with its usual value. */
const whole = (usual: number, min: number, max: number): z.ZodDefault<z.ZodInt> =>
  z.int().min(min).max(max).default(usual);

const words = (max: number): z.ZodString => z.string().trim().min(1).max(max);
const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u, 'expected:code');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected:clock_time');
const localTime = z
  .string('expected:local_time')
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected:local_time', abort: true })
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'expected:local_time');

/** One place of a route. */
export const routePointSchema = z.strictObject({
  place: code,
  /** Times of day; those before the shift's begin are of the next day. */
  notBefore: clockTime.optional(),
  by: clockTime.optional(),
  /** The word that rotates at the point must be told with the photo. */
  proof: z.boolean().default(false),
  /** What to look at there. */
  task: z.string().trim().max(80).default(''),
});

/** The places of a duty, in the order to be walked, or drawn anew for each shift. */
export const routeSchema = z.strictObject({
  code,
  name: words(40),
  order: z.enum(['fixed', 'random']).default('fixed'),
  points: z.array(routePointSchema).min(1).max(600),
});

const turn = z.union([code, z.array(code).min(1).max(10)], 'expected:turn');

/** What a crew takes along. */
export const rosterGearSchema = z.strictObject({
  item: z.union([z.enum(equipment.map((kind) => kind.code)), words(20)], 'expected:text'),
  count: z.int().min(1).max(999).default(1),
});

/** A shift that is not as the rule says. */
export const rosterExceptionSchema = z.strictObject({
  /** The day on which the shift begins. */
  date: z.iso.date('expected:date'),
  cancelled: z.boolean().default(false),
  /** Another team, or teams together. */
  teams: turn.optional(),
  start: clockTime.optional(),
  minutes: z.int().min(10).max(60_480).optional(),
});

/** A recurring duty: which teams, in turn, when and where. */
export const rosterSchema = z.strictObject({
  code,
  name: words(40),
  kind: z.enum(dutyKinds).default('patrol'),
  /** In turn, one for each shift; a list within is teams that go together. */
  turns: z.array(turn).min(1).max(200),
  /** The first shift, on the zone's clocks: `2026-11-01T20:00`. */
  start: localTime,
  /** RRULE of RFC 5545, 3.3.10, without DTSTART: `FREQ=DAILY`. */
  rule: words(200),
  minutes: z.int().min(10).max(60_480),
  route: code.optional(),
  /** Two people at least. */
  minimum: whole(2, 1, 100),
  gear: z.array(rosterGearSchema).max(40).default([]),
  /** The roster whose shift takes over when this one's ends. */
  handsOverTo: code.optional(),
  /** On days off by the working calendar: as usual, or not at all. */
  holidays: z.enum(['as_usual', 'off']).default('as_usual'),
  /** Where the crew meets: a place's code, or words. */
  meeting: words(60).optional(),
  exceptions: z.array(rosterExceptionSchema).max(400).default([]),
});

/** Where a team meets for every shift whose roster says nothing else. */
export const meetingSchema = z.strictObject({ team: code, meeting: words(60) });

/** A grid worker's day, for its summary. */
export const gridDaySchema = z.strictObject({ minutes: whole(240, 0, 1_440), metres: whole(3_000, 0, 100_000) });

/** How a zone patrols; every field has a usual value. */
export const patrolRulesSchema = z.strictObject({
  routes: z.array(routeSchema).max(500).default([]),
  rosters: z.array(rosterSchema).max(700).default([]),
  meetings: z.array(meetingSchema).max(700).default([]),
  /** How long ahead shifts are planned, and a gap is shown. */
  planDays: whole(35, 7, 120),
  gapDays: whole(3, 1, 30),
  remindMinutes: whole(30, 5, 1_440),
  /** After a point's window. */
  graceMinutes: whole(15, 1, 240),
  /** Nobody has reported for duty so long after the start: who leads them is told. */
  musterMinutes: whole(20, 5, 240),
  /** Nothing heard of a crew for so long: somebody is asked. */
  silenceMinutes: whole(60, 10, 720),
  /** How long each has to answer that all is well. */
  welfareMinutes: whole(5, 1, 60),
  /** So long after its end a shift is summed up by itself. */
  closeMinutes: whole(30, 5, 720),
  /** A position so near to a point is at it. */
  pointRadiusMetres: whole(80, 10, 1_000),
  /** Where a platform has no reactions, a check-in is answered by nothing or by one short line. */
  answers: z.enum(['none', 'line']).default('none'),
  /** Who hears of things found and lost: call signs. */
  policeContacts: z.array(words(20)).max(10).default([]),
  /** A grid worker's day, for its summary. */
  gridDay: gridDaySchema.default(gridDaySchema.parse({})),
});

/** The zone's rules for patrols, every field filled in. */
export type PatrolRules = z.infer<typeof patrolRulesSchema>;
export type Roster = z.infer<typeof rosterSchema>;
export type Route = z.infer<typeof routeSchema>;

/** The usual rules: nobody has a roster. */
export const usualPatrolRules: PatrolRules = patrolRulesSchema.parse({});

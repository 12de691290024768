import { z } from 'zod';
import { hazardKinds } from '../catalogue.ts';
import { hazardGrades } from '../hazard.ts';

/** A whole number between two bounds with its usual value. */
const whole = (usual: number, min: number, max: number): z.ZodDefault<z.ZodInt> =>
  z.int().min(min).max(max).default(usual);

const words = (max: number): z.ZodString => z.string().trim().min(1).max(max);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected:clock_time');
const callSign = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,19}$/u, 'expected:call_sign');
const kind = z.enum(hazardKinds.map(({ code }) => code));
const grade = z.enum(hazardGrades.map(({ code }) => code));

/** Which hazards a line is for; what is left out fits every one. */
const scope = {
  /** Codes of places, such as QY-0217: an enterprise’s own safety officer. */
  places: z.array(words(40)).max(500).default([]),
  /** Names of estates, villages or parts, as `area` of the places has them, and names of villages. */
  areas: z.array(words(60)).max(500).default([]),
  kinds: z.array(kind).max(hazardKinds.length).default([]),
};

/** Who has it put right. The first line that fits is taken; the others of `owners` stand in, in order. */
export const ownerRuleSchema = z.strictObject({ ...scope, owners: z.array(callSign).min(1).max(20) });
/** Who hears of what is overdue and decides on more time. */
export const leaderRuleSchema = z.strictObject({ ...scope, leader: callSign });
/** Who looks again at what was fixed; without a line that fits, the leader. Never the fixer or the owner. */
export const checkerRuleSchema = z.strictObject({ ...scope, checkers: z.array(callSign).min(1).max(50) });

/** Working days for putting it right; the first line that fits is taken before the usual numbers. */
export const daysRuleSchema = z.strictObject({
  kinds: z.array(kind).max(hazardKinds.length).default([]),
  grade: grade.optional(),
  days: z.int().min(1).max(180),
});

/** The zone's own reason to suggest a grade, beside the built-in ones: a kind or words, and the line that says why. */
export const gradingRuleSchema = z.strictObject({
  kinds: z.array(kind).max(hazardKinds.length).default([]),
  words: z.array(words(20)).max(50).default([]),
  grade,
  reason: z.strictObject({ zh: words(120), en: words(200) }),
});

/** A day that is not as the weekday and the built-in calendar say. */
export const calendarDaySchema = z.strictObject({
  date: z.iso.date('expected:date'),
  /** True: a weekend on which people work 调休; false: a day off. */
  working: z.boolean(),
  name: z.string().trim().max(20).default(''),
});

export const overdueSchema = z.strictObject({
  /** Working days from the due date on which the owner hears; negative: before it. */
  ownerDays: z.array(z.int().min(-30).max(60)).min(1).max(10).default([-1, 0, 1, 3]),
  leaderDays: whole(5, 0, 90),
  /** Then supervision 挂牌督办 is proposed. */
  supervisionDays: whole(10, 1, 120),
});

/** How a zone deals with hazards; every field has a usual value. */
export const hazardRulesSchema = z.strictObject({
  owners: z.array(ownerRuleSchema).max(5_000).default([]),
  leaders: z.array(leaderRuleSchema).max(1_000).default([]),
  checkers: z.array(checkerRuleSchema).max(1_000).default([]),
  grading: z.array(gradingRuleSchema).max(200).default([]),
  ordinaryDays: whole(5, 1, 180),
  majorDays: whole(15, 1, 180),
  days: z.array(daysRuleSchema).max(200).default([]),
  /** 立查立改: from accepting it. */
  onTheSpotHours: whole(24, 1, 168),
  /** What comes back leaves at least so many working days. */
  reworkDays: whole(2, 0, 30),
  /** Share of ordinary hazards that somebody else looks at again; major ones always. */
  sampleSharePercent: whole(20, 0, 100),
  /** In groups: one card for each hazard, edited in place; one digest a day; or nothing. */
  groups: z.enum(['card', 'digest', 'none']).default('card'),
  /** What anybody may read over Open311: kind, place and state of every hazard, or nothing without the key. */
  openData: z.enum(['facts', 'none']).default('facts'),
  /** How long pieces of one report join. */
  windowMinutes: whole(10, 1, 240),
  /** After this long without an answer a report that lacks something ends. */
  draftMinutes: whole(720, 5, 10_080),
  /** How long an offer in a group stands. */
  offerMinutes: whole(10, 1, 240),
  /** The same kind so near and so recent is "also seen". */
  sameMetres: whole(50, 5, 1_000),
  sameDays: whole(14, 1, 365),
  /** How long the reporter can reopen it by one tap. */
  reopenDays: whole(30, 1, 365),
  /** Nobody graded or accepted it: the command hears again after so many hours of work. */
  waitingHours: whole(4, 1, 72),
  overdue: overdueSchema.default(overdueSchema.parse({})),
  /** Working hours: a deadline ends with them; alarms come when they begin. */
  workStart: clockTime.default('08:30'),
  workEnd: clockTime.default('17:30'),
  digestAt: clockTime.default('08:00'),
  /** For what the built-in calendar of the State Council does not know. */
  calendar: z.array(calendarDaySchema).max(400).default([]),
});

/** The zone's rules for hazards, every field filled in. */
export type HazardRules = z.infer<typeof hazardRulesSchema>;

/** The usual rules: nobody owns anything, the command assigns by hand. */
export const usualHazardRules: HazardRules = hazardRulesSchema.parse({});

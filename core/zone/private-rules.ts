import { z } from 'zod';
import { disputeKinds } from '../catalogue.ts';
import { dangers, matterKinds, type MatterKind } from '../matter.ts';
import { digitsAreText } from './digits-are-text.ts';

const whole = (usual: number, min: number, max: number): z.ZodDefault<z.ZodInt> =>
  z.int().min(min).max(max).default(usual);
const words = (max: number): z.ZodString => z.string().trim().min(1).max(max);
const callSign = digitsAreText(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,19}$/u, 'expected:call_sign'));
const code = digitsAreText(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u, 'expected:code'));
const phone = digitsAreText(
  z
    .string('expected:phone')
    .trim()
    .regex(/^[+\d][\d -]{1,23}$/, 'expected:phone'),
);
const about = z.enum(disputeKinds.map((kind) => kind.code));
const matter = z.enum(matterKinds.map((kind) => kind.code));
const people = (max: number): z.ZodDefault<z.ZodArray<typeof callSign>> => z.array(callSign).max(max).default([]);

/**
 * Who takes private matters of some kinds: a mediation room, a village's or firm's own committee, an adviser, a named officer.
 * The nearest that fits is asked first: `local`, then `special`, then `zone`, then `joint`.
 */
export const matterRoomSchema = z.strictObject({
  code,
  name: words(40),
  /** What it takes. */
  matters: z.array(matter).min(1).max(matterKinds.length).default(['dispute']),
  /** `local`: a village's or a firm's own committee; `special`: for some kinds or one part; `zone`: for all; `joint`: what is complex. */
  level: z.enum(['local', 'special', 'zone', 'joint']).default('special'),
  /** Of disputes, which; empty: every kind. */
  kinds: z.array(about).max(disputeKinds.length).default([]),
  /** Villages, estates, parts, as `area` of the places has them; empty: everywhere. */
  areas: z.array(words(60)).max(500).default([]),
  /** Enterprises whose own committee it is: codes of places. */
  places: z.array(code).max(2_000).default([]),
  /** Above such a sum, or so many people, it goes on to the next; missing: no bound. */
  maxYuan: z.int().min(1).max(1_000_000_000).optional(),
  maxPeople: z.int().min(1).max(100_000).optional(),
  /** Those who take them, all of whom are asked when on duty or reachable. */
  mediators: people(200),
  /** Who takes in and asks the other side; without, whoever takes it. */
  desk: people(20),
  /** Where people meet, as they are told; missing: the name. */
  place: words(60).optional(),
  phone: phone.optional(),
});

/** A number to ring, for some dangers or always. */
export const lineSchema = z.strictObject({
  dangers: z.array(z.enum(dangers)).max(dangers.length).default([]),
  name: z.strictObject({ zh: words(40), en: words(60) }),
  phone,
});

const usualLines: z.input<typeof lineSchema>[] = [
  { name: { zh: '报警', en: 'police' }, phone: '110' },
  {
    dangers: ['violence', 'self_harm', 'threat', 'child'],
    name: { zh: '急救', en: 'ambulance' },
    phone: '120',
  },
  { dangers: ['self_harm'], name: { zh: '心理援助', en: 'psychological helpline' }, phone: '12356' },
  { dangers: ['violence'], name: { zh: '妇女维权', en: 'women’s helpline' }, phone: '12338' },
  { dangers: ['child'], name: { zh: '未成年人保护', en: 'child protection' }, phone: '12345' },
];

/** Who is told of a police matter: on the scene, responsible for the part, in the service centre. */
export const policeSchema = z.strictObject({ onScene: people(50), responsible: people(50), centre: people(50) });

const days = z.partialRecord(matter, z.int().min(30).max(36_500));

/** Days that other things about people are kept. */
const retentionSchema = z.strictObject({
  /** Messages and taps as they came in. */
  messages: whole(365, 7, 36_500),
  /** What was told to whom: ids and the words that were passed on. */
  notices: whole(365, 7, 36_500),
  /** Where somebody was last. */
  positions: whole(30, 1, 36_500),
  /** Reports that were begun and never handed in. */
  drafts: whole(30, 1, 36_500),
  /** Of incidents, hazards and shifts that are over: who had part in them, what was said, photos. What tells of nobody stays. */
  incidents: whole(1_825, 30, 36_500),
  hazards: whole(1_825, 30, 36_500),
  shifts: whole(1_095, 30, 36_500),
});

/** How a zone deals with private matters; every field has a usual value. */
export const privateRulesSchema = z.strictObject({
  rooms: z.array(matterRoomSchema).max(1_000).default([]),
  /** Safety lines; said at once, before any question. */
  lines: z
    .array(lineSchema)
    .min(1)
    .max(30)
    .default(() => usualLines.map((line) => lineSchema.parse(line))),
  /** Who is called at once when somebody is in danger; without, the duty officers, who then see number and danger alone. */
  onCall: people(20),
  /** 一警情三推送: who is told of a police matter, in each of the three parts; the first who is on duty or reachable. */
  police: policeSchema.default({ onScene: [], responsible: [], centre: [] }),
  /** A mediator has so long to take it before the next room is asked; in danger a tenth of it. */
  takeMinutes: whole(60, 5, 2_880),
  /** A request for help at the door is acknowledged within so long. */
  helpMinutes: whole(10, 1, 240),
  /** Whoever has taken a matter other than a dispute is reminded when nothing has moved for so long; what is urgent has its own few minutes. */
  workHours: whole(24, 1, 336),
  /** Half-told matters are asked about after so long, and end after three times that. */
  talkHours: whole(20, 1, 168),
  /** The other side is asked again after so long. */
  consentHours: whole(48, 1, 336),
  /** Mediation is usually over within so many days of its acceptance; longer with both sides' agreement. */
  mediationDays: whole(30, 7, 180),
  /** Whoever looks by break-glass has so long. */
  openingMinutes: whole(60, 5, 1_440),
  /** Private places need so many matters before they stand in a statistic by themselves. */
  leastCount: whole(5, 2, 100),
  /** Days after the end when a matter is forgotten, by kind. */
  keepDays: days.default({}),
  retention: retentionSchema.default(() => retentionSchema.parse({})),
});

/** The zone's rules for private matters, every field filled in. */
export type PrivateRules = z.infer<typeof privateRulesSchema>;
export type MatterRoom = PrivateRules['rooms'][number];

/** The usual rules: no rooms. */
export const usualPrivateRules: PrivateRules = privateRulesSchema.parse({});

/** Days after the end when a matter of a kind is forgotten, where the zone file does not say. */
export const usualKeepDays: Readonly<Record<MatterKind, number>> = {
  dispute: 1_095,
  crime_clue: 1_095,
  women_adviser: 365,
  counselling: 365,
  help_request: 180,
  service_order: 365,
  legal_question: 180,
};

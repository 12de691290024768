/**
 * What goes into reading and what comes out: the contract between human words and the rest of the system.
 * Reading never acts; it says what a message most likely means and which words made it think so.
 */
import type { DisputeKind, Equipment, HazardKind, IncidentKind, Skill } from '../catalogue.ts';

/** The kind of chat a message was written in. */
export type Room = 'squad' | 'patrol' | 'village' | 'mediation' | 'command' | 'direct';

/** A message with the few facts about its writer that change what the words mean. */
export interface Message {
  /** The words as written; a line break is `\n`. */
  readonly text: string;
  /** Photos and videos that came with it. */
  readonly photos: number;
  /** Whether a position came with it. */
  readonly location: boolean;
  readonly room: Room;
  /** A call-out order awaits this person's answer. */
  readonly openOrder: boolean;
  /** This person's shift is running. */
  readonly openShift: boolean;
  /** This person has an open hazard or dispute. */
  readonly openCase: boolean;
  /** What the bot just asked this person (`place`, `photo`, `kind`, …), or null. */
  readonly openQuestion: string | null;
  /** The text of the message this one quotes, or null. */
  readonly quote: string | null;
}

/** A place the zone knows; `aliases` are the other words people use for it. */
export interface KnownPlace {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What the reader may know besides the message. */
export interface Context {
  readonly places?: readonly KnownPlace[];
}

/** What a rescuer says about an order, from reading it to being home again. */
export const rescuerIntents = [
  'received',
  'accept',
  'decline',
  'standby',
  'underway',
  'delay',
  'arrived',
  'situation',
  'need',
  'rescued',
  'handed_over',
  'unsafe_withdrawal',
  'comms_risk',
  'false_alarm',
  'returned',
] as const;
export type RescuerIntent = (typeof rescuerIntents)[number];

/** Every intent of the contract; which of them are produced depends on the parts that are built in. */
export const intents = [
  'emergency',
  'question',
  'small_talk',
  'unknown',
  'roll_call',
  'hazard_report',
  'hazard_fixed',
  'hazard_chase',
  'hazard_withdraw',
  'shift_start',
  'check_in',
  'shift_end',
  'handover',
  'leave_request',
  'found_item',
  'suspicious',
  'dispute',
  'crisis',
  'dispute_refuse',
  'dispute_schedule',
  'dispute_consent',
  'dispute_breach',
  'dispute_payment',
  'dispute_settled',
  ...rescuerIntents,
  'figures',
  'figures_correction',
  'reminder',
] as const;
export type Intent = (typeof intents)[number];

/** Ordinary, urgent (somebody must look now), or emergency (life is in danger now). */
export type Severity = 'ordinary' | 'urgent' | 'emergency';

/** A code of hazards, disputes or incidents, depending on the intent. */
export type Kind = HazardKind | DisputeKind | IncidentKind;

/** One line of a daily report. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly per?: 'day' | 'week' | 'cumulative';
}

/** Gear that goes from hand to hand, with the small things that no list of equipment has. */
export type Gear = Equipment | 'charger' | 'battery' | 'key' | 'helmet' | 'baton' | 'armband' | 'raincoat' | 'shield';

/** How many of each. */
export type GearCounts = Readonly<Partial<Record<Gear, number>>>;

/** What was said besides the intent; a field is present only when the words say it. */
export interface Fields {
  readonly kinds?: readonly Kind[];
  /** The words that name the place. */
  readonly place?: string;
  /** A code from a sign on the wall, such as `QY-0217`. */
  readonly placeCode?: string;
  /** Points of a patrol: numbers of the route (`5`), codes (`QY-0217`) or the words that name them. */
  readonly points?: readonly string[];
  /** The same point as the writer's last one: 同上, 刚才糊了重发一张. */
  readonly again?: true;
  /** Passed before and told of only now: 补一张, 刚才忘拍了. */
  readonly late?: true;
  /** Stands in the place of what the writer said before: 发错了 是8号, 不用请假了. */
  readonly correction?: true;
  /** The point was not passed, and is said why: 10号点修路绕过去了. */
  readonly skipped?: true;
  /** Beside `points`, which were passed, those that will not be gone to: 桥头封路没过去,只看了城隍庙. */
  readonly leftOut?: readonly string[];
  /** The pieces of the message about `leftOut`, and about other points where nobody was: 东门没去, 拍完去渡口, 不是咱园的. */
  readonly notThere?: readonly string[];
  readonly severity?: Severity;
  readonly people?: number;
  /** How many are hurt, or true when it is said without a number. */
  readonly injured?: number | true;
  readonly etaMinutes?: number;
  readonly delayMinutes?: number;
  readonly distanceKm?: number;
  readonly amountYuan?: number;
  readonly paidYuan?: number;
  readonly offeredYuan?: number;
  /** `HH:MM` on a 24 hour clock. */
  readonly time?: string;
  /** `today`, `tomorrow`, `yesterday` or an ISO date. */
  readonly date?: string;
  /** The words that name another day (周三, 28号), for whoever knows what day it is. */
  readonly day?: string;
  readonly anonymous?: boolean;
  /** Something the writer asks for or sets as a limit, in their own words. */
  readonly wish?: string;
  /** The words that name the person it is said for, when it is not the writer; of a shift whoever takes it or gives it. */
  readonly proxy?: string;
  /** What is asked about a shift: to be away, to swap it, that `proxy` takes it, or to take that of `proxy`. */
  readonly request?: 'leave' | 'swap' | 'stand_in' | 'offer';
  /** Which side of a hand-over speaks: who comes and takes the gear, or who goes and gives it back. */
  readonly side?: 'taking' | 'giving';
  readonly equipment?: readonly Equipment[];
  /** Gear with how many, where a number is said. */
  readonly gear?: GearCounts;
  readonly skills?: readonly Skill[];
  /** Gear that is missing, with how many. */
  readonly missing?: GearCounts;
  /** Something is looked for that somebody lost, and was not found; of gear that it was lost on the way. */
  readonly lost?: true;
  /** A check-in without trouble. */
  readonly ok?: boolean;
  readonly needsAnswer?: string;
  readonly figures?: readonly Figure[];
  /** A number was a guess (十来分钟, 大概五六个); the upper end is given. */
  readonly approximate?: boolean;
  /** The reply code of the order that is answered, such as `A7K`. */
  readonly code?: string;
}

/** The words of the message that gave a field (or `intent`); always a piece of the original text. */
export interface Because {
  readonly field: keyof Fields | 'intent';
  readonly words: string;
  /** How sure this field is, 0 to 1, where it is not as sure as the whole reading. */
  readonly confidence?: number;
}

/** What one message, or one line of a roll call, means. */
export interface Meaning {
  readonly intent: Intent;
  /** 0 to 1; below 0.6 a person should be asked before anything is done. */
  readonly confidence: number;
  readonly fields: Fields;
  readonly because: readonly Because[];
}

/** One line of a 接龙, with the name it is written under. */
export interface LineReading extends Meaning {
  readonly person: string;
}

/** The reading of a message; `lines` only for `roll_call`. */
export interface Reading extends Meaning {
  readonly lines?: readonly LineReading[];
}

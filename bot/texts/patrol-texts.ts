import type { NoticeKind } from '../../core/notice.ts';
import type { PatrolResult } from '../../core/tap-result.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { TraceWord } from '../../core/trace.ts';
import type {
  AskedTexts,
  CheckInTexts,
  GearTroubleTexts,
  MissingTexts,
  NightListTexts,
  PatrolTimeTexts,
  ReminderTexts,
  ReviewTexts,
  ShiftCardTexts,
  StrayTexts,
  SummaryTexts,
  WelfareTexts,
  WhichTexts,
} from './patrol-night-texts.ts';
import type {
  CalendarTexts,
  FindTexts,
  GapTexts,
  HandoverTexts,
  LogTexts,
  MonthTexts,
  RequestTexts,
  RosterTexts,
} from './patrol-roster-texts.ts';

/** Notices about shifts, points and those who walk them. */
export type PatrolNoticeKind = Extract<
  NoticeKind,
  | `shift_${string}`
  | `check_in_${string}`
  | `points_${string}`
  | `welfare_${string}`
  | 'patrol_find'
  | 'month_table'
  | 'calendar_link'
>;

type PatrolTraceWord = Extract<
  TraceWord,
  | `shift_${string}`
  | `gear_${string}`
  | `handover_${string}`
  | `check_in_${string}`
  | `point_${string}`
  | `welfare_${string}`
  | `request_${string}`
  | 'mustered'
  | 'left_early'
  | 'excused'
  | 'stood_in'
  | 'checked_in'
  | 'found'
  | 'find_decided'
  | 'logged'
>;

/** Why points will not be gone to. */
export const excuses = ['closed', 'unsafe', 'other'] as const;
export type Excuse = (typeof excuses)[number];

/** What lists, buttons, words in place of buttons, and the trace call things. */
export interface PatrolNames {
  readonly notice: Readonly<Record<PatrolNoticeKind, string>>;
  /** On a button without a value. */
  readonly verb: Readonly<Record<PatrolVerb, string>>;
  /**
   * The word to reply with where there are no buttons. Some are an order's or an incident's words too (收队, 平安): what is open
   * for whoever says it decides.
   */
  readonly word: Readonly<Record<PatrolVerb, string>>;
  /** Buttons and words of verbs with one of a few values. */
  readonly choice: {
    readonly points_excuse: Readonly<Record<Excuse, string>>;
    readonly check_in_point: Readonly<Record<'none', string>>;
  };
  /** Words that choose the point with this number: `点位 5`. */
  nth(n: number): string;
  /** What one writes to see one's own shifts, the team's, the month, the calendar. */
  readonly say: Readonly<Record<'mine' | 'team' | 'month' | 'calendar', string>>;
  readonly trace: Readonly<Record<PatrolTraceWord, string>>;
  /** A kind of the list by its name, the zone's own words as they are. */
  gear(item: string): string;
}

/** Everything said about patrols and other duties. */
export interface PatrolTexts extends PatrolNames {
  readonly time: PatrolTimeTexts;
  readonly reminder: ReminderTexts;
  readonly card: ShiftCardTexts;
  readonly checkIn: CheckInTexts;
  readonly stray: StrayTexts;
  readonly missing: MissingTexts;
  readonly asked: AskedTexts;
  readonly night: NightListTexts;
  readonly which: WhichTexts;
  readonly welfare: WelfareTexts;
  readonly summary: SummaryTexts;
  readonly gearLost: GearTroubleTexts;
  readonly gearBroken: GearTroubleTexts;
  readonly review: ReviewTexts;
  readonly gaps: GapTexts;
  readonly request: RequestTexts;
  readonly handover: HandoverTexts;
  readonly find: FindTexts;
  readonly roster: RosterTexts;
  readonly month: MonthTexts;
  readonly log: LogTexts;
  readonly calendar: CalendarTexts;
  /** What somebody of a patrol can write, for help. */
  readonly help: readonly string[];
  /** Words to reply with where there are no buttons. */
  reply(words: readonly string[]): string;
  readonly result: {
    readonly [Kind in PatrolResult['kind']]: (result: Extract<PatrolResult, { kind: Kind }>) => string;
  };
}

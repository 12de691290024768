import type { CheckInState, Doubt, Find } from '../../core/check-in.ts';
import type { PatrolResult, NoticeKind } from '../../core/notice.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { DutyKind, LogLine, ShiftRequest, ShiftState } from '../../core/shift.ts';
import type { TraceWord } from '../../core/trace.ts';
import type { Span } from '../../core/zone-time.ts';

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

/** A day as somebody standing in it says it. */
export interface SpokenDay {
  /** From today: 0 today, 1 tomorrow, -1 yesterday. */
  inDays: number;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  month: number;
  day: number;
  /** Of the hour at which it begins: before 05:00, until 17:00, after. */
  part: 'small_hours' | 'day' | 'evening';
}

interface PatrolTimeTexts {
  /** 今晚, 明天, 周六, 11月28日. */
  day(day: SpokenDay): string;
  /** `11月22日`, for what is over. */
  date(day: Pick<SpokenDay, 'month' | 'day'>): string;
  /** `20:00–23:00`; `days`: so many midnights lie between. */
  hours(from: string, to: string, days: number): string;
  /** Over days: `11月23日–11月30日`. */
  days(from: Pick<SpokenDay, 'month' | 'day'>, to: Pick<SpokenDay, 'month' | 'day'>): string;
  /** When and which: `今晚 20:00–23:00 东片夜巡`. */
  shift(when: string, name: string): string;
  /** Null: the whole year. */
  month(year: number, month: number | null): string;
}

/** A thing and how many of it. */
export interface Counted {
  item: string;
  count: number;
}

/** A point by its number and name; `by`: its own window's end, null where it has none. */
export interface PointNamed {
  n: number;
  name: string;
  by: string | null;
}

interface ReminderTexts {
  crew(names: readonly string[]): string;
  readonly nobody: string;
  onLeave(names: readonly string[]): string;
  short(people: number, minimum: number): string;
  route(points: number, first: string): string;
  /** A round: each place once, in any order. */
  round(points: number): string;
  gear(items: readonly Counted[]): string;
  how(kind: DutyKind): string;
}

interface ShiftCardTexts {
  title(state: ShiftState, name: string, hours: string): string;
  present(names: readonly string[], expected: number): string;
  awaited(names: readonly string[]): string;
  late(who: string, minutes: number): string;
  guest(who: string): string;
  /** Who stands in, and for whom. */
  standIn(who: string, whom: string): string;
  gear(items: readonly { item: string; count: number; taken: number | null }[]): string;
  points(seen: number, points: number): string;
  last(clock: string, point: string): string;
  next(points: readonly PointNamed[]): string;
  task(point: string, task: string): string;
  readonly allSeen: string;
  /** Where the card is shown once: how it ends. */
  readonly whenDone: string;
  how(kind: DutyKind): string;
  closing(open: number): string;
  /** A desk's log so far. */
  log(lines: number, open: number): string;
  /** To everybody, when a shift is called off. */
  calledOff(when: string, name: string): string;
  ended(clock: string | null, seen: number, points: number): string;
  readonly unstaffed: string;
  readonly cancelled: string;
}

interface CheckInTexts {
  which(who: string): string;
  readonly whichHow: string;
  /** At most 20 characters. */
  pointLabel(n: number, name: string): string;
  /** What became of the question. */
  settled(state: Exclude<CheckInState, 'asked' | 'replaced'>, who: string, point: string): string;
  line(facts: { point: string; seen: number; points: number; late: boolean }): string;
  again(point: string): string;
  extra(place: string): string;
}

interface MissingTexts {
  /** Team's room; friendly, no blame. `more`: so many are not named. */
  group(points: readonly PointNamed[], more: number): string;
  readonly groupHow: string;
  leaderTitle(name: string, points: number): string;
  leader(points: readonly PointNamed[], more: number): string;
  readonly leaderHow: string;
  point(point: PointNamed): string;
}

interface WelfareTexts {
  /** To one of the crew. */
  ask(silent: string): string;
  readonly askHow: string;
  officerTitle(name: string, silent: string): string;
  readonly officerAsked: string;
  last(clock: string, place: string | null, who: string | null): string;
  readonly neverHeard: string;
  person(who: string, phone: string): string;
  readonly officerNext: string;
  /** The officer's button. */
  readonly officerSafe: string;
  /** `rang`: it was no one of the crew, but who rang them. */
  ok(name: string, who: string, clock: string, rang: boolean): string;
}

interface SummaryTexts {
  title(name: string, day: string): string;
  people(names: readonly string[]): string;
  absent(names: readonly string[]): string;
  points(counts: { seen: number; late: number; points: number }): string;
  late(names: readonly string[]): string;
  missed(names: readonly string[]): string;
  excused(names: readonly string[]): string;
  /** Null: not said; of a round that takes weeks the time means nothing. */
  numbers(facts: { photos: number; km: number | null; span: Span | null }): string;
  /** A day outdoors against what it should be. */
  gridDay(facts: { span: Span; minutes: number; km: number | null; metres: number }): string;
  gearMissing(items: readonly Counted[]): string;
  finds(counts: Readonly<Record<Find['kind'], number>>): string;
  remarks(words: string): string;
  thanks(kind: DutyKind): string;
}

interface ReviewTexts {
  title(name: string, count: number): string;
  /** One photo or word to look at again, with its reasons. */
  line(clock: string, point: string, who: string, reasons: readonly string[]): string;
  /** `value`: minutes, metres; null where there is none. */
  reason(kind: Doubt['kind'], value: number | null): string;
  readonly note: string;
  more(count: number): string;
}

interface GapTexts {
  title(shifts: number): string;
  /** It is over, and nobody came. */
  readonly unstaffedTitle: string;
  line(shift: string, facts: readonly string[]): string;
  readonly nobody: string;
  /** Nobody came, and it is over. */
  readonly unstaffed: string;
  few(people: number, minimum: number): string;
  unreachable(names: readonly string[]): string;
  readonly next: string;
  more(count: number): string;
}

interface RequestTexts {
  /** To the other one. `exchange`: the shift that is given for it. */
  toOther(kind: ShiftRequest['kind'], who: string, shift: string, exchange: string | null): string;
  /** To the leader. */
  toLeader(kind: ShiftRequest['kind'], who: string, other: string, shift: string, exchange: string | null): string;
  agreed(who: string): string;
  waiting(who: string): string;
  /** Who would come has this one at the same time; null: is in the very shift already. */
  clash(who: string, shift: string | null): string;
  /** How many would be left, when it is granted. */
  left(people: number, minimum: number): string;
  /** What the question has become. */
  state(state: ShiftRequest['state'], by: string | null): string;
  /** Who would come in their place cannot be asked by chat. */
  unasked(who: string): string;
  /** To whoever asked. `exchange`: what they have instead. */
  decided(facts: {
    kind: ShiftRequest['kind'];
    state: ShiftRequest['state'];
    shift: string;
    exchange: string | null;
    other: string;
    /** Who decided; null: nobody is known. */
    by: string | null;
  }): string;
  /** To the other one, once it is granted. */
  yours(shift: string, asker: string, exchange: string | null): string;
  /** To the other one who had agreed, when nothing comes of it. */
  off(shift: string, asker: string): string;
}

interface HandoverTexts {
  title(from: string): string;
  gear(items: readonly Counted[]): string;
  missing(items: readonly Counted[]): string;
  missed(names: readonly string[]): string;
  words(who: string | null, words: string): string;
  /** To the leaders: both sides have not said yet that it is done. */
  chaseTitle(from: string, to: string): string;
  readonly notGiven: string;
  readonly notTaken: string;
  readonly chaseHow: string;
  given(who: string, clock: string): string;
  openMatters(lines: readonly string[]): string;
  readonly nothing: string;
  readonly how: string;
  taken(who: string, clock: string): string;
}

interface FindTexts {
  title(kind: Find['kind'], shift: string | null): string;
  from(who: string, clock: string): string;
  place(name: string): string;
  /** Said to whoever told of something suspicious stands in the result; this is for who decides. */
  readonly ask: Readonly<Record<Find['kind'], string>>;
  decided(state: Exclude<Find['state'], 'told'>, by: string | null, number: string | null): string;
}

interface RosterTexts {
  readonly mineTitle: string;
  teamTitle(team: string): string;
  /** A shift as a line begins with it. */
  line(shift: string): string;
  together(names: readonly string[]): string;
  crew(names: readonly string[]): string;
  readonly onLeave: string;
  readonly nobody: string;
  readonly emptyMine: string;
  readonly emptyTeam: string;
  readonly how: string;
  more(count: number): string;
}

interface MonthTexts {
  title(month: string, whose: string): string;
  line(who: string, facts: { shifts: number; points: number; span: Span }): string;
  total(people: number, facts: { shifts: number; points: number; span: Span }): string;
  readonly empty: string;
}

interface LogTexts {
  title(name: string, day: string): string;
  readonly kind: Readonly<Record<LogLine['kind'], string>>;
  line(n: number, kind: string, clock: string, words: string, who: string): string;
  open(line: string): string;
  readonly empty: string;
  readonly how: string;
}

interface CalendarTexts {
  title(whose: string | null): string;
  readonly how: string;
  readonly secret: string;
  readonly label: string;
  readonly unavailable: string;
  readonly privately: string;
}

/** Everything said about patrols and other duties. */
export interface PatrolTexts extends PatrolNames {
  readonly time: PatrolTimeTexts;
  readonly reminder: ReminderTexts;
  readonly card: ShiftCardTexts;
  readonly checkIn: CheckInTexts;
  readonly missing: MissingTexts;
  readonly welfare: WelfareTexts;
  readonly summary: SummaryTexts;
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

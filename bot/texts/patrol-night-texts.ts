import type { CheckInState, Doubt, Find } from '../../core/check-in.ts';
import type { ProblemCounts } from '../../core/grid-problems.ts';
import type { DutyKind, ShiftState } from '../../core/shift.ts';
import type { Span } from '../../core/zone-time.ts';

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

export interface PatrolTimeTexts {
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

/**
 * A point by its number on the route, null where its name bears a number of its own, and its name; `by`: its own window's end, null
 * where it has none; `from`: it does not count before that.
 */
export interface PointNamed {
  n: number | null;
  name: string;
  by: string | null;
  from?: string;
}

export interface ReminderTexts {
  crew(names: readonly string[]): string;
  readonly nobody: string;
  onLeave(names: readonly string[]): string;
  short(people: number, minimum: number): string;
  meeting(place: string): string;
  route(points: number, first: string): string;
  /** A round: each place once, in any order. */
  round(points: number): string;
  gear(items: readonly Counted[]): string;
  how(kind: DutyKind): string;
}

export interface ShiftCardTexts {
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
  calledOff(when: string, name: string, date: string): string;
  ended(clock: string | null, seen: number, points: number): string;
  readonly unstaffed: string;
  readonly cancelled: string;
}

export interface CheckInTexts {
  which(who: string): string;
  readonly whichHow: string;
  /** At most 20 characters. */
  pointLabel(n: number | null, name: string): string;
  /** What became of the question. */
  settled(state: Exclude<CheckInState, 'asked' | 'replaced'>, who: string, point: string): string;
  line(facts: { point: string; seen: number; points: number; late: boolean }): string;
  again(point: string): string;
  extra(place: string): string;
}

/** Alone: a picture was sent into a group that is none of the team's. */
export interface StrayTexts {
  /** `n`: the point's number on its route. */
  counted(room: string, n: number, point: string): string;
  not(room: string): string;
}

export interface MissingTexts {
  /** Team's room; friendly, no blame. `more`: so many are not named. */
  group(points: readonly PointNamed[], more: number): string;
  readonly groupHow: string;
  leaderTitle(name: string, points: number): string;
  leader(points: readonly PointNamed[], more: number): string;
  readonly leaderHow: string;
  /** What was asked about is answered; or the shift is over. */
  settled(points: readonly PointNamed[], more: number): string;
  readonly over: string;
  /** To the leader, who need not be in the group: what was not seen. */
  overLeader(points: readonly PointNamed[], more: number): string;
  point(point: PointNamed): string;
}

/** Answers to what people of a team ask about their night. */
export interface AskedTexts {
  points(points: readonly PointNamed[], more: number): string;
  readonly noShift: string;
  /** To an officer: no team has a shift tonight. */
  readonly zone: string;
  /** In the group, where the direct chat tells the rest. */
  readonly help: string;
  /** Nobody can be written to alone who has no chat with the bot. */
  readonly hours: string;
  readonly sent: string;
}

/** To an officer: how each duty of the night stands, in a line each. */
export interface NightListTexts {
  readonly title: string;
  line(head: string, said: readonly string[]): string;
  here(here: number, expected: number): string;
  planned(people: number): string;
  /** Before what somebody must look at. */
  worried(head: string): string;
  silent(silent: string): string;
  missed(points: readonly string[]): string;
  more(shifts: number): string;
}

/** Which of several shifts is meant. */
export interface WhichTexts {
  shift_end(shifts: number): string;
  /** Of one alone it is asked whether they are well. */
  shift_safe(shifts: number): string;
  /** Leave of a day that was not understood: from which of these. */
  shift_leave(shifts: number): string;
}

export interface WelfareTexts {
  /** To one of the crew. */
  ask(silent: string): string;
  readonly askHow: string;
  officerTitle(name: string, silent: string): string;
  readonly officerAsked: string;
  /** What was answered says neither that all is well nor that it is not. */
  readonly askAgain: string;
  last(clock: string, place: string | null, who: string | null): string;
  readonly neverHeard: string;
  person(who: string, phone: string): string;
  readonly officerNext: string;
  /** Nobody has reported for duty: who leads them reads it, and what became of it. */
  readonly unreported: {
    title(name: string): string;
    /** So many shifts in one message; each with when it began or what became of it, and what to do. */
    several(shifts: number): string;
    line(name: string, what: string): string;
    startedAt(clock: string): string;
    readonly ring: string;
    since(clock: string): string;
    readonly expected: string;
    readonly ask: string;
    ringing(who: string): string;
    came(clock: string, names: readonly string[]): string;
    out(clock: string, minutes: number): string;
    readonly off: string;
    readonly nobody: string;
  };
  /** To one whom the others do not find. */
  missingAsk(teller: string): string;
  missing(who: readonly string[]): string;
  missingTitle(name: string, who: readonly string[]): string;
  missingTold(teller: string): string;
  missingNext(who: readonly string[]): string;
  /** The officer: one of them is hurt. */
  hurtTitle(name: string): string;
  /** The officer: one of them was asked and says that all is not well; `said` in their words, '' for a button. */
  troubleTitle(name: string, who: string): string;
  troubleTold(who: string, said: string): string;
  troubleNext(who: string): string;
  hurtTold(who: string): string;
  readonly hurtNext: string;
  /** The officer's button. */
  readonly officerSafe: string;
  /** `rang`: it was no one of the crew, but who rang them. */
  ok(name: string, who: string, clock: string, rang: boolean): string;
}

export interface SummaryTexts {
  title(name: string, day: string): string;
  people(names: readonly string[]): string;
  /** Nobody had reported for duty for a while after the start; the first did then. */
  firstCame(clock: string): string;
  points(counts: { seen: number; late: number; points: number }): string;
  /** These points, and so many more. */
  late(names: readonly string[], more: number): string;
  missed(names: readonly string[], more: number): string;
  excused(names: readonly string[], more: number): string;
  /** Null: not said; of a round that takes weeks the time means nothing. */
  numbers(facts: { photos: number; km: number | null; span: Span | null }): string;
  /** Check-ins that were told afterwards, sent by one for another, of a point once more, or put right. Null: there are none. */
  kept(counts: { afterwards: number; proxies: readonly string[]; repeats: number; amended: number }): string | null;
  /** A day outdoors against what it should be. */
  gridDay(facts: { span: Span; minutes: number; km: number | null; metres: number }): string;
  problems(counts: ProblemCounts): string;
  gearMissing(items: readonly Counted[]): string;
  gearBroken(items: readonly Counted[]): string;
  finds(counts: Readonly<Record<Find['kind'], number>>): string;
  remarks(words: string): string;
  thanks(kind: DutyKind): string;
}

/** The leader alone: what a crew lost on its way, or what of its gear works no more; `found`: all of it is there, or works, again. */
export interface GearTroubleTexts {
  title(name: string): string;
  gone(tellers: readonly string[], items: readonly Counted[]): string;
  readonly next: string;
  readonly found: string;
}

export interface ReviewTexts {
  /** Who stayed away and had asked for leave that nobody decided on; with the words that grant it still, '' where there are none. */
  undecided(people: readonly { who: string; grant: string }[]): string;
  lateTitle(name: string, photos: number): string;
  /** A picture that came after the summary; `words` as they were sent, '' none. */
  lateLine(clock: string, who: string, point: string, words: string): string;
  readonly lateNote: string;
  title(name: string, count: number): string;
  /** Photos of which nobody said which point they are of, each with its time and sender; and so many more. */
  unplaced(photos: readonly string[], more: number): string;
  /** Who sent it, and for whom. */
  proxy(by: string, who: string): string;
  /** One photo or word to look at again, with its reasons; `asFile`: the photo was sent as a file, which is none of them. */
  line(one: { clock: string; point: string; who: string; reasons: readonly string[]; asFile: boolean }): string;
  /** `value`: minutes, metres; null where there is none. */
  reason(kind: Doubt['kind'], value: number | null): string;
  readonly note: string;
  more(count: number): string;
}

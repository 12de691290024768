import type { HazardKind } from '../../core/catalogue.ts';
import type { GradeRule } from '../../core/hazard-grade.ts';
import type { HazardVerb } from '../../core/hazard-verb.ts';
import type { HazardGrade, HazardOutcome, HazardState, Satisfaction } from '../../core/hazard.ts';
import type { HazardKindPage } from '../../core/hazard-kind-page.ts';
import type { HazardTurn } from '../../core/hazard-notice.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { DueTime, HazardResult } from '../../core/tap-result.ts';
import type { HazardTraceWord } from '../../core/trace.ts';
import type { DeadlineTexts } from './hazard-deadline-texts.ts';

type HazardNoticeKind = Extract<NoticeKind, `hazard_${string}`>;

/** What lists, buttons, words in place of buttons, and the trace call things. */
export interface HazardNames {
  readonly notice: Readonly<Record<HazardNoticeKind, string>>;
  /** On a button without a value. */
  readonly verb: Readonly<Record<HazardVerb, string>>;
  /** The word to reply with where there are no buttons; no two verbs, of incidents neither, have the same. */
  readonly word: Readonly<Record<HazardVerb, string>>;
  /** Buttons and words of verbs with one of a few values. */
  readonly choice: {
    readonly hazard_grade: Readonly<Record<HazardGrade, string>>;
    readonly hazard_accept: Readonly<Record<'spot' | 'deadline', string>>;
    readonly hazard_rate: Readonly<Record<Satisfaction, string>>;
    readonly hazard_place: Readonly<Record<'none', string>>;
  };
  readonly trace: Readonly<Record<HazardTraceWord, string>>;
  readonly state: Readonly<Record<HazardState, string>>;
  readonly grade: Readonly<Record<HazardGrade, string>>;
  readonly page: Readonly<Record<HazardKindPage, string>>;
  /** From one page of kinds to the choice of pages. */
  readonly otherPage: string;
  /** No kind on this page is right. */
  readonly noneOfThese: string;
  kind(code: HazardKind): string;
  /** At most 20 characters, for a button. */
  kindLabel(code: HazardKind): string;
  /** A button and a word: so many working days more. */
  moreDays(days: number): string;
  /** A button that gives it to somebody. */
  giveTo(who: string): string;
  /** Words that choose the nth of what is listed: `地点 2`. */
  nth(word: string, n: number): string;
}

/** While a report is being told. */
interface HazardDraftTexts {
  readonly offer: string;
  readonly askKind: string;
  readonly tapKind: string;
  /** The pages of all kinds. */
  readonly askSort: string;
  askPlace(choices: boolean): string;
  /** What is known already, so that nobody tells it twice. */
  known(kinds: readonly string[], place: string, photos: number): string;
  /** Buttonless: how to answer. */
  readonly howKind: string;
  placeLine(n: number, name: string): string;
  readonly ended: string;
  readonly resume: string;
  /** What stands where the question stood. */
  filed(number: string): string;
  readonly dropped: string;
  readonly unanswered: string;
  readonly emergency: string;
}

/** To whoever told of it. */
interface HazardReporterTexts {
  filed(number: string): string;
  joined(number: string): string;
  filedInGroup(number: string, joined: boolean): string;
  what(kinds: readonly string[], place: string): string;
  readonly next: string;
  readonly urgentNext: string;
  readonly anonymous: string;
  /** How a known hazard stands, for who saw it too. */
  now(state: HazardState, due: DueTime | null): string;
  turn(turn: HazardTurn, facts: { number: string; due: DueTime | null; words: string; into: string }): string;
  closed(number: string): string;
  readonly pair: string;
  readonly afterOnly: string;
  readonly ask: string;
  reopen(days: number): string;
}

/** Facts of a hazard on any card. */
interface HazardFactTexts {
  number(number: string): string;
  /** A number and what it is, as lines of lists begin. */
  line(number: string, what: string, place: string): string;
  place(name: string, said: string): string;
  readonly placeUnknown: string;
  /** Nobody named the place, but its position was sent; `area` '' when no village is near. */
  byPosition(area: string): string;
  readonly positionUnknown: string;
  readonly urgent: string;
  people(count: number): string;
  photos(count: number): string;
  readonly noPhotos: string;
  /** Films, voice messages, papers. */
  otherFiles(count: number): string;
  seen(count: number): string;
  owner(who: string, phone: string): string;
  leader(who: string, phone: string): string;
  officer(who: string, phone: string): string;
  handling(handling: 'on_the_spot' | 'by_deadline' | 'supervised'): string;
  /** Words of a reporter where the reporter's name stood. */
  readonly somebody: string;
}

/** A photo that was there before; said to whoever decides, and to nobody else. */
interface PhotoAlikeTexts {
  other(number: string): string;
  /** How it is now looks like how it was. */
  readonly before: string;
  /** It looks like one of an earlier round. */
  readonly earlier: string;
}

/** The command group's card. */
interface HazardTriageTexts {
  title(state: HazardState, outcome: HazardOutcome | null, kind: string, number: string): string;
  reported(times: { first: DueTime; count: number }): string;
  further(at: DueTime, words: string): string;
  suggests(grade: HazardGrade): string;
  /** Why the rules think so: the rule's own words, what fitted, the law. */
  reason(why: string, because: readonly string[], source: string): string;
  readonly rule: Readonly<Record<GradeRule | 'many_people', string>>;
  readonly noReason: string;
  readonly youDecide: string;
  proposed(who: string): string;
  readonly proposedNone: string;
  readonly chooseOwner: string;
  /** Nobody at all can be given it. */
  readonly noOwner: string;
  readonly chooseKind: string;
  twin(number: string, what: string, metres: number | null, days: number): string;
  sameAs(number: string): string;
  /** The telling that joined last is of something else. */
  readonly splitLast: string;
  waitsFor(state: 'assigned' | 'fixed'): string;
  asked(days: number, reason: string): string;
  draw(facts: { checked: boolean; why: string; lot: number | null; sharePercent: number }): string;
  fixed(who: string, at: DueTime): string;
  checked(who: string): string;
  mergedInto(number: string): string;
  endWords(words: string): string;
  rated(satisfaction: Satisfaction): string;
  round(n: number): string;
}

/** A group's card: nobody who reported, nobody who is late. */
interface HazardGroupTexts {
  title(kind: string): string;
  state(state: HazardState, outcome: HazardOutcome | null, due: DueTime | null): string;
  readonly late: string;
  readonly pairShown: string;
  mergedInto(number: string): string;
  /** Over photos that follow the card. */
  photoBefore(kind: string, number: string): string;
  photoAfter(kind: string, number: string): string;
  /** Put right since the last one, and still open; either can be none. */
  digestTitle(done: number, open: number): string;
  readonly digestFresh: string;
  readonly digestGoing: string;
  readonly digestThanks: string;
}

/** To the owner. */
interface HazardOrderTexts {
  title(
    step: 'assigned' | 'again' | 'accepted' | 'late' | 'fixed' | 'returned' | 'closed' | 'gone' | 'over',
    kind: string,
  ): string;
  readonly next: Readonly<
    Record<'assigned' | 'accepted' | 'asked' | 'fixed' | 'returned' | 'closed' | 'gone' | 'over', string>
  >;
  spot(hours: number): string;
  /** Why it is there again: the check, or somebody who says that it is still broken. */
  back(why: 'returned' | 'reopened', words: string): string;
  asked(days: number, reason: string): string;
  photoWanted(number: string): string;
  readonly photoHow: string;
  moreGranted(number: string): string;
  moreRefused(number: string): string;
  readonly moreNext: string;
}

/** To whoever looks again. */
interface HazardCheckTexts {
  title(kind: string): string;
  doneTitle(how: 'passed' | 'returned' | 'needless', kind: string): string;
  fixedBy(who: string, at: DueTime): string;
  readonly why: Readonly<Record<'major' | 'supervised' | 'returned' | 'sample', string>>;
  readonly pair: string;
  readonly noPair: string;
  readonly ask: string;
  readonly ownWork: string;
}

/** Reminders, and what a leader decides. */
interface HazardAlarmTexts {
  title(late: string, kind: string): string;
  readonly next: Readonly<Record<'owner' | 'leader' | 'supervision', string>>;
  moreTitle(who: string, days: number): string;
  moreReason(reason: string): string;
  moreUntil(due: DueTime): string;
  readonly moreAsk: string;
  chasedOwner(number: string): string;
  chasedCommand(number: string): string;
  readonly chasedNext: string;
  supervised(number: string): string;
  readonly supervisedNext: string;
  /** How far it is, in the words of whoever has it. */
  progress(number: string, words: string): string;
  /** Whoever told says that it is elsewhere. */
  placeSaid(number: string): string;
  /** What they say, with the whole of their words; each '' where there is none. */
  placeSaidAs(place: string, words: string): string;
  readonly placeSaidNext: Readonly<Record<'owner' | 'command', string>>;
  waitingTitle(count: number): string;
  waitingFor(state: HazardState): string;
  /** For whole hours. */
  waitingSince(line: string, what: string, hours: number): string;
  readonly waitingNext: string;
  twinTitle(number: string, other: string): string;
  apart(metres: number): string;
  readonly twinAsk: string;
}

/** Whose list, or of what. */
type HazardListed = 'owned' | 'area' | 'reported' | 'found' | 'to_check';

/** Lists. */
interface HazardListTexts {
  title(about: HazardListed, count: number, late: number): string;
  readonly empty: Readonly<Record<HazardListed, string>>;
  entry(line: string, facts: readonly string[]): string;
  more(count: number): string;
  readonly how: Readonly<Record<HazardListed, string>>;
  readonly privately: string;
  digestTitle(about: 'owned' | 'area', late: number, today: number, soon: number): string;
  digestRest(count: number): string;
  which(count: number): string;
  whichLabel(number: string, kind: string): string;
}

/** Words that stand in for hazard buttons. */
interface HazardReplyTexts {
  /** Whole replies; `number` may be left out where only one can be meant. */
  personal(replies: readonly string[], number: string | null): string;
  /** Whole replies that carry their number already. */
  whole(replies: readonly string[]): string;
  kinds(reply: string, names: readonly string[]): string;
  /** How to set another kind, by an example. */
  kindLike(reply: string): string;
}

/** Everything said about hazards, in one language. */
export interface HazardTexts extends HazardNames {
  readonly result: {
    readonly [Kind in HazardResult['kind']]: (result: Extract<HazardResult, { kind: Kind }>) => string;
  };
  readonly draft: HazardDraftTexts;
  readonly reporter: HazardReporterTexts;
  readonly fact: HazardFactTexts;
  readonly deadline: DeadlineTexts;
  readonly triage: HazardTriageTexts;
  readonly group: HazardGroupTexts;
  readonly order: HazardOrderTexts;
  readonly check: HazardCheckTexts;
  readonly photoAlike: PhotoAlikeTexts;
  readonly alarm: HazardAlarmTexts;
  readonly list: HazardListTexts;
  readonly reply: HazardReplyTexts;
  /** What everybody can write about hazards. */
  readonly help: readonly string[];
}

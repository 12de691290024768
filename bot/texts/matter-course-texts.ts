import type { DisputeKind } from '../../core/catalogue.ts';
import type { FollowUp, MatterKind, MatterOutcome, MatterState, PushTarget } from '../../core/matter.ts';
import type { MatterTurn } from '../../core/private-notice.ts';

/** Why nobody has to choose a time any more: one is fixed; they agree already; it is over; it rests; others are asked about; or none is. */
export type TimesEnd = 'fixed' | 'agreed' | 'ended' | 'rests' | 'others' | 'off';

/** To those who take it. No word of what it is about: that comes by a tap. */
export interface MatterWorkTexts {
  readonly offer: string;
  readonly offerUrgent: string;
  /** `last`: no other room is asked after this one. */
  offerUntil(minutes: number, kind: MatterKind, last: boolean): string;
  offerConflict(kind: MatterKind): string;
  takenBy(who: string): string;
  readonly takenByYou: string;
  readonly offerOver: string;
  danger(what: string): string;
  /** The same of a matter that somebody has already. */
  dangerLater(what: string): string;
  readonly dangerNext: string;
  /** Who could be rung: names with their numbers. */
  unanswered(names: readonly string[]): string;
  /** `take`: the reader can take it too. */
  /** Of a police matter: who has not said that they have it. */
  pushSilent(names: readonly string[]): string;
  /** It is not said again by itself. */
  readonly unansweredLast: string;
  unansweredNext(take: boolean): string;
  /** Whoever is not on the card is named in words. */
  assignHow(number: string): string;
  /** A button, and the words in its place: to this one. */
  giveTo(who: string): string;
  /** It was handed to its owner. */
  handedBy(who: string): string;
  /** Nothing has moved with it for so long; `who` has it, missing: the reader. */
  idle(minutes: number, who?: string): readonly string[];
  readonly idleOver: string;
  readonly idleTold: string;
  push(to: PushTarget): string;
  readonly pushNext: string;
  readonly acknowledged: string;
  /** Nothing reaches a side, by role, or a mediator, by name and number: somebody rings. */
  unreachedSide(side: string): string;
  unreachedMediator(who: string): string;
  /** What the owner does now. */
  next(state: MatterState, kind: MatterKind): string;
  readonly nextApart: string;
  /** Whoever it is about asked for silence. */
  readonly hold: string;
  /** Who has not said whether they agree, by role. */
  consentOpen(sides: readonly string[]): string;
  signOpen(sides: readonly string[]): string;
  readonly signSeal: string;
  /** The court did not confirm it: what can be done now. */
  readonly courtRejected: string;
  readonly courtApplied: string;
  readonly timesOpen: string;
  /** To the owner: a side has written; null: whoever told it. */
  heard(side: string | null, clock: string): string;
  booked(when: string): string;
  due(when: string): string;
  /** What can be written instead of tapped. */
  readonly write: string;
  readonly answerHow: string;
  /** A button: write the answer to a question. */
  readonly writeAnswer: string;
}

/** To the sides, and to the owner about them. */
export interface MatterSideTexts {
  /** Do you agree to mediation? `asked`: whoever brought it. */
  consent(asked: boolean): readonly string[];
  readonly consentNote: string;
  readonly consentOver: string;
  consentSaid(said: 'yes' | 'no'): string;
  /** Said 算了 of what was handed in. */
  readonly stop: readonly string[];
  readonly times: string;
  time(n: number, when: string): string;
  /** Chosen already. */
  timeChosen(when: string): string;
  readonly timesNone: string;
  /** Nobody has to choose among them any more. `when`: of one that is fixed. */
  timesOver(end: TimesEnd, when: string): string;
  /** To the owner: how a side answered. */
  timesOf(side: string, when: readonly string[], answered: boolean): string;
  readonly timesWaiting: string;
  readonly timesClash: string;
  timesFixed(when: string): string;
  /** To the owner: a side asks for these times; and when it is now, if it is booked. */
  timesWished(side: string, when: readonly string[]): string;
  wishedInstead(when: string): string;
  /** Buttons, and the words in their place. `date`: ISO; `clock`: `15:00`; `moved`: instead of what is booked. */
  wishTake(date: string, clock: string, moved: boolean): string;
  wishAsk(times: readonly (readonly [date: string, clock: string])[]): string;
  /** What stands there instead of a time that was told: it was moved to `when`, or that of `when` is over or off. */
  sessionPast(how: 'moved' | 'over' | 'off', when: string): string;
  session(step: 'booked' | 'day' | 'hour' | 'changed' | 'off', when: string): string;
  sessionWhere(place: string): string;
  /** `mediates`: of a dispute; else whoever sees them. */
  sessionWith(who: string, mediates: boolean): string;
  readonly sessionBring: string;
  readonly sessionCant: string;
  /** A button: I cannot come. */
  readonly cannotCome: string;
  readonly sessionApart: string;
  readonly calendar: string;
  readonly over: string;
  readonly overNext: string;
  /** Of an appointment with one person. */
  readonly overMet: string;
  readonly terms: readonly string[];
  readonly termsSigned: string;
  /** Somebody said no to these terms; `over`: and it has ended. */
  termsOff(over: boolean): string;
  /** `as`: who reads it; the owner hears of a side. */
  payment(
    step: 'soon' | 'due' | 'late' | 'told' | 'confirmed' | 'denied',
    as: 'debtor' | 'creditor' | 'owner',
    /** `due`: '' none. `money`: a payment and no deed. */
    facts: { due: string; money: boolean },
  ): readonly string[];
  /** Buttons about a promise that is no payment. */
  readonly deed: Readonly<Record<'matter_paid' | 'matter_got' | 'matter_not_got', string>>;
  /** `day` 0: however many days it has been. */
  court(day: number, lastDay: string): readonly string[];
  moreTime(days: number): readonly string[];
  moreTimeState(sides: readonly string[]): string;
  deadline(step: 'soon' | 'over', day: string): readonly string[];
  /** A return visit to a side where nothing was agreed. */
  visitUnsettled(days: number): readonly string[];
  visit(days: FollowUp['days'], kind: MatterKind, owner: boolean): readonly string[];
  readonly turn: Readonly<Record<MatterTurn, string>>;
  /** Taken, of anything but a dispute. */
  readonly takenOther: string;
  ended(outcome: MatterOutcome): string;
  readonly waysTitle: string;
  readonly again: string;
  readonly answered: string;
}

/** Other ways than mediation, by kind of dispute; the most useful first, each in plain words. */
export interface MatterWayTexts {
  ways(about: DisputeKind | null): readonly string[];
}

/** Lists, links, openings, and one's own data. */
export interface MatterListTexts {
  title(count: number): string;
  readonly none: string;
  entry(number: string, mine: string, state: string): string;
  readonly mine: Readonly<Record<'owner' | 'desk' | 'co_owner' | 'offered' | 'teller' | 'party', string>>;
  readonly how: string;
  more(count: number): string;
  readonly which: string;
  /** Words that read like a matter of their own are kept as a note of this one; `moved`: taken out, they began one. */
  whose(number: string, sides: boolean): readonly string[];
  /** They tell of danger, which was taken for that of whoever is looked after. */
  readonly whoseDanger: string;
  readonly whoseMoved: string;
  whoseLabel(number: string): string;
  whichEntry(number: string, when: string): string;
  /** Where one is looked at by its number: `看 0042`. */
  lookLabel(number: string): string;
  resumeLabel(number: string): string;
  link(page: 'tell' | 'matter'): string;
  readonly linkLabel: Readonly<Record<'tell' | 'matter', string>>;
  readonly linkHow: string;
  readonly noLink: string;
  readonly noteKept: string;
  openingAsked(who: string, number: string): string;
  openingReason(words: string): string;
  openingNext(minutes: number): string;
  openingDecided(agreed: boolean, who: string, until: string): string;
  openingOver(number: string): string;
  openingToOwner(who: string, by: string, number: string): string;
  openingYours(agreed: boolean, until: string): string;
  readonly openingWaits: string;
  readonly dataTitle: string;
  readonly data: readonly string[];
  dataKept(days: number): string;
  readonly dataAgree: string;
  readonly exportTitle: string;
  readonly exportNext: string;
  readonly exportNoLink: string;
  readonly exportLabel: string;
  readonly eraseTitle: string;
  readonly erase: readonly string[];
}

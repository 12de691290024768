import type { PassedOver } from '../../core/candidates.ts';
import type { IncidentKind, IncidentLevel, Skill } from '../../core/catalogue.ts';
import type { IncidentOutcome, IncidentState, OrderAnswer, Progress } from '../../core/incident.ts';
import type { Language, Platform, Verb } from '../../core/message.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { Finding, PublicNotice, SceneWord } from '../../core/notice.ts';
import type { TapResult } from '../../core/tap-result.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Duty, RoomPurpose } from '../../core/people.ts';
import type { Span } from '../../core/zone-time.ts';
import type { AfterActionTexts } from './after-action-texts.ts';
import type { HazardTexts } from './hazard-texts.ts';
import type { MatterTexts } from './matter-texts.ts';
import type { PaperTexts } from './paper-texts.ts';
import type { StatisticsTexts } from './statistics-texts.ts';
import type { StorageTexts } from './storage-texts.ts';
import type { PatrolTexts } from './patrol-texts.ts';
import type { NightTexts } from './night-texts.ts';
import type { PlaceTexts } from './place-texts.ts';
import type { WebTexts } from './web-texts.ts';

/** Verbs whose button says nothing but the verb. */
export type PlainVerb = Exclude<Verb, 'call_out' | 'eta' | 'set_kind'>;

/** Every toast and answer, by the kind of result, with that result's own facts. */
export type ResultTexts = {
  readonly [Kind in TapResult['kind']]: (result: Extract<TapResult, { kind: Kind }>) => string;
};

/** What the lists call things. */
interface NameTexts {
  kind(code: IncidentKind): string;
  /** At most 20 characters, for a button. */
  kindLabel(code: IncidentKind): string;
  /** Null: anybody. */
  skill(code: Skill | null): string;
  level(code: IncidentLevel): string;
  readonly duty: Readonly<Record<Duty, string>>;
  readonly platform: Readonly<Record<Platform, string>>;
  readonly notice: Readonly<Record<PublicNotice['kind'], string>>;
  /** Any notice of a private matter, to whoever may not know which. */
  readonly privateNotice: string;
  /** Joins names: 、 or a comma. */
  list(items: readonly string[]): string;
  /** Words as somebody said them. */
  quoted(words: string): string;
}

interface MarkTexts {
  /** The banner of everything that belongs to a drill. */
  readonly drill: string;
  /** The same in one word, inside a line. */
  readonly drillShort: string;
  /** A toast that belongs to a drill. */
  drillToast(words: string): string;
  /** The banner of an order that may have arrived before. */
  readonly repeat: string;
  /** Stands where lines were left out of a message that would have been too long. */
  more(lines: number): string;
}

interface LabelTexts {
  readonly verb: Readonly<Record<PlainVerb, string>>;
  callOut(people: number): string;
  eta(minutes: number): string;
  /** Closing although the platform has no word of some: the officer rang them. */
  readonly closePhoned: string;
  readonly map: string;
  readonly page: string;
}

interface TimeTexts {
  duration(span: Span): string;
  minutes(minutes: number): string;
  /** How old the position is that a travel time rests on; null: no position is known. */
  positionAge(minutes: number | null): string;
  /** The travel time is from where the person usually is. */
  readonly fromBase: string;
  /** `1.8公里`. */
  distance(metres: number): string;
  /** `预计14:32到`. */
  expected(clock: string): string;
}

/** To whoever reported. */
interface ReportTexts {
  /** The first words of every answer to an emergency. */
  readonly emergencyLine: string;
  /** `heard`: somebody of the command can see it; else nobody but the emergency numbers helps. */
  reported(number: string, heard: boolean): string;
  joined(number: string): string;
  /** To a crew of which somebody is hurt: what the officer got with the report. */
  readonly crewTold: string;
  readonly ask: Readonly<Record<'place' | 'people', string>>;
  /** To whoever asks before the officer has decided. */
  undecided(number: string): string;
  confirmed(number: string): string;
  calledOut(number: string, underway: number, onScene: number): string;
  stoodDown(number: string): string;
  closed(number: string, outcome: IncidentOutcome): string;
  readonly keepAway: string;
  detailNoted(number: string): string;
}

/** The command group's card. */
interface CommandTexts {
  title(state: IncidentState, kind: string, number: string): string;
  reporter(who: string | null, room: string | null, clock: string): string;
  /** `because`: the words that tell it, none where they tell nobody anything; null: the machine would not have thought of it. */
  guess(kind: string, because: readonly string[] | null): string;
  place(name: string, said: string): string;
  readonly placeUnknown: string;
  readonly positionUnknown: string;
  level(name: string): string;
  reports(count: number): string;
  furtherReport(clock: string, words: string): string;
  lateReport(number: string, how: { clock: string; late: string }): string;
  photos(count: number): string;
  officer(who: string): string;
  readonly chooseKind: string;
  seatsNeeded(seats: readonly { skill: string; count: number }[]): string;
  wouldAsk(people: number): string;
  /** One who would be asked. */
  asked(n: number, who: string, facts: readonly string[]): string;
  short(seats: readonly { skill: string; count: number }[]): string;
  nextWave(people: number): string;
  readonly passedOver: string;
  passedOverFor(why: PassedOver, count: number, names: readonly string[], others: number): string;
  readonly nobody: string;
  seat(skill: string, taken: number, needed: number): string;
  wave(n: number): string;
  holder(who: string, skill: string, progress: Progress, facts: readonly string[]): string;
  /** The first of them by name, and how many more there are. */
  standby(names: readonly string[], more: number): string;
  tally(counts: Readonly<Record<'open' | 'seen' | 'declined' | 'withdrawn' | 'unreachable', number>>): string;
  readonly exhausted: string;
  safe(count: number, of: number): string;
  notSafe(who: string, phone: string): string;
  readonly everybodySafe: string;
  readonly mayClose: string;
  outcome(outcome: IncidentOutcome): string;
  times(
    times: readonly { what: 'reported' | 'confirmed' | 'called_out' | 'stood_down' | 'closed'; clock: string }[],
  ): string;
  decide(minutes: number): string;
}

/** The squad group's card. */
interface SquadTexts {
  title(state: 'called_out' | 'stood_down' | 'closed', kind: string): string;
  place(name: string): string;
  readonly placeUnknown: string;
  seats(seats: readonly { skill: string; taken: number; needed: number }[]): string;
  going(names: readonly string[]): string;
  underway(names: readonly string[]): string;
  onScene(names: readonly string[]): string;
  /** The first of them by name, and whether there are more. */
  standby(names: readonly string[], more: boolean): string;
  readonly howToAnswer: string;
  awaited(count: number): string;
  ended(outcome: IncidentOutcome | null): string;
  readonly thanks: string;
}

/** The order and everything said to the one who has it. */
interface OrderTexts {
  title(kind: string): string;
  againTitle(kind: string): string;
  answeredTitle(answer: OrderAnswer, progress: Progress, kind: string): string;
  number(number: string): string;
  place(name: string): string;
  readonly placeUnknown: string;
  words(words: string): string;
  seat(skill: string): string;
  need(words: string): string;
  travel(facts: readonly string[]): string;
  officer(who: string, phone: string): string;
  readonly safetyHeading: string;
  safety(n: number, line: string): string;
  limit(reason: string): string;
  standby(rank: number): string;
  /** Chose to wait while there are free seats. */
  readonly standbyByChoice: string;
  readonly standbyWait: string;
  readonly askAnswer: string;
  readonly askEta: string;
  readonly next: Readonly<Record<Progress, string>>;
  readonly mindChange: string;
  readonly lapsed: string;
  /** Every seat was taken before this person answered. */
  readonly full: string;
  fullTitle(kind: string): string;
  readonly notNeeded: string;
  readonly notNeededFalseAlarm: string;
  standDownTitle(kind: string): string;
  readonly standDown: string;
  readonly standDownFalseAlarm: string;
  readonly standDownCancelled: string;
  readonly askSafe: string;
  readonly safeReminder: string;
  lateReminder(clock: string): string;
  which(count: number): string;
  whichLine(code: string, kind: string, place: string): string;
  whichLabel(verb: string, code: string): string;
  officerWord(who: string, words: string): string;
}

/** What the command group hears from the scene. */
interface SceneTexts {
  title(word: SceneWord, number: string): string;
  from(who: string, progress: Progress | null): string;
  readonly hint: Readonly<Record<SceneWord, string>>;
  openSeats(seats: readonly { skill: string; count: number }[]): string;
  photoTitle(number: string): string;
  photoFrom(who: string | null, clock: string): string;
  /** Of an album. */
  photoCount(count: number): string;
  /** To who sent one that could not be kept. */
  readonly photoRefused: string;
}

/** What the command group hears about what the machine could not do. */
interface TroubleTexts {
  nobodyLeftTitle(kind: string, number: string): string;
  stillShort(seats: readonly { skill: string; count: number }[]): string;
  readonly ring: string;
  ringLine(who: string, phone: string, why: string): string;
  readonly ringWhy: Readonly<Record<'unreachable' | 'open' | 'standby' | 'withdrawn' | PassedOver, string>>;
  readonly dutyPhone: string;
  readonly noPhones: string;
  undeliveredTitle(what: string): string;
  undelivered(who: string, phone: string): string;
  undeliveredRoom(title: string): string;
  readonly undeliveredNext: string;
  unreachableTitle(count: number): string;
  unreachable(who: string, phone: string): string;
  readonly unreachableNext: string;
  andMore(count: number): string;
  readonly selfCheckTitle: string;
  readonly selfCheckFine: string;
  /** To an administrator, when a login has to be scanned. */
  readonly loginLink: string;
  finding(platform: string, finding: Finding): string;
  inboxFailed(platform: string, reference: string): string;
  readonly inboxFailedNext: string;
}

/** Between the bot and one person. */
interface PeopleTexts {
  welcome(zone: string): string;
  readonly welcomeHow: string;
  readonly privacy: string;
  readonly helpTitle: string;
  readonly helpResident: readonly string[];
  readonly helpRescuer: readonly string[];
  readonly helpOfficer: readonly string[];
  readonly helpBind: string;
  readonly notUnderstood: string;
  readonly wordsWanted: string;
  readonly notUnderstoodNext: Readonly<Record<'resident' | 'rescuer' | 'officer', string>>;
  readonly dutySet: Readonly<Record<Duty, string>>;
  readonly languageSet: string;
  roomSet(purpose: RoomPurpose, team: string): string;
  bound(who: string): string;
  readonly bindRefused: Readonly<Record<'unknown' | 'expired' | 'used', string>>;
  bindCode(who: string, code: string): string;
  bindCodeHow(code: string): string;
}

/** What stands in for buttons where a platform has none. */
export interface SubstituteTexts {
  /** `点开一按就行：https://…` */
  link(url: string): string;
  /** The three answers by digit; `code` where the order has one. */
  digits(code: string | null): string;
  /** `比如 8分钟`; `code` where the order has one. */
  eta(minutes: number, code: string | null): string;
  /** Words to reply with, several in one line. */
  words(words: readonly string[], code: string | null): string;
  /** Whole replies for the officer: a word and the incident's number. */
  incident(replies: readonly string[]): string;
  /** A whole reply that sets a kind, and the names to choose from. */
  kinds(reply: string, names: readonly string[]): string;
  /**
   * The word to reply with for each verb; the answers to an order are read the same everywhere. Those of patrols are apart
   * (`patrol.word`): some are the same words, and mean them for whoever is on a shift. So are those of private matters
   * (`matter.word`), which only a direct chat takes.
   */
  readonly word: Readonly<Record<Exclude<Verb, PatrolVerb | MatterVerb>, string>>;
  /** Closing although some have not said that they are safe: the officer rang them. */
  readonly closePhoned: string;
}

/** Every word that a person sees, in one language. Plain text: whoever encodes escapes it. */
export interface Texts {
  readonly language: Language;
  readonly name: NameTexts;
  readonly mark: MarkTexts;
  readonly label: LabelTexts;
  readonly time: TimeTexts;
  readonly report: ReportTexts;
  readonly command: CommandTexts;
  readonly squad: SquadTexts;
  readonly order: OrderTexts;
  readonly scene: SceneTexts;
  readonly storage: StorageTexts;
  readonly trouble: TroubleTexts;
  readonly people: PeopleTexts;
  readonly substitute: SubstituteTexts;
  readonly afterAction: AfterActionTexts;
  readonly hazard: HazardTexts;
  readonly place: PlaceTexts;
  readonly night: NightTexts;
  readonly patrol: PatrolTexts;
  readonly matter: MatterTexts;
  readonly paper: PaperTexts;
  readonly statistics: StatisticsTexts;
  readonly result: ResultTexts;
  readonly web: WebTexts;
}

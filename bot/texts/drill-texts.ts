import type { IncidentState } from '../../core/incident.ts';
import type { Language } from '../../core/message.ts';

/** The stories that can be drilled. */
export const drillScenarios = ['fire', 'drowning', 'person_down'] as const;
export type DrillScenario = (typeof drillScenarios)[number];

/** How somebody of a drill said something. */
export type DrillDoor = 'button' | 'digit' | 'words' | 'code' | 'group' | 'quote' | 'position';

/** How many of those who were asked have come how far. */
export interface DrillTally {
  waves: number;
  asked: number;
  standby: number;
  declined: number;
  withdrawn: number;
  undelivered: number;
  unanswered: number;
}

/** Everything that a drill in the terminal says, and what its simulated people say. */
export interface DrillTexts {
  readonly language: Language;
  usage(scenarios: readonly string[]): readonly string[];
  scenario: Readonly<Record<DrillScenario, { name: string; about: string }>>;
  unknownScenario(name: string): string;
  badOption(option: string, expected: string): string;
  readonly expected: Readonly<Record<'number' | 'speed', string>>;
  /** Why a drill could not begin, or did not end as it has to. */
  readonly problem: {
    readonly noOfficer: string;
    readonly noRescuers: string;
    unfinished(why: string): string;
    realIncident(number: string): string;
    unmarked(cards: number): string;
  };
  /** Titles of groups where the zone has none. */
  readonly group: Readonly<Record<'command' | 'squad', string>>;
  readonly stopped: string;
  /** What people write. The bot has to understand it, so a test reads all of it. */
  readonly said: {
    /** The officer's words that start the drill; `place` is '' where the zone has none that fits. */
    start: Readonly<Record<DrillScenario, (place: string) => string>>;
    /** What the first crew on the scene asks for, and what it tells when the work is done. */
    need: Readonly<Record<DrillScenario, string>>;
    news: Readonly<Record<DrillScenario, string>>;
    /** The officer to everybody who is going, after a need. */
    helpIsComing: string;
    seen: string;
    going(minutes: number): string;
    byCode(code: string, minutes: number): string;
    minutes(minutes: number): string;
    readonly cannot: readonly string[];
    readonly cannotAfterAll: readonly string[];
    readonly underway: readonly string[];
    readonly onScene: readonly string[];
    readonly done: readonly string[];
    readonly safe: readonly string[];
  };
  readonly view: {
    /** The mark of the drill, on every line of the bot and on the block below. */
    readonly mark: string;
    /** A card without the mark: it must never be seen. */
    readonly unmarked: string;
    readonly bot: string;
    about(zone: string, seed: string): string;
    readonly door: Readonly<Record<DrillDoor, string>>;
    readonly deed: Readonly<Record<'new' | 'changed' | 'reaction' | 'refused', string>>;
    to(names: readonly string[], more: number): string;
    readonly refusal: Readonly<Record<'blocked' | 'answer_lost' | 'refused', string>>;
    quoted(words: string): string;
    position(place: string): string;
    readonly state: Readonly<Record<IncidentState, string>>;
    readonly row: Readonly<Record<'seats' | 'people' | 'going' | 'on_scene' | 'back', string>>;
    tally(tally: DrillTally): string;
    coming(name: string, expected: string | null): string;
    back(safe: number, went: number, missing: readonly string[]): string;
    readonly nobody: string;
  };
  readonly end: {
    title(number: string): string;
    span(from: string, to: string, duration: string): string;
    score(total: number): string;
    readonly columns: Readonly<Record<'part' | 'measured' | 'points' | 'rule', string>>;
    readonly never: string;
    timed(full: string, none: string): string;
    share(of: number): string;
    readonly sum: string;
    messages(sent: number, edited: number, reactions: number): string;
    marked(marked: number, cards: number): string;
    again(command: string): string;
  };
}

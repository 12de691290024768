import type { Find } from '../../core/check-in.ts';
import type { LogLine, ShiftRequest } from '../../core/shift.ts';
import type { Span } from '../../core/zone-time.ts';
import type { Counted } from './patrol-night-texts.ts';

export interface GapTexts {
  /** `short`: so many shifts lack people; `unreached`: so many more have enough, some of whom nothing reaches. */
  title(short: number, unreached: number): string;
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

export interface RequestTexts {
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
    /** The shift was over before. */
    over: boolean;
  }): string;
  /** To the other one, once it is granted. */
  yours(shift: string, asker: string, exchange: string | null): string;
  /** To the other one who had agreed, when nothing comes of it. */
  off(shift: string, asker: string): string;
}

export interface HandoverTexts {
  title(from: string): string;
  gear(items: readonly Counted[]): string;
  missing(items: readonly Counted[]): string;
  broken(items: readonly Counted[]): string;
  /** These points, and so many more. */
  missed(names: readonly string[], more: number): string;
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

export interface FindTexts {
  title(kind: Find['kind'], shift: string | null): string;
  from(who: string, clock: string): string;
  place(name: string): string;
  /** Said to whoever told of something suspicious stands in the result; this is for who decides. */
  readonly ask: Readonly<Record<Find['kind'], string>>;
  decided(state: Exclude<Find['state'], 'told'>, by: string | null, number: string | null): string;
}

export interface RosterTexts {
  readonly mineTitle: string;
  teamTitle(team: string): string;
  /** A shift as a line begins with it. */
  line(shift: string): string;
  together(names: readonly string[]): string;
  crew(names: readonly string[]): string;
  readonly onLeave: string;
  /** Somebody else goes in the reader's place. */
  replaced(who: string): string;
  /** Under a shift that was announced: these were named for it, and are nobody in the teams. */
  unknown(names: readonly string[]): string;
  /** Nobody was named whom the teams know, so all of the team are expected, and these words are the shift's name. */
  asName(names: readonly string[]): string;
  readonly nobody: string;
  readonly emptyMine: string;
  readonly emptyTeam: string;
  readonly how: string;
  more(count: number): string;
}

export interface MonthTexts {
  title(month: string, whose: string): string;
  line(who: string, facts: { shifts: number; points: number; span: Span }): string;
  total(people: number, facts: { shifts: number; points: number; span: Span }): string;
  readonly empty: string;
}

export interface LogTexts {
  title(name: string, day: string): string;
  readonly kind: Readonly<Record<LogLine['kind'], string>>;
  line(n: number, kind: string, clock: string, words: string, who: string): string;
  open(line: string): string;
  readonly empty: string;
  readonly how: string;
}

export interface CalendarTexts {
  title(whose: string | null): string;
  readonly how: string;
  readonly secret: string;
  readonly label: string;
  readonly unavailable: string;
  readonly privately: string;
}

import type { PlaceKind, RiskColour } from '../../core/catalogue.ts';
import type { HazardOutcome } from '../../core/hazard.ts';
import type { PlaceVerb } from '../../core/message.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { DueTime, PlaceResult } from '../../core/tap-result.ts';
import type { ColourReason } from '../../core/place-colour.ts';
import type { TraceWord } from '../../core/trace.ts';

type PlaceNoticeKind = Extract<NoticeKind, `place_${string}`>;
type PlaceTraceWord = Extract<TraceWord, `colour_${string}`> | 'table_imported';

/** The question of an enterprise's colour. */
interface PlaceColourTexts {
  name(colour: RiskColour): string;
  readonly mark: Readonly<Record<RiskColour, string>>;
  /** What it is called, its code and what the rules suggest. */
  title(place: string, from: RiskColour, to: RiskColour): string;
  decidedTitle(place: string, how: 'accepted' | 'kept', colour: RiskColour): string;
  droppedTitle(place: string, colour: RiskColour): string;
  readonly why: string;
  /** `clean` is the day from which nothing stands in the way; null where something is open. */
  reason(reason: ColourReason, cleanDate: string | null): string;
  readonly ask: string;
  /** It is no grade of a hazard. */
  readonly noGrade: string;
  decided(who: string, at: DueTime): string;
  readonly dropped: string;
}

/** The answer to 查. */
interface PlaceInfoTexts {
  title(name: string, code: string): string;
  kind(kind: PlaceKind): string;
  aliases(names: string): string;
  area(area: string): string;
  colour(mark: string, name: string): string;
  asking(mark: string, name: string): string;
  tags(words: string): string;
  contact(name: string, phone: string): string;
  readonly contactPrivately: string;
  open(count: number, late: number): string;
  readonly noneOpen: string;
  more(count: number): string;
  closed(line: string, at: DueTime, outcome: HazardOutcome): string;
  lastClosed(entry: string): string;
  /** The link to all of it. */
  readonly page: string;
  /** For whoever may see no more. */
  readonly report: string;
  which(words: string): string;
  unknown(words: string): string;
}

/** Everything said about places, in one language. */
export interface PlaceTexts {
  readonly notice: Readonly<Record<PlaceNoticeKind, string>>;
  readonly verb: Readonly<Record<PlaceVerb, string>>;
  readonly word: Readonly<Record<PlaceVerb, string>>;
  readonly trace: Readonly<Record<PlaceTraceWord, string>>;
  readonly result: {
    readonly [Kind in PlaceResult['kind']]: (result: Extract<PlaceResult, { kind: Kind }>) => string;
  };
  /** What to reply where there are no buttons. */
  reply(replies: readonly string[]): string;
  readonly colour: PlaceColourTexts;
  readonly info: PlaceInfoTexts;
}

import type { Actor, AfterActionReport } from '../../core/after-action.ts';
import type { Skill } from '../../core/catalogue.ts';
import type { Lesson } from '../../core/lessons.ts';
import type { MeasuredSpan } from '../../core/measured-spans.ts';
import type { PartScore, ScoredPart } from '../../core/drill-score.ts';
import type { TraceWord } from '../../core/trace.ts';

/** What each lesson says, with the fact behind it and what may help. */
export type LessonTexts = {
  readonly [Kind in Lesson['kind']]: (
    lesson: Extract<Lesson, { kind: Kind }>,
    say: { skill: (skill: Skill | null) => string; duration: (milliseconds: number) => string },
  ) => string;
};

/** Words of the after-action report, for the chat text and the page alike. */
export interface AfterActionTexts {
  title(kind: string, number: string): string;
  summary(date: string, place: string | null, outcome: string): string;
  readonly spansHeading: string;
  readonly span: Readonly<Record<MeasuredSpan, string>>;
  spanLine(name: string, duration: string | null): string;
  asked(counts: AfterActionReport['asked']): string;
  readonly curveHeading: string;
  /** `43秒第1人，1分10秒第3人`. */
  curvePoint(duration: string, held: number): string;
  readonly seatsHeading: string;
  readonly peopleHeading: string;
  /** `withdrawn`: held a seat and gave it back, so nobody waits for a safe return. */
  person(
    name: string,
    skill: string,
    times: { accepted: string | null; onScene: string | null; safe: string | null; withdrawn: boolean },
  ): string;
  readonly timelineHeading: string;
  readonly lessonsHeading: string;
  readonly lesson: LessonTexts;
  readonly trace: Readonly<Record<TraceWord, string>>;
  actor(actor: Actor): string;
  wave(n: number): string;
  people(count: number): string;
  score(total: number): string;
  readonly scorePart: Readonly<Record<ScoredPart, string>>;
  scoreLine(part: PartScore, name: string, duration: (milliseconds: number) => string): string;
  readonly noneMeasured: string;
  readonly wholeReport: string;
}

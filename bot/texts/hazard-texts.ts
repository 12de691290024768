import type { HazardGrade, HazardState, HazardVerb, Satisfaction } from '../../core/hazard.ts';
import type { DraftNeed } from '../../core/hazard-draft.ts';
import type { DueTime, HazardResult, HazardTurn, NoticeKind } from '../../core/notice.ts';
import type { TraceWord } from '../../core/trace.ts';

type HazardNoticeKind = Extract<NoticeKind, `hazard_${string}`>;

type HazardTraceWord =
  | 'also_seen'
  | 'graded'
  | 'assigned'
  | 'handed_back'
  | 'fixed'
  | 'recheck_drawn'
  | 'checked'
  | 'returned'
  | 'extension_asked'
  | 'extended'
  | 'extension_refused'
  | 'paused'
  | 'resumed'
  | 'overdue'
  | 'supervised'
  | 'merged'
  | 'split'
  | 'reopened'
  | 'chased'
  | 'rated';

/** Everything said about hazards, in one language. */
export interface HazardTexts {
  readonly notice: Readonly<Record<HazardNoticeKind, string>>;
  /** On a button, and as a word where there are none. */
  readonly verb: Readonly<Record<HazardVerb, string>>;
  readonly trace: Readonly<Record<Extract<TraceWord, HazardTraceWord>, string>>;
  readonly result: {
    readonly [Kind in HazardResult['kind']]: (result: Extract<HazardResult, { kind: Kind }>) => string;
  };
  readonly state: Readonly<Record<HazardState, string>>;
  readonly grade: Readonly<Record<HazardGrade, string>>;
  readonly turn: Readonly<Record<HazardTurn, string>>;
  readonly offer: string;
  readonly ask: Readonly<Record<DraftNeed, string>>;
  readonly draftEnded: string;
  filed(number: string): string;
  joined(number: string): string;
  line(number: string, text: string): string;
  closed(number: string): string;
  due(until: DueTime): string;
  /** Working days past the due date; negative before it. */
  late(days: number): string;
  list(count: number): string;
  lookAlike(number: string, other: string): string;
  readonly satisfaction: Readonly<Record<Satisfaction, string>>;
  readonly choice: Readonly<Record<'spot' | 'deadline', string>>;
}

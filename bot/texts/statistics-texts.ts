import type { MatterOutcome } from '../../core/matter.ts';

/** Counts of private matters, without persons. */
export interface StatisticsTexts {
  title(period: string): string;
  /** `2026年11月`, `2026年`. */
  period(name: string): string;
  readonly none: string;
  matters(count: number): string;
  readonly byMatter: string;
  readonly byKind: string;
  readonly byPlace: string;
  readonly byOutcome: string;
  /** `按结果：书面协议 12、还在办 3`. */
  counted(title: string, rows: string): string;
  row(name: string, count: number): string;
  /** Kinds or places with too few to stand alone. */
  readonly other: string;
  /** How it ended; `open`: it has not. */
  readonly outcome: Readonly<Record<MatterOutcome | 'open', string>>;
  times(words: { assign: string | null; accept: string | null; settle: string | null }): string;
  /** In hours below two days, else in days. */
  hours(count: number): string;
  days(count: number): string;
  sums(agreed: string, paid: string): string;
  yuan(sum: number): string;
  /** Why small numbers are taken together. */
  least(count: number): string;
  /** Fewer than so many in all. */
  tooFew(count: number): string;
  /** Words that ask for it, the one that is suggested first. */
  readonly ask: readonly string[];
}

import type { MatterListTexts, MatterSideTexts, MatterWayTexts, MatterWorkTexts } from './matter-course-texts.ts';
import type { MatterNames, MatterResultTexts } from './matter-names-texts.ts';
import type { MatterOverTexts } from './matter-over-texts.ts';
import type { MatterPageTexts } from './web-matter-texts.ts';
import type { MatterFactTexts, MatterTalkTexts } from './matter-talk-texts.ts';

/** Words that stand in for buttons. */
interface MatterReplyTexts {
  /** Any of these words is an answer: 劳资工资 · 工伤 …. */
  oneOf(words: readonly string[]): string;
  /** Words to reply with, behind the number of the matter. */
  withNumber(number: string, words: readonly string[]): string;
  /** Whole replies. */
  whole(words: readonly string[]): string;
}

/** A day and a time as people say them. */
interface MatterTimeTexts {
  /** `11月24日（周二）`; `weekday` from 1, Monday. */
  date(month: number, day: number, weekday: number): string;
  /** `明天（周二）`, for what is within two days. */
  near(inDays: 0 | 1 | 2, weekday: number): string;
  at(day: string, clock: string): string;
}

/** Everything said about private matters, in one language. */
export interface MatterTexts extends MatterNames {
  readonly result: MatterResultTexts;
  readonly talk: MatterTalkTexts;
  readonly work: MatterWorkTexts;
  readonly toSide: MatterSideTexts;
  readonly over: MatterOverTexts;
  readonly fact: MatterFactTexts;
  readonly other: MatterWayTexts;
  readonly list: MatterListTexts;
  readonly reply: MatterReplyTexts;
  readonly page: MatterPageTexts;
  readonly time: MatterTimeTexts;
  /** What everybody can write, for help. */
  readonly help: readonly string[];
}

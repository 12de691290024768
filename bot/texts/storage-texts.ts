/** What is said while nothing can be stored; of no case, for none can be looked up. */
export interface StorageTexts {
  /** To whoever wrote of an emergency, under the line with 110/119/120: nobody sees it, so they must not wait. */
  readonly unkept: string;
  unkeptDuty(name: string, phone: string): string;
  readonly unkeptLater: string;
  /** To the command. */
  readonly lostTitle: string;
  lost(clock: string): string;
  readonly lostAsk: string;
  readonly lostLater: string;
}

import type { MatterNames, MatterResultTexts } from './matter-names-texts.ts';

/** Everything said about private matters, in one language. */
export interface MatterTexts extends MatterNames {
  readonly result: MatterResultTexts;
}

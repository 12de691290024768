/** How far words and rules can be trusted, as learned from messages that neither was made from (`npm run learn`). */
import type { Intent } from '../reading.ts';

/** What was learned about trust; all of it are logarithms of odds, to be added. */
export interface Trust {
  /** How much the logarithm of a share of likeness counts. */
  readonly words: number;
  /** How much more often than likeness expects an intent is meant. */
  readonly lean: Readonly<Partial<Record<Intent, number>>>;
  /** What a rule's offer adds to its intent, by how sure it is: see `surenessOf`. */
  readonly rules: Readonly<Partial<Record<Intent, readonly [number, number, number, number]>>>;
}

/** From here on a rule names what nothing else can mean, and likeness is not asked. */
export const certain = 0.99;

/** From here on a rule is a little surer, surer still, and sure. */
const steps = [0.65, 0.8, 0.88] as const;

/** How sure a rule is of what it offers, from 0 to 3. */
export function surenessOf(confidence: number): number {
  return steps.filter((step) => confidence >= step).length;
}

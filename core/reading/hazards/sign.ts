/** How hazards are written down: a kind, and a thing beside what is wrong with it. */
import type { HazardKind } from '../../catalogue.ts';

/** Ways of saying that something of this kind is wrong. */
export interface HazardSign {
  readonly kind: HazardKind;
  readonly words: RegExp;
  /** What the same words also say when nothing is wrong. */
  readonly unless?: RegExp;
}

/** A thing and a fault in either order, with a little between them but no end of a sentence. */
export function near(thing: string, fault: string, gap = 12, back = Math.min(gap, 6)): string {
  const between = '[^。!?;\\n]';
  return `(?:${thing})${between}{0,${gap}}?(?:${fault})|(?:${fault})${between}{0,${back}}?(?:${thing})`;
}

/** A sign from its ways of being said. */
export function wrong(kind: HazardKind, ways: readonly string[], unless?: RegExp): HazardSign {
  return { kind, words: new RegExp(ways.join('|'), 'g'), ...(unless === undefined ? {} : { unless }) };
}

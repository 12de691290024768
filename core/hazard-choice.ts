import type { HazardKind } from './catalogue.ts';
import type { Hazard } from './hazard.ts';
import type { PlaceId } from './ids.ts';

/** What somebody's words say about which of their hazards they mean. */
export interface HazardHint {
  /** The whole number, or its last digits, as read in the words; null: none was said. */
  number: string | null;
  kinds: readonly HazardKind[];
  placeId: PlaceId | null;
  placeWords: string;
  words: string;
}

function saysNumber(hazard: Hazard, { number }: HazardHint): boolean {
  if (number === null) return false;
  const said = number.toUpperCase().replaceAll(/[^0-9]/g, '');
  const digits = hazard.number.replaceAll(/[^0-9]/g, '');
  return said.length >= 3 && digits.endsWith(said);
}

function saysPlace(hazard: Hazard, { placeId, placeWords }: HazardHint): boolean {
  if (placeId !== null && hazard.placeId === placeId) return true;
  return placeWords !== '' && hazard.placeWords !== '' && hazard.placeWords.includes(placeWords);
}

/** How many pairs of neighbouring characters two texts share: "之前说的配电箱没门" and "配电箱没有门" share three. */
function sharedPairs(a: string, b: string): number {
  const pairs = (text: string): Set<string> => {
    const plain = Array.from(text.replaceAll(/[\s\p{P}]/gu, ''));
    return new Set(plain.slice(1).map((character, i) => `${plain[i] ?? ''}${character}`));
  };
  const other = pairs(b);
  return [...pairs(a)].filter((pair) => other.has(pair)).length;
}

/**
 * The hazards of a list that words can mean: by number, else the best by kind, place and likeness of words. One: that is meant.
 * Several: the person is asked. Words that say nothing ("还没弄好") leave the whole list.
 */
export function meantHazards(hazards: readonly Hazard[], hint: HazardHint): readonly Hazard[] {
  const numbered = hazards.filter((hazard) => saysNumber(hazard, hint));
  if (hint.number !== null) return numbered;
  const scored = hazards.map((hazard) => ({
    hazard,
    score:
      (hint.kinds.some((kind) => hazard.kinds.includes(kind)) ? 2 : 0) +
      (saysPlace(hazard, hint) ? 2 : 0) +
      Math.min(3, sharedPairs(hint.words, hazard.words)),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? hazards : scored.filter(({ score }) => score === best).map(({ hazard }) => hazard);
}

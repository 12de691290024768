import type { Place } from './people.ts';
import { stands } from './point-names.ts';

/**
 * The place that words name: by its code, else the longest name or alias that stands in them. Two places of the same longest
 * name are none: the officer decides.
 */
export function findPlace(places: readonly Place[], words: { code?: string; text: string }): Place | null {
  const code = words.code?.toUpperCase();
  if (code !== undefined) {
    const byCode = places.find((place) => place.active && place.code.toUpperCase() === code);
    if (byCode !== undefined) return byCode;
  }
  let best: Place | null = null;
  let length = 1;
  let twice = false;
  for (const place of places) {
    if (!place.active) continue;
    for (const name of [place.name, ...place.aliases]) {
      if (name.length < length || !stands(name, words.text)) continue;
      twice = name.length === length && best !== null && best !== place;
      best = place;
      length = name.length;
    }
  }
  return twice ? null : best;
}

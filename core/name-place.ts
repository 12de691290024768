import type { Place } from './people.ts';

/** What stands in a code and a name: no dashes and spaces, one width, one case. */
const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/[\s\-_.·,，。]/gu, '')
    .toUpperCase();

/** A part of a name shorter than this names too much. */
const shortest = 2;

/**
 * The places that somebody names by these words and nothing else: the one with this code, else those with this name or alias, else
 * those whose name or alias contains the words. Inactive places are never named.
 * @param part `whole`: containing the words is not enough, as among people who talk of other things
 */
export function namedPlaces(places: readonly Place[], words: string, part: 'whole' | 'part' = 'part'): Place[] {
  const said = bare(words);
  if (said === '') return [];
  const active = places.filter((place) => place.active);
  const byCode = active.filter(({ code }) => bare(code) === said);
  if (byCode.length > 0) return byCode;
  const names = (place: Place): string[] => [place.name, ...place.aliases].map(bare);
  const exact = active.filter((place) => names(place).includes(said));
  if (exact.length > 0 || said.length < shortest || part === 'whole') return exact;
  return active.filter((place) => names(place).some((name) => name.includes(said)));
}

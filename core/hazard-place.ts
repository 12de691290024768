import type { Place } from './people.ts';

/** More than these nobody chooses from on a small screen. */
const mostChoices = 6;

/**
 * Places that words may mean, when several have the same longest name or alias in them: the person is asked which. One place,
 * or none, is no choice.
 */
export function possiblePlaces(places: readonly Place[], words: string): readonly Place[] {
  let length = 2;
  let found = new Set<Place>();
  for (const place of places) {
    if (!place.active) continue;
    for (const name of [place.name, ...place.aliases]) {
      if (name.length < length || !words.includes(name)) continue;
      if (name.length > length) found = new Set();
      length = name.length;
      found.add(place);
    }
  }
  return found.size > 1 && found.size <= mostChoices ? [...found] : [];
}

const noPlace =
  /^[\p{P}\p{S}\s啊呀哦噢嗯呃额哈吧了呢吗]*$|^(?:你)?(?:说|问)?(?:的)?(?:是)?在?(?:哪[里儿]?|什么地方|where)[啊呀呢吗\p{P}\s]*$/iu;

/** Whether words that answer "where is it?" can be a place at all: a sound, a mark or the question asked back is none. */
export function canBePlace(words: string): boolean {
  return !noPlace.test(words);
}

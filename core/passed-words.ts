/** The words of a message that name points, and those that name a place; '' none. */
interface Said {
  readonly words: string;
  readonly place: string;
}

/**
 * What a message says without its pieces about points where nobody was (桥头封路没过去), so that no name in them is looked for.
 * @param notThere as they were read, in their order
 */
export function passedWords({ words, place }: Said, notThere: readonly string[]): Said {
  return {
    words: notThere.reduce(
      (left, piece) => left.replace(new RegExp(`(?<!\\d)${RegExp.escape(piece)}`, 'u'), ' '),
      words,
    ),
    place: notThere.some((piece) => piece.includes(place)) ? '' : place,
  };
}

/** Letters to add, drop or change to get from one word to the other (Levenshtein), or `limit + 1` when more. */
function editDistance(from: string, to: string, limit: number): number {
  const a = Array.from(from);
  const b = Array.from(to);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? limit + 1, limit + 1);
}

/**
 * The word that the author probably meant, or null when none is near: one slip in a short word, up to a third of a long
 * one. Case and the choice between `-` and `_` do not count.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_');
  const wanted = plain(word);
  if (wanted.length > 60) return null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  for (const candidate of known) {
    const distance = editDistance(wanted, plain(candidate), bestDistance);
    if (distance < bestDistance || (distance === bestDistance && best === null)) {
      bestDistance = distance;
      best = candidate;
    }
    if (distance === 0) break;
  }
  return best;
}

/**
 * What messages like this one meant. Rules know the words that matter most; people have more words than rules.
 * A message is cut into pieces of one to three characters, and each piece votes for the meanings whose examples
 * contain it (naive Bayes with add-a-little smoothing).
 */

/** Example messages by what they mean, one a line. */
export type Examples = Readonly<Record<string, string>>;

/** The meaning of the most similar examples. */
export interface Likeness<Meant extends string> {
  readonly meant: Meant;
  /** How much likelier than the runner-up, as a natural logarithm. */
  readonly lead: number;
  /** The same for each known piece: a long message gathers a lead from chance alone. */
  readonly leadPerPiece: number;
  /** The share of the message's pieces that occur in any example. */
  readonly known: number;
  /** The pieces that spoke most for it. */
  readonly pieces: readonly string[];
}

interface Class<Meant extends string> {
  readonly meant: Meant;
  readonly size: number;
  readonly counts: ReadonlyMap<string, number>;
}

const smoothing = 0.1;

/** Learns `examples` once and returns the comparison; the same message always gives the same answer. */
export function likenessTo<Meant extends string>(
  examples: Readonly<Record<Meant, string>>,
): (plain: string) => Likeness<Meant> | undefined {
  const classes = (Object.keys(examples) as Meant[]).map((meant) => classOf(meant, examples[meant].trim().split('\n')));
  const total = classes.reduce((sum, { size }) => sum + size, 0);
  return (plain) => {
    const all = [...piecesOf(plain)];
    const pieces = all.filter((piece) => classes.some(({ counts }) => counts.has(piece)));
    if (pieces.length === 0) return undefined;
    const scored = classes
      .map((one) => ({ one, score: scoreOf(one, pieces, total) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = scored;
    if (first === undefined || second === undefined) return undefined;
    const vote = (piece: string): number => logShare(first.one, piece) - logShare(second.one, piece);
    const telling = pieces.filter((piece) => !/[\^$]/.test(piece)).sort((a, b) => vote(b) - vote(a));
    return {
      meant: first.one.meant,
      lead: first.score - second.score,
      leadPerPiece: (first.score - second.score) / pieces.length,
      known: pieces.length / all.length,
      pieces: telling.slice(0, 3),
    };
  };
}

function classOf<Meant extends string>(meant: Meant, lines: readonly string[]): Class<Meant> {
  const counts = new Map<string, number>();
  for (const line of lines) for (const piece of piecesOf(line)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return { meant, size: lines.length, counts };
}

/** Each piece once; digits are alike, spaces and marks are left out, `^` and `$` are the ends. */
function piecesOf(words: string): Set<string> {
  const bare = words
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[\s,.;:!~。、…]+/g, '');
  const letters = Array.from(`^${bare}$`);
  const pieces = new Set<string>();
  for (let size = 1; size <= 3; size += 1) {
    for (let at = 0; at + size <= letters.length; at += 1) pieces.add(letters.slice(at, at + size).join(''));
  }
  return pieces;
}

function scoreOf(one: Class<string>, pieces: readonly string[], total: number): number {
  let score = Math.log(one.size / total);
  for (const piece of pieces) score += logShare(one, piece);
  return score;
}

function logShare({ counts, size }: Class<string>, piece: string): number {
  return Math.log(((counts.get(piece) ?? 0) + smoothing) / (size + 5 * smoothing));
}

/**
 * What messages like this one meant. Rules know the words that matter most; people have more words than rules.
 * A message is cut into pieces of one to three characters, and each piece votes for the meanings whose examples
 * contain it (naive Bayes, smoothed with what is common to all examples).
 */

/** Example messages by what they mean, parted by ` ¦ ` or a line break. */
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

/** For each piece, its weight for every meaning, in the order of the meanings. */
type Votes = ReadonlyMap<string, readonly number[]>;

/** The share of what is common to all in what one meaning expects: a meaning wins nothing by having few examples. */
const background = 0.1;

/** Whether it is Chinese at all: what few letters of English are alike says nothing about what they mean. */
export function hasHan(plain: string): boolean {
  return /[一-龥]/.test(plain);
}

/** The single messages of one meaning. */
export function messagesOf(examples: string): string[] {
  return examples.trim().split(/\n| ¦ /);
}

/** Learns `examples` once and returns the comparison; the same message always gives the same answer. */
export function likenessTo<Meant extends string>(
  examples: Readonly<Record<Meant, string>>,
): (plain: string) => Likeness<Meant> | undefined {
  const meanings = Object.keys(examples) as Meant[];
  const lines = meanings.map((meant) => messagesOf(examples[meant]));
  const total = lines.reduce((sum, { length }) => sum + length, 0);
  const priors = lines.map(({ length }) => Math.log(length / total));
  let votes: Votes | undefined;
  return (plain) => {
    votes ??= learned(lines, total);
    return compared(plain, meanings, priors, votes);
  };
}

function learned(lines: readonly (readonly string[])[], total: number): Votes {
  const counts = new Map<string, number[]>();
  for (const [index, group] of lines.entries()) {
    for (const line of group) {
      for (const piece of piecesOf(line)) {
        const count = counts.get(piece) ?? new Array<number>(lines.length).fill(0);
        count[index] = (count[index] ?? 0) + 1;
        counts.set(piece, count);
      }
    }
  }
  const votes = new Map<string, readonly number[]>();
  for (const [piece, count] of counts) {
    const everywhere = count.reduce((sum, one) => sum + one, 0) / total;
    const share = (one: number, index: number): number => one / (lines[index]?.length ?? 1);
    votes.set(
      piece,
      count.map((one, index) => Math.log((1 - background) * share(one, index) + background * everywhere)),
    );
  }
  return votes;
}

function compared<Meant extends string>(
  plain: string,
  meanings: readonly Meant[],
  priors: readonly number[],
  votes: Votes,
): Likeness<Meant> | undefined {
  const all = [...piecesOf(plain)];
  const pieces = all.filter((piece) => votes.has(piece));
  const vote = (piece: string, index: number): number => votes.get(piece)?.[index] ?? 0;
  const ranked = meanings
    .map((meant, index) => ({
      meant,
      index,
      score: pieces.reduce((sum, piece) => sum + vote(piece, index), priors[index] ?? 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || second === undefined || pieces.length === 0) return undefined;
  const lead = first.score - second.score;
  const speaksFor = (piece: string): number => vote(piece, first.index) - vote(piece, second.index);
  return {
    meant: first.meant,
    lead,
    leadPerPiece: lead / pieces.length,
    known: pieces.length / all.length,
    pieces: pieces
      .filter((piece) => !/[\^$]/.test(piece))
      .sort((a, b) => speaksFor(b) - speaksFor(a))
      .slice(0, 3),
  };
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

/** Text that is being evened out: every change keeps count of the original words that it stands for. */

/** Evened-out text; `plain[i]` stands for `original.slice(at[i], till[i])`. */
export interface Draft {
  readonly plain: string;
  readonly at: readonly number[];
  readonly till: readonly number[];
}

/** One step of evening out. */
export type Rewrite = (draft: Draft) => Draft;

/** Replaces what `pattern` (global) matches by `right`, which may name groups as `$1` does. */
export function rewriting(pattern: RegExp, right: string): Rewrite {
  return (draft) => {
    const matches = [...draft.plain.matchAll(pattern)];
    if (matches.length === 0) return draft;
    return replaced(
      draft,
      matches.map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        right: right.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? ''),
      })),
    );
  };
}

/** Replaces words by words, the longest first: `right wrong wrong`, one entry a line or between slashes. */
export function wordsFor(entries: string): Rewrite {
  const rights = new Map<string, string>();
  for (const entry of entries.trim().split(/\s*[\n/]\s*/)) {
    const [right = '', ...wrongs] = entry.split(' ');
    for (const wrong of wrongs) rights.set(wrong, right === '-' ? '' : right);
  }
  const longestFirst = [...rights.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.join('|'), 'g');
  return (draft) => {
    const matches = [...draft.plain.matchAll(pattern)];
    if (matches.length === 0) return draft;
    return replaced(
      draft,
      matches.map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
        right: rights.get(words) ?? words,
      })),
    );
  };
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}

/** Letters of a word that keeps its length keep their places; else each of them stands for the whole word. */
function replaced(draft: Draft, changes: readonly Change[]): Draft {
  let plain = '';
  const at: number[] = [];
  const till: number[] = [];
  let done = 0;
  const keep = (end: number): void => {
    plain += draft.plain.slice(done, end);
    for (let i = done; i < end; i += 1) {
      at.push(draft.at[i] ?? 0);
      till.push(draft.till[i] ?? 0);
    }
    done = end;
  };
  for (const { start, end, right } of changes) {
    keep(start);
    const same = right.length === end - start;
    plain += right;
    for (let i = 0; i < right.length; i += 1) {
      at.push(draft.at[same ? start + i : start] ?? 0);
      till.push(draft.till[same ? start + i : end - 1] ?? 0);
    }
    done = end;
  }
  keep(draft.plain.length);
  return { plain, at, till };
}

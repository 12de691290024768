/** A way of saying something, and finding it in the clauses of a message. */
import type { Intent } from './reading.ts';
import type { Clause, Utterance } from './utterance.ts';

/** Words that mean `intent`, unless the clause also matches `unless`. */
export interface Phrase {
  readonly intent: Intent;
  readonly words: RegExp;
  readonly unless?: RegExp;
  /** A reason or a hint: it gives way to anything said outright. */
  readonly soft?: true;
}

/** A phrase that was found; `start` and `end` are places in the plain text. */
export interface Hit {
  readonly intent: Intent;
  readonly soft: boolean;
  readonly clause: Clause;
  readonly start: number;
  readonly end: number;
}

const lead =
  /^(?:那个|这个|就是(?!说)|然后|但是?|不过|所以|因为|哦|噢|啊|诶|哎|唉|喂|额|那(?!边|里)|嘿|报告[,:]?|各位|兄弟们|大家|其实|[-+*\s])+(?=.)/;
const particles =
  /(?:[啊呀哈哦噢喔哟嘞呐哎嘛呗滴啵噻哩呢吧的撒]|好伐|好吗|行吗|行不行?|可以吗|可以不|好不好|可以吧|要吗|成不|ok吗)+$/;

/** The clause without the little words before and after it, and where it then starts. */
export function core(clause: Clause): { readonly words: string; readonly start: number } {
  const before = lead.exec(clause.words)?.[0].length ?? 0;
  const words = clause.words.slice(before);
  const bare = words.replace(particles, '');
  return { words: bare === '' ? words : bare, start: clause.start + before };
}

/** Every phrase found in the clauses of `heard` that `wanted` lets through. */
export function hitsOf(
  heard: Utterance,
  phrases: readonly Phrase[],
  wanted: (phrase: Phrase, clause: Clause, words: string) => boolean,
): Hit[] {
  const hits: Hit[] = [];
  for (const clause of heard.clauses) {
    const { words, start } = core(clause);
    for (const phrase of phrases) {
      const found = phrase.words.exec(words);
      if (found === null || phrase.unless?.test(words) === true || !wanted(phrase, clause, words)) continue;
      const at = start + found.index;
      const end = at + Math.max(1, found[0].length);
      hits.push({ intent: phrase.intent, soft: phrase.soft ?? false, clause, start: at, end });
    }
  }
  return hits;
}

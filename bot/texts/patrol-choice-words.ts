import type { PatrolVerb } from '../../core/patrol-verb.ts';
import { patrolEn } from './patrol-en.ts';
import { patrolZh } from './patrol-zh.ts';
import { plainWords } from './plain-words.ts';

export type FindVerb = Extract<PatrolVerb, `find_${string}`>;

/** A decision on what a patrol came across, in the words that a card offers where there are no buttons. */
export interface FindWord {
  verb: FindVerb;
  /** The four characters that name it; null: none. */
  code: string | null;
}

const findVerbs = [
  'find_incident',
  'find_hazard',
  'find_passed_on',
  'find_noted',
] as const satisfies readonly FindVerb[];

const languages = [patrolZh, patrolEn];
const numbered = languages.map((texts) => plainWords(texts.nth(0)).replace(/ ?0$/, ''));
const none = languages.map(({ choice }) => plainWords(choice.check_in_point.none));

/** Which of the offered points is chosen: `点位 5`, or none of them: 都不是. Null: neither. */
export function readPointWord(text: string): number | 'none' | null {
  const said = plainWords(text);
  if (none.includes(said)) return 'none';
  for (const word of numbered) {
    const match = said.startsWith(word) ? /^ ?(\d{1,4})$/.exec(said.slice(word.length)) : null;
    if (match !== null) return Number(match[1]);
  }
  return null;
}

/** 转为警情 7K3Q. Null: ordinary words. */
export function readFindWord(text: string): FindWord | null {
  const said = plainWords(text);
  const verb = verbOf(said);
  if (verb !== null) return { verb, code: null };
  const [, word = '', code = ''] = /^(.{1,24}?) ([2-9a-hj-np-z]{4})$/u.exec(said) ?? [];
  const coded = verbOf(word);
  return coded === null ? null : { verb: coded, code: code.toUpperCase() };
}

function verbOf(said: string): FindVerb | null {
  return findVerbs.find((verb) => languages.some(({ word }) => plainWords(word[verb]) === said)) ?? null;
}

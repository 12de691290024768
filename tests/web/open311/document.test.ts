import { describe, expect, it } from 'vitest';
import { open311En } from '../../../bot/texts/open311-en.ts';
import { open311Zh } from '../../../bot/texts/open311-zh.ts';
import { mostRequests } from '../../../web/open311/question.ts';
import { readLimit } from '../../../web/open311/read-limit.ts';
import { contentOf, unsaid } from '../../docs/documents.ts';

/** Every word of a language, functions called with what they quote. */
function everyWord(texts: object): [where: string, words: string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[name, value]];
    const quoted = name === 'describe' || name === 'address' ? [['Q'], 'Q'] : ['Q'];
    if (typeof value === 'function') return [[name, (value as (...given: unknown[]) => string)(...quoted)]];
    return everyWord(value as object).map(([inside, words]) => [`${name}.${inside}`, words]);
  });
}

describe('what Open311 says', () => {
  const [zh, en] = [everyWord(open311Zh), everyWord(open311En)];

  it('is there in both languages, each in its own letters', () => {
    expect(zh.map(([where]) => where).sort()).toEqual(en.map(([where]) => where).sort());
    expect(zh.length).toBeGreaterThan(50);
    // Lists of names, without words of ours.
    const ours = zh.filter(([where]) => where !== 'describe' && where !== 'address');
    expect(ours.filter(([, words]) => !/\p{Script=Han}/u.test(words))).toEqual([]);
    expect(en.filter(([, words]) => /\p{Script=Han}/u.test(words) || words.trim() === '')).toEqual([]);
  });

  it('quotes what it was given', () => {
    const quoting = [
      'noSuchService',
      'noSuchRequest',
      'noSuchToken',
      'noSuchPlace',
      'isEmergency',
      'emergency',
      'joined',
    ];
    for (const words of [zh, en]) {
      expect(words.filter(([where, said]) => quoting.includes(where) && !said.includes('Q'))).toEqual([]);
    }
  });

  it('stands in docs/open311.md with the bounds that hold', () => {
    const text = contentOf('docs/open311.md');
    const told = [
      `at most and usually ${mostRequests} a page`,
      'at most 90 days apart',
      `ask ${readLimit.perAddress} times a minute`,
      'takes 4000 characters',
      '64 KB at most',
    ];
    expect(unsaid(text, told)).toEqual([]);
  });
});

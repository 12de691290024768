import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFindWord, readPointWord } from '../../../bot/texts/patrol-choice-words.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';

const languages = ['zh', 'en'] as const;

describe('a reply that chooses a point', () => {
  it.each(languages)('is read in %s as the card offers it', (language) => {
    const { patrol } = textsIn(language);
    expect(readPointWord(patrol.nth(5))).toBe(5);
    expect(readPointWord(patrol.nth(112))).toBe(112);
    expect(readPointWord(patrol.choice.check_in_point.none)).toBe('none');
  });

  it.each([
    ['点位5', 5],
    ['点位　１２', 12],
    ['都不是。', 'none'],
    ['point 3', 3],
  ])('%s is %s', (words, chosen) => {
    expect(readPointWord(words)).toBe(chosen);
  });

  it.each(['点位', '点位 5 正常', '5', '都不是我拍的', '点位 12345', ''])('%j is none', (words) => {
    expect(readPointWord(words)).toBeNull();
  });
});

describe('a reply that decides on what a patrol came across', () => {
  it.each(languages)('is read in %s as the card offers it', (language) => {
    const { word } = textsIn(language).patrol;
    for (const verb of ['find_incident', 'find_hazard', 'find_passed_on', 'find_noted'] as const) {
      expect(readFindWord(`${word[verb]} 7K3Q`)).toEqual({ verb, code: '7K3Q' });
      expect(readFindWord(word[verb])).toEqual({ verb, code: null });
    }
  });

  it('is nothing else', () => {
    for (const words of ['转为警情吧', '7K3Q', '已交民警 7K3', '民警已交 7K3Q']) expect(readFindWord(words)).toBeNull();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        expect(readFindWord(words)).toBeNull();
        expect(readPointWord(words)).toBeNull();
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCard, textLength } from '../../../bot/present/fit-card.ts';
import { cardOf, clip } from '../../../bot/present/presenting.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';

const zh = textsIn('zh');
const long = cardOf({
  title: '出警报告',
  lines: [
    ...Array.from({ length: 100 }, (_, n) => ({ text: `第${n}行 ${'字'.repeat(60)}` })),
    { text: '🔴 未报平安：东01', style: 'warning' },
    { text: '回 平安', style: 'strong' },
  ],
});

describe('a card that is too long', () => {
  it('loses lines from the end and says so, but neither warnings nor how to reply', () => {
    const card = fitCard(long, 1_000, 1, zh);
    const texts = card.lines.map(({ text }) => text);
    expect(textLength(card)).toBeLessThanOrEqual(1_000);
    expect(texts[0]).toContain('第0行');
    expect(texts).toContain('🔴 未报平安：东01');
    expect(texts.at(-1)).toBe('回 平安');
    expect(texts.at(-2)).toMatch(/还有 \d+ 行没显示/);
  });

  it('stays as it is when it fits', () => {
    expect(fitCard(long, 100_000, 0, zh)).toBe(long);
  });
});

describe('words that are too long', () => {
  it('are cut between characters and marked', () => {
    expect(clip('着火了着火了', 4)).toBe('着火了…');
    expect(clip(' 一\n二  三 ', 10)).toBe('一 二 三');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer({ min: 1, max: 50 }), (words, length) => {
        const clipped = clip(words, length);
        expect(clipped.length).toBeLessThanOrEqual(length);
        expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });
});

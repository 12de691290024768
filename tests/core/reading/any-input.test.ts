import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, wordsAt } from '../../../core/reading/plain-text.ts';
import { read } from '../../../core/reading/read.ts';
import type { Reading } from '../../../core/reading/reading.ts';
import { corpusFiles, messageOf, samplesOf } from './corpus.ts';
import { answer, inSquad, inVillage } from './speak.ts';

function reasonsOf(reading: Reading): string[] {
  return [...reading.because, ...(reading.lines ?? []).flatMap(({ because }) => because)].map(({ words }) => words);
}

const fillers = ['刚刚', '都', '也', '现在', '已经', '刚', '就', '的'] as const;

describe('any input', () => {
  it('gives a reading whose reasons are words of the message', () => {
    for (const sample of corpusFiles.flatMap(samplesOf)) {
      for (const words of reasonsOf(read(messageOf(sample)))) expect(sample.text).toContain(words);
    }
  });

  it('reads whatever can be typed, twice the same', () => {
    const piece = fc.constantFrom(
      '着火',
      '1',
      '能去',
      '\ud83d',
      '🔥',
      '接龙\n1 ',
      '〔A7K〕',
      '8分钟',
      '没',
      '?',
      '@甲 ',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (words, openOrder) => {
        const message = messageOf({ text: words, room: 'squad', openOrder });
        const reading = read(message);
        expect(read(message)).toEqual(reading);
        for (const reason of reading.because) expect(words).toContain(reason.words);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', ' ', '\n', '\ud800', '😀😀😀', '[图]', '。。。', '@'])('reads %j as nothing to act on', (text) => {
    expect(['unknown', 'small_talk']).toContain(inVillage(text).intent);
  });

  it.each([
    ['one letter', '啊'.repeat(10_000)],
    ['digits', '1'.repeat(10_000)],
    ['numerals', '一二三四五六七八九十百千万'.repeat(770)],
    ['spaces', ' '.repeat(10_000)],
    ['mentions', '@'.repeat(10_000)],
    ['half a sentence', '不知道能不能去现场没有人在那边'.repeat(660)],
    ['line breaks', '接龙\n1 '.repeat(2500)],
    ['words that fill', Array.from({ length: 5000 }, (_, at) => fillers[((at * 7919) % 104_729) % 8]).join('')],
    ['danger', '着火了在河里有人掉下去被车撞了电梯困人'.repeat(500)],
  ])('reads 10,000 characters of %s in a moment', (_what, text) => {
    const start = performance.now();
    answer(text);
    inVillage(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('evened-out text', () => {
  it('points back to the words as they were written', () => {
    const text = plainText('嗯那个那个　我己经到了５️⃣分钟');
    const at = text.plain.indexOf('已经到了');
    expect(wordsAt(text, at, at + 4)).toBe('己经到了');
    expect(text.plain).toContain('5分钟');
  });

  it('reads traditional characters and Cantonese like the rest', () => {
    expect(answer('我可以過去 半個鐘').intent).toBe('accept');
    expect(answer('唔去得').intent).toBe('decline');
    expect(inSquad('我到咗').intent).toBe('arrived');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCard } from '../../../bot/wechat/encode-card.ts';
import { splitText } from '../../../bot/wechat/split-text.ts';
import type { Token } from '../../../core/ids.ts';
import type { Card, CardAction } from '../../../core/message.ts';

const accept: CardAction = { verb: 'accept', token: 'k3v9m2x7q4w8z1n6' as Token, label: '接警', style: 'primary' };
const bare: Card = { lines: [], actions: [], links: [], loud: true };

describe('a card in WeChat', () => {
  it('is banner, title, lines, answers and links, one below the other', () => {
    const card: Card = {
      ...bare,
      banner: '【演练】',
      title: '出警令',
      lines: [
        { text: '西塘工业区 3 号厂房' },
        { text: '进门先断电', style: 'warning' },
        { text: '值班员 王', style: 'quiet' },
      ],
      actions: [
        [accept, { ...accept, verb: 'standby', label: '待命' }],
        [{ ...accept, verb: 'decline', label: '不能去' }],
      ],
      links: [{ url: 'https://qunfang.example/o/1', label: '回复' }],
      code: 'A7K',
    };
    expect(encodeCard(card, 2_000)).toEqual([
      [
        '【演练】',
        '出警令',
        '西塘工业区 3 号厂房',
        '⚠️ 进门先断电',
        '值班员 王',
        '1. 接警 A7K',
        '2. 待命 A7K',
        '3. 不能去 A7K',
        '回复 https://qunfang.example/o/1',
      ].join('\n'),
    ]);
  });

  it('keeps what is covered elsewhere out of a preview', () => {
    const card: Card = {
      ...bare,
      title: 'M-2611-0042 · 你要看的',
      lines: [{ text: '看过会留记录' }, { text: '金额：18,600 元', style: 'hidden' }],
    };
    const [message = ''] = encodeCard(card, 2_000);
    const lines = message.split('\n');
    expect(lines.slice(0, 2)).toEqual(['M-2611-0042 · 你要看的', '看过会留记录']);
    expect(lines.indexOf('金额：18,600 元')).toBeGreaterThan(8);
    const long = {
      ...card,
      lines: Array.from({ length: 60 }, () => ({ text: '他三个月没发工钱', style: 'hidden' as const })),
    };
    for (const part of encodeCard(long, 200)) {
      expect(part.length).toBeLessThanOrEqual(200);
      expect(part.split('\n').indexOf('他三个月没发工钱')).toBeGreaterThan(8);
    }
  });

  it('says its code once where the words already tell how to answer', () => {
    const card: Card = { ...bare, title: '出警令', lines: [{ text: '回“接警 A7K”' }], code: 'A7K' };
    expect(encodeCard(card, 2_000)).toEqual(['出警令\n回“接警 A7K”']);
  });

  it('still says its code where no word does', () => {
    expect(encodeCard({ ...bare, title: '出警令', code: 'A7K' }, 2_000)).toEqual(['出警令\nA7K']);
  });

  it('is nothing when it says nothing', () => {
    expect(encodeCard(bare, 2_000)).toEqual([]);
  });

  it('becomes several messages when it is long, each with banner and title, the answers in the last', () => {
    const lines = Array.from({ length: 100 }, (_, n) => ({ text: `${n} ${'很长的一行'.repeat(20)}` }));
    const card: Card = { ...bare, banner: '【演练】', title: '出警令', lines, actions: [[accept]], code: 'A7K' };
    const parts = encodeCard(card, 2_000);
    expect(parts.length).toBeGreaterThan(4);
    for (const [n, part] of parts.entries()) {
      expect(part.length).toBeLessThanOrEqual(2_000);
      expect(part.startsWith(`【演练】\n出警令 (${n + 1}/${parts.length})\n`)).toBe(true);
    }
    expect(parts.at(-1)).toContain('1. 接警 A7K');
    const told = parts.flatMap((part) => part.split('\n').slice(2));
    expect(told.slice(0, -1)).toEqual(lines.map(({ text }) => text));
  });

  it('bears a title of ten thousand characters', () => {
    const parts = encodeCard({ ...bare, title: '着'.repeat(10_000), lines: [{ text: '火'.repeat(10_000) }] }, 2_000);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(2_000);
    expect(parts.join('').match(/火/g)).toHaveLength(10_000);
  });
});

describe('a long text', () => {
  it('is cut between lines, and inside a line only when that alone is too long', () => {
    expect(splitText('一二三\n四五\n六', 6)).toEqual(['一二三\n四五', '六']);
    expect(splitText('一二三四五', 2)).toEqual(['一二', '三四', '五']);
  });

  it('keeps empty lines', () => {
    expect(splitText('一\n\n二', 10)).toEqual(['一\n\n二']);
  });

  it('loses nothing, keeps to the limit and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 50 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.isWellFormed()).toBe(text.isWellFormed());
        }
      }),
    );
  });
});

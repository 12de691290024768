import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../../core/ids.ts';
import type { Card, CardAction } from '../../../core/message.ts';
import { encodeKeyboard, encodeText } from '../../../bot/telegram/encode.ts';

const accept: CardAction = { verb: 'accept', token: 'k3v9m2x7q4w8z1n6' as Token, label: '接警', style: 'primary' };
const bare: Card = { lines: [], actions: [], links: [], loud: true };

describe('a card as Telegram text', () => {
  it('goes with formatting beside the words, so that no name can break it', () => {
    const { text, entities } = encodeText(
      { ...bare, title: '<script>', lines: [{ text: '*a_b*', style: 'quiet' }] },
      4096,
    );
    expect(text).toBe('<script>\n*a_b*');
    expect(entities).toEqual([
      { type: 'bold', offset: 0, length: 8 },
      { type: 'italic', offset: 9, length: 5 },
    ]);
  });

  it('begins with the banner and ends with links that no button can hold', () => {
    const links = [{ label: '回执', url: 'http://localhost:8080/o/x' }];
    const { text } = encodeText(
      { ...bare, banner: '【演练】', title: '出警令', lines: [{ text: '西塘' }], links },
      4096,
    );
    expect(text).toBe('【演练】\n出警令\n西塘\n回执 http://localhost:8080/o/x');
  });

  it('keeps an empty line as a gap, without formatting it', () => {
    const { text, entities } = encodeText(
      { ...bare, lines: [{ text: 'a' }, { text: '', style: 'strong' }, { text: 'b' }] },
      4096,
    );
    expect(text).toBe('a\n\nb');
    expect(entities).toEqual([]);
  });

  it('is never longer than the limit, never splits a character, and formats nothing beyond its end', () => {
    const lines = fc.array(
      fc.record({ text: fc.string({ unit: 'grapheme' }), style: fc.constantFrom('strong', 'quiet', 'warning') }),
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (given, limit) => {
        const { text, entities } = encodeText({ ...bare, lines: given }, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(text.isWellFormed()).toBe(true);
        for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a card as a Telegram keyboard', () => {
  it('has a button with an opaque token for each action, row by row, then its links', () => {
    const card: Card = {
      ...bare,
      actions: [
        [accept, { ...accept, verb: 'decline', label: '不能去', style: 'danger' }],
        [{ ...accept, verb: 'eta', value: '8', label: '8 分钟', style: 'plain' }],
      ],
      links: [{ label: '地图', url: 'https://map.example/?q=1' }],
    };
    expect(encodeKeyboard(card)?.inline_keyboard).toEqual([
      [
        { text: '接警', callback_data: 'k3v9m2x7q4w8z1n6.accept', style: 'primary' },
        { text: '不能去', callback_data: 'k3v9m2x7q4w8z1n6.decline', style: 'danger' },
      ],
      [{ text: '8 分钟', callback_data: 'k3v9m2x7q4w8z1n6.eta.8' }],
      [{ text: '地图', url: 'https://map.example/?q=1' }],
    ]);
  });

  it('is none at all without actions and links', () => {
    expect(encodeKeyboard({ ...bare, actions: [[]] })).toBeUndefined();
  });

  it('breaks rows that are too wide to tap', () => {
    const rows = encodeKeyboard({ ...bare, actions: [Array.from({ length: 10 }, () => accept)] })?.inline_keyboard;
    expect(rows?.map(({ length }) => length)).toEqual([8, 2]);
  });
});

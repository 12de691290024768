import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReplyWord } from '../../../bot/texts/reply-words.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import { incidentKinds } from '../../../core/catalogue.ts';
import type { Verb } from '../../../core/message.ts';

const languages = ['zh', 'en'] as const;

describe('a reply in the offered words', () => {
  it.each(languages)('does in %s what the card said it would', (language) => {
    const { word, closePhoned } = textsIn(language).substitute;
    for (const [verb, words] of Object.entries(word) as [Verb, string][]) {
      if (verb === 'eta' || verb === 'set_kind') continue;
      expect(readReplyWord(words), words).toEqual({ verb });
      expect(readReplyWord(`${words} 0042`), words).toEqual({ verb, number: '0042' });
      expect(readReplyWord(`${words} A7K`), words).toEqual({ verb, code: 'A7K' });
    }
    expect(readReplyWord(`${closePhoned} 0042`)).toEqual({ verb: 'close', value: 'phoned', number: '0042' });
  });

  it.each(languages)('sets any kind in %s', (language) => {
    const { name, substitute } = textsIn(language);
    for (const { code } of incidentKinds) {
      const words = `${substitute.word.set_kind} ${name.kindLabel(code)} 0042`;
      expect(readReplyWord(words), words).toEqual({ verb: 'set_kind', value: code, number: '0042' });
    }
  });

  it('is read in full width, any case, and with a full stop', () => {
    expect(readReplyWord('确认警情　Ｉ－２６１１－００４２')).toEqual({ verb: 'confirm', number: 'I-2611-0042' });
    expect(readReplyWord('确认警情 i-2611-0042')).toEqual({ verb: 'confirm', number: 'I-2611-0042' });
    expect(readReplyWord(' 收队。')).toEqual({ verb: 'stand_down' });
    expect(readReplyWord('Stand Down 0042')).toEqual({ verb: 'stand_down', number: '0042' });
    expect(readReplyWord('接警 a7k')).toEqual({ verb: 'accept', code: 'A7K' });
    expect(readReplyWord("can't A7K")).toEqual({ verb: 'decline', code: 'A7K' });
    expect(readReplyWord('can’t after all')).toEqual({ verb: 'withdraw' });
  });

  it.each([
    '大家先在门口集合',
    '取消不了就算了',
    '确认一下警情',
    '改类型 做饭',
    '收队吗？',
    '完成了没有',
    '0042',
    'A7K',
    '',
    ' ',
    '确认警情 00421',
    '接警 A7K 张强',
  ])('is nothing else: %j', (words) => {
    expect(readReplyWord(words)).toBeNull();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const reply = readReplyWord(words);
        expect(reply === null || reply.verb.length > 0).toBe(true);
      }),
    );
  });

  it('answers at once even to ten thousand characters', () => {
    expect(readReplyWord('接警 '.repeat(5_000))).toBeNull();
  });
});

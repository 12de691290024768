import { describe, expect, it } from 'vitest';
import { endsMediation, matterNumberIn, readMatterWord } from '../../../bot/texts/matter-reply-words.ts';
import { matterNamesEn } from '../../../bot/texts/matter-names-en.ts';
import { matterNamesZh } from '../../../bot/texts/matter-names-zh.ts';

describe('words in place of the buttons of a private matter', () => {
  it.each([
    ['M-2611-0042 接', 'matter_take', ''],
    ['m 2611 0042 我来接', 'matter_take', ''],
    ['看 M-2611-0042', 'matter_look', ''],
    ['Ｍ－2611－0042 看', 'matter_look', ''],
    ['M-2611-0042：回避', 'matter_conflict', ''],
    ['M-2611-0042 对方愿意', 'matter_consent', 'b:yes'],
    ['M-2611-0042 对方没来', 'matter_absent', 'b'],
    ['M-2611-0042 多要15天', 'matter_extend', '15'],
    ['M-2611-0042 I take it', 'matter_take', ''],
    ['M-2611-0042 转上级。', 'matter_step_up', ''],
  ])('%s', (text, verb, value) => {
    expect(readMatterWord(text)).toMatchObject({ verb, value, number: 'M-2611-0042', rest: '' });
  });

  it('keep what is written behind them', () => {
    expect(readMatterWord('M-2611-0042 谈不成 对方 说 要打官司')).toMatchObject({
      verb: 'matter_fail',
      rest: '对方 说 要打官司',
    });
  });

  it('may name the nth of a list', () => {
    expect(readMatterWord('M-2611-0042 时间 2')).toMatchObject({ verb: 'matter_time', nth: 2 });
    expect(readMatterWord('付了 1')).toMatchObject({ verb: 'matter_paid', nth: 1, number: null });
  });

  it('are read without a number only when they are all that is written', () => {
    expect(readMatterWord('我来接')).toMatchObject({ verb: 'matter_take', number: null });
    expect(readMatterWord('我来接孩子放学')).toBeNull();
    expect(readMatterWord('看 今天的新闻')).toBeNull();
    expect(readMatterWord('接 快递')).toBeNull();
  });

  it.each(['M-2611-0042', '今天 M-2611-0042 怎么样了', '', 'KM-2611-0042 接', 'M-2611-00427788 接'])(
    'mean nothing in “%s”',
    (text) => {
      expect(readMatterWord(text)).toBeNull();
    },
  );

  it('are all that the cards offer, in both languages', () => {
    for (const names of [matterNamesZh, matterNamesEn])
      for (const [verb, word] of Object.entries(names.word)) {
        if (word === '' || verb === 'matter_about') continue;
        expect([word, readMatterWord(`M-2611-0042 ${word}`)?.verb]).toEqual([word, verb]);
      }
  });

  it('have their number in any form', () => {
    expect(matterNumberIn('M26110042')).toBe('M-2611-0042');
    expect(matterNumberIn('H-2611-0042')).toBeNull();
  });
});

describe('a no', () => {
  it.each(['不调了', '我不想调解了', '不谈了，法院见', '我要终止调解', '不再调了吧', 'stop the mediation'])(
    'ends mediation in “%s”',
    (text) => expect(endsMediation(text)).toBe(true),
  );

  it.each(['不同意', '这样我不签', '钱少了，不行', '不谈钱我就签', '调解员不错', ''])(
    'is only one to the terms in “%s”',
    (text) => expect(endsMediation(text)).toBe(false),
  );
});

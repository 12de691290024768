import { describe, expect, it } from 'vitest';
import { readMention } from '../../../bot/wechat/read-mention.ts';

describe('a mention of the bot', () => {
  it.each(['@群防\u2005签到', '@群防 签到', '＠群防\u2005签到', '@西塘助手\u2005签到', '@群防\u2005@群防\u2005签到'])(
    'is seen in %j, though the puppet does not list it, and taken off the start',
    (text) => {
      expect(readMention(text, ['群防', '西塘助手'], false)).toEqual({ text: '签到', mentionsBot: true });
    },
  );

  it('stays where it is inside the words', () => {
    expect(readMention('这个 @群防\u2005看一下', ['群防'], false)).toEqual({
      text: '这个 @群防\u2005看一下',
      mentionsBot: true,
    });
  });

  it('is believed when the puppet lists it under a name that we do not know', () => {
    expect(readMention('@小助手\u2005到了', ['群防'], true)).toEqual({ text: '到了', mentionsBot: true });
  });

  it('of somebody else stays and is none', () => {
    expect(readMention('@陈敏\u2005你去吗', ['群防'], false)).toEqual({
      text: '@陈敏\u2005你去吗',
      mentionsBot: false,
    });
  });

  it('is not seen in a longer name', () => {
    expect(readMention('@群防二队\u2005集合', ['群防'], false).mentionsBot).toBe(false);
  });

  it('takes names with signs as they are', () => {
    expect(readMention('@a.*(b)\u20051', ['a.*(b)', ''], false)).toEqual({ text: '1', mentionsBot: true });
  });
});

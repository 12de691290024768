import { describe, expect, it } from 'vitest';
import { endRemarks } from '../../bot/end-remarks.ts';

describe('what is remembered of the words that end a night', () => {
  it.each([
    ['收队 我有点发烧 路上一个人没有', '路上一个人没有'],
    ['收队 东02血压高', ''],
    ['收队，东02崴了脚', ''],
    ['收队 来例假了', ''],
    ['收队 队里有人发烧', ''],
    ['收队 我妈住院了', ''],
    ['收队 没有人受伤', ''],
    ['收队 东03心慌胸闷 渡口路灯不亮', '渡口路灯不亮'],
    ['done for tonight, Tom has a fever', ''],
    ['done for tonight, she sprained her ankle', ''],
    ['we are done, my blood pressure is high', ''],
  ])('%s: how one of them feels is none', (words, remark) => {
    expect(endRemarks(words)).toBe(remark);
  });

  it.each([
    ['收队 路上老人头晕 送回家了', '路上老人头晕 送回家了'],
    ['收队 我们遇到一个老人发烧', '我们遇到一个老人发烧'],
    ['收队 渡口有人崴了脚', '渡口有人崴了脚'],
    ['收队 3号点路灯不亮', '3号点路灯不亮'],
    ['收队 共走了8.6公里 河边护栏松了', '河边护栏松了'],
    ['we are done, some man with fever at the ferry', 'some man with fever at the ferry'],
    ['done, the lamp at the ferry is broken', 'the lamp at the ferry is broken'],
  ])('%s: what they came across is', (words, remark) => {
    expect(endRemarks(words)).toBe(remark);
  });

  it('long words are read at once', () => {
    const began = performance.now();
    for (const words of ['共', '9.', '全部都', 'feel ', '有人我']) endRemarks(words.repeat(4_000 / words.length));
    expect(performance.now() - began).toBeLessThan(60);
  });
});

import { expect, it } from 'vitest';
import { isCourtesy } from '../../../bot/texts/courtesy-words.ts';

it.each(['谢谢', '谢谢你！', '好的，谢谢', '辛苦了', '好的', '嗯嗯', '收到', '知道了', 'Thanks', 'OK, thank you!'])(
  '%s is a courtesy',
  (words) => {
    expect(isCourtesy(words)).toBe(true);
  },
);

it.each(['', '你好', '在吗', '好了', '弄好了', '谢谢，不过还没弄好', '行不行', '收到请回复'])('%s is none', (words) => {
  expect(isCourtesy(words)).toBe(false);
});

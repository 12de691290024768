import { expect, it } from 'vitest';
import { saysSwapBack } from '../../core/swap-back-words.ts';

it.each([
  '不换了',
  '我不换了',
  '算了 不用换了',
  '后天那班不换了',
  '那就不换班了',
  '周五的班不换了',
  '跟东03不换了',
  '我不跟东03换了',
  '换班取消',
  '换班的事算了',
  '取消跟东03的换班',
  '跟东03换回来',
  "I don't want to swap any more",
])('%s takes a swap back', (words) => {
  expect(saysSwapBack(words)).toBe(true);
});

it.each([
  '位置不换了',
  '头像不换了',
  '今晚路线不换了',
  '轮胎不用换了',
  '不换了吧？',
  '对讲机电池换回来了',
  '跟东03换班',
])('%s takes none back', (words) => {
  expect(saysSwapBack(words)).toBe(false);
});

it('跟跟跟… is soon looked through', () => {
  const from = performance.now();
  expect(saysSwapBack('我跟'.repeat(20))).toBe(false);
  expect(saysSwapBack(`${'那班'.repeat(18)}不换`)).toBe(false);
  expect(performance.now() - from).toBeLessThan(100);
});

import { describe, expect, it } from 'vitest';
import { endTakenBack } from '../../core/end-taken-back.ts';

describe('an end that was said too early', () => {
  it.each([
    '还没完呢 还有四个点',
    '还没收 我们还在走',
    '等下 我们还有两个点没走',
    '谁收队了？我们还在3号',
    '收早了 还有3个点',
    '我们这组还没走完',
    '仲未收工 仲有两个点',
    '等我们走完这圈再收',
    '别收队 我们还在巡',
    '后面还有一半没走',
    '还没收队 4号封路了过不去',
    'wait, we still have two points to go',
    "hold on, we're still at point 3",
    'two more points to go',
  ])('%s takes it back', (words) => {
    expect(endTakenBack(words)).toBe('end');
  });

  it.each([
    '还没收队吗',
    '怎么还没收队？',
    '他们还没收队',
    '还没收队的抓紧',
    '还没收到',
    '还没到家',
    '还在路上 快到家了',
    '没走完 下雨了',
    '还有两个点没去 太晚了',
    '还有两个点没拍照片',
    '还有两个点忘发了',
    '还有两个人没走',
    '4号5号还没去',
    '你们继续走 我先回了',
    '我还在3号收拾东西',
    '还在收拾',
    'still two photos to send',
    'two points left out, too late',
  ])('%s does not', (words) => {
    expect(endTakenBack(words)).toBeNull();
  });

  it('by where they are is known by the names of their points', () => {
    expect(endTakenBack('我们还在渡口', ['井头桥', '渡口'])).toBe('end');
    expect(endTakenBack('我们还在渡口', ['井头桥'])).toBeNull();
  });
});

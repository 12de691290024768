import { describe, expect, it } from 'vitest';
import { goingHome } from '../../core/going-home.ts';

describe('who goes home', () => {
  it.each([
    '先走了 孩子发烧',
    '我先走一步',
    '我先走了',
    '12点多了 我先走',
    '都十点了 我先走',
    '别等我 我先走了',
    '不用等我们了 我先回去了',
    '等不到车 我先回了',
    '等了半天 我先走了',
    '老婆在等我 我先走了',
    '家里等着 我先回去了',
    '明天还要上班 我先走了',
    '明早要送娃 我先撤',
    '再见 我先回去了',
    '说实话累了 我先走了',
    '跟队长说过了 我先走',
    '不走了 我先回去',
    '受不了 先回家了 头疼',
    '不好意思 我先走了',
    '我这边结束了 你们继续',
    '我自己收工',
    '我完事了',
    '没事，我先走了',
    'I have to go home early, kid sick',
  ])('%s: whoever says so', (words) => {
    expect(goingHome(words)).toEqual({ who: 'own' });
  });

  it.each([
    '下雨的话，我先撤了',
    '如果没事，我先回去了',
    '要是没人 我先回了',
    '万一下大了 我先走',
    '不然我先走',
    '等会儿 我先走',
    '等下我先回',
    '等我拍完 我先撤',
    '一会 我先走',
    '待会儿 我先走',
    '回头 我先走',
    '晚点 我先撤',
    '我等会先走',
    '我待会儿先回去',
    '我明天先走',
    '明天 我先走',
    '10点 我先走',
    '十点半我先走',
    '半小时后我先走',
    '我可能先走',
    '我想先走',
    '我打算先回去',
    '我再拍一个先撤',
    '我说 我先撤',
    '老王说：我先走',
    '我没先走',
    '我不先走',
    '我还没有要先走',
    '东02等会先走',
    '东02明天先走',
    '东02要是下雨先回去',
    '东02说他先走',
    '东02没先走',
    'if it rains I am going home',
  ])('%s: nobody yet', (words) => {
    expect(goingHome(words)).toBeNull();
  });

  it.each([
    '我走完了',
    '我巡完了',
    '我这边走完了',
    '我这边都巡完了',
    '我这里拍完了',
    '我这边完成了',
    '我这边1号点巡完了',
  ])('%s: nobody, they are only so far', (words) => {
    expect(goingHome(words)).toBeNull();
  });

  it.each([
    ['东02先回去了', '东02'],
    ['东02不舒服先走了', '东02'],
    ['东02 is going home', '东02'],
  ])('%s: another', (words, name) => {
    expect(goingHome(words)).toEqual({ who: 'other', name });
  });

  it('a long text is read at once', () => {
    const began = performance.now();
    for (const words of [`我先走了${' '.repeat(3_990)}x`, `东02不舒服${' '.repeat(3_990)}x`])
      expect(goingHome(words)).toBeNull();
    expect(performance.now() - began).toBeLessThan(20);
  });
});

describe('one who goes home, as people say it among themselves', () => {
  it.each(['先溜了 家里有事', '俺先家去了', '我闪了 明天还要上班', '不好意思 要先走'])('%s', (words) => {
    expect(goingHome(words)).toEqual({ who: 'own' });
  });

  it.each(['小偷 溜了', '小偷 先溜了', '那边路灯 闪了', '先走东线', '我先走一步去渡口'])(
    '%s is nothing of it',
    (words) => {
      expect(goingHome(words)).toBeNull();
    },
  );
});

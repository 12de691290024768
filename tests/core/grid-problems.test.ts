import { describe, expect, it } from 'vitest';
import type { CheckInState } from '../../core/check-in.ts';
import { gridProblems, saidProblems } from '../../core/grid-problems.ts';

const told = (words: string, state: CheckInState = 'counted') => ({ words, state, photos: 1 });

describe('the problems of a grid worker’s day', () => {
  it('are what was put right on the spot and what is still to be dealt with', () => {
    const day = ['上桥村口 飞线充电 当场拔了', '井头桥 护栏松了 上报', '大塘沿 正常', '', '渡口 杂物堵通道 现场劝离'];
    expect(gridProblems(day.map((words) => told(words)))).toEqual({ found: 3, onSpot: 2 });
  });

  it('are not put right where nobody would', () => {
    expect(gridProblems([told('新屋路口 飞线充电 当场让他拔 不肯')])).toEqual({ found: 1, onSpot: 0 });
  });

  it('are not of what was taken back or put right in another', () => {
    expect(gridProblems([told('井头桥 护栏松了', 'void'), told('井头桥 护栏松了', 'replaced')])).toEqual({
      found: 0,
      onSpot: 0,
    });
  });

  it('are counted with what was passed on, and with what people were talked out of', () => {
    const day = [
      ...['西塘路边垃圾堆一地，当场叫人清了', '3幢楼道堆电瓶车，现场劝离搬走了', '路灯坏了一盏 已转给城管'],
      ...['消防栓漏水 处理不了 上报', '看到小孩在塘边玩水，劝回家了', '沿街店占道经营 已劝导整改'],
      ...['井盖松了 放了警示牌，报给市政了', '大塘沿 正常', '店门口 看了一下 没问题', '跟店主聊了两句'],
    ];
    expect(gridProblems(day.map((words) => told(words)))).toEqual({ found: 7, onSpot: 4 });
  });

  it.each([
    ['发现问题3个 当场解决2个 上报1个', { found: 3, onSpot: 2 }],
    ['发现问题3个 现场处置2个 上报1个', { found: 3, onSpot: 2 }],
    ['查了5家店 发现2处隐患 都整改了', { found: 2, onSpot: 2 }],
    ['发现隐患两处 现场整改1处 移交1处', { found: 2, onSpot: 1 }],
    ['排查出隐患三处 上报一处', { found: 3, onSpot: 2 }],
    ['发现问题2个', { found: 2, onSpot: 0 }],
    ['found 3 problems, fixed 2 on the spot', { found: 3, onSpot: 2 }],
    ['查了5家店 步数8000', null],
    ['路上积水', null],
  ])('are told in words: %s', (words, counts) => {
    expect(saidProblems(words)).toEqual(counts);
  });
});

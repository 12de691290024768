import { describe, expect, it } from 'vitest';
import type { CheckInState } from '../../core/check-in.ts';
import { gridProblems } from '../../core/grid-problems.ts';

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
});

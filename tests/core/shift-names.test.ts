import { describe, expect, it } from 'vitest';
import { peopleNamed } from '../../core/shift-names.ts';

const crew = [
  { callSign: '西01', name: '王建国' },
  { callSign: '西02', name: '何小兵' },
  { callSign: null, name: '李强' },
];

describe('people of a crew in a list', () => {
  it.each([
    ['20:00西塘、荷塘联合出发,人员:西01 西02 荷03', ['王建国', '何小兵']],
    ['今晚我们3个人 老王、小何 我', ['王建国', '何小兵']],
    ['西01和李强', ['王建国', '李强']],
    ['老王 王建国 西01', ['王建国']],
    ['签到', []],
    ['', []],
  ])('%s', (words, names) => {
    expect(peopleNamed(crew, words).map(({ name }) => name)).toEqual(names);
  });
});

import { describe, expect, it } from 'vitest';
import { peopleNamed, personNamed } from '../../core/shift-names.ts';

const crew = [
  { callSign: '西01', name: '王建国' },
  { callSign: '西02', name: '何小兵' },
  { callSign: null, name: '李强' },
  { callSign: '西04', name: '李大明' },
];

describe('people of a crew, as they are called', () => {
  it.each([
    ['西01', '王建国'],
    ['西０１', '王建国'],
    ['王建国', '王建国'],
    ['西01 王建国', '王建国'],
    ['建国', '王建国'],
    ['老王', '王建国'],
    ['王师傅', '王建国'],
    ['小何', '何小兵'],
    ['李强', '李强'],
  ])('%s is one of them', (words, name) => {
    expect(personNamed(crew, words)?.name).toBe(name);
  });

  it.each(['老李', '小张', '西09', '', '大家', '强'])('%s is nobody, or several', (words) => {
    expect(personNamed(crew, words)).toBeNull();
  });

  it('finds everybody of a list, each once', () => {
    expect(peopleNamed(crew, '人员：西01 西02、老何 我').map(({ name }) => name)).toEqual(['王建国', '何小兵']);
  });
});

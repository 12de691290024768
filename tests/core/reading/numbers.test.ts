import { describe, expect, it } from 'vitest';
import { clockTimes } from '../../../core/reading/clock-times.ts';
import { durations } from '../../../core/reading/durations.ts';
import { numberOf } from '../../../core/reading/numerals.ts';

describe('numbers as people write them', () => {
  it.each([
    ['8', 8, false],
    ['十二', 12, false],
    ['两百', 200, false],
    ['二十三', 23, false],
    ['一千五百', 1500, false],
    ['18.6万', 186_000, false],
    ['四十五万', 450_000, false],
    ['廿', 20, false],
    ['六千多', 6000, true],
    ['十来', 10, true],
    ['二十几', 20, true],
    ['七八', 8, true],
    ['十五六', 16, true],
    ['二三十', 30, true],
    ['10-15', 15, true],
    ['上百', 100, true],
  ])('reads %s as %d', (words, value, approximate) => {
    expect(numberOf(words)).toEqual({ value, approximate });
  });

  it('finds no number where none is said', () => {
    expect(numberOf('几')).toBeUndefined();
    expect(numberOf('')).toBeUndefined();
  });
});

describe('spans of time', () => {
  it.each([
    ['8分钟', 8],
    ['半个钟', 30],
    ['半小时', 30],
    ['一刻钟', 15],
    ['三刻钟', 45],
    ['一个半小时', 90],
    ['1小时20分', 80],
    ['两个钟', 120],
    ['七八分钟', 8],
    ['十来分钟', 10],
    ['个把小时', 60],
    ['刻把钟', 15],
    ['10 min', 10],
    ['eta 12', 12],
    ['half an hour', 30],
  ])('reads %s as %d minutes', (words, minutes) => {
    expect(durations(words).map((span) => span.minutes)).toEqual([minutes]);
  });

  it('marks a guess', () => {
    expect(durations('大概10分钟')[0]?.approximate).toBe(true);
    expect(durations('10分钟左右')[0]?.approximate).toBe(true);
    expect(durations('10分钟')[0]?.approximate).toBe(false);
  });

  it('takes neither the points of a match nor a branch office for minutes', () => {
    expect(durations('得了3分之一')).toEqual([]);
    expect(durations('2分局')).toEqual([]);
  });
});

describe('times of day', () => {
  it.each([
    ['20:05', '20:05'],
    ['21点40', '21:40'],
    ['9点15', '09:15'],
    ['八点半', '08:30'],
    ['下午3点', '15:00'],
    ['晚上12点半', '00:30'],
    ['九点零五分', '09:05'],
    ['0点20', '00:20'],
    ['三点一刻', '03:15'],
    ['零点整', '00:00'],
    ['下周三上午十时', '10:00'],
  ])('reads %s as %s', (words, time) => {
    expect(clockTimes(words, false).map((found) => found.time)).toEqual([time]);
  });

  it('means the evening on a night shift', () => {
    expect(clockTimes('9点45', true)[0]?.time).toBe('21:45');
    expect(clockTimes('早上9点45', true)[0]?.time).toBe('09:45');
  });

  it('takes neither 晚一点 nor 两点建议 for an hour', () => {
    expect(clockTimes('晚一点', false)).toEqual([]);
    expect(clockTimes('两点建议', false)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { read } from '../../../../core/reading/read.ts';
import { messageOf } from '../corpus.ts';

const heard = (text: string, photos = 0) => read(messageOf({ text, photos, room: 'patrol', openShift: true })).fields;

describe('words after a check-in', () => {
  it.each([
    '不对 4号',
    '不对，4号',
    '哦不对 是4号',
    '等等 不对 4号点',
    '啊不 4号',
    '错了 4号',
    '是4号不是3号',
    '4号 不是3号',
    '4号才对',
    '纠正一下 四号',
    'sorry, point 4',
  ])('%s put it right', (words) => {
    expect(heard(words)).toMatchObject({ correction: true, points: ['4'] });
  });

  it.each(['no, 4', 'no wait, 4'])('%s does under a picture', (words) => {
    expect(heard(words, 1)).toMatchObject({ correction: true, points: ['4'] });
  });

  it.each([
    '不对劲 4号',
    '4号不对',
    '不对啊 4号灯没亮',
    '不对 有人在4号',
    '不好意思 是4号',
    '不，4号有人',
    '4号不是很亮',
    'No.4',
    'No 4',
  ])('%s do not', (words) => {
    expect(heard(words).correction).toBeUndefined();
    expect(heard(words, 1).correction).toBeUndefined();
  });
});

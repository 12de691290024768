import { describe, expect, it } from 'vitest';
import { standInWords } from '../../core/stand-in-words.ts';

describe('who comes in whose place', () => {
  it.each([
    ['大后天晚上东03顶东01', '东03', '东01'],
    ['周三东03替东01', '东03', '东01'],
    ['明晚让老王来替小李', '老王', '小李'],
    ['老王顶小李明晚的班', '老王', '小李'],
    ['今晚 警01 代替 东02 值班', '警01', '东02'],
    ['11月25日晚上王师傅替一下李哥吧', '王师傅', '李哥'],
    ['Zhao covers for Chen tomorrow night', 'Zhao', 'Chen'],
  ])('%s', (text, comes, goes) => {
    expect(standInWords(text)).toEqual({ comes, goes });
  });

  it.each([
    '明晚东05替我',
    '我替老王',
    '谁替东01',
    '替老哥打卡 5号',
    '有人顶东01吗',
    '他替东01',
    'I cover for Chen',
    '',
  ])('%s names no two others', (text) => {
    expect(standInWords(text)).toBeNull();
  });
});

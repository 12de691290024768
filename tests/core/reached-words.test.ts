import { describe, expect, it } from 'vitest';
import { reachedWords } from '../../core/reached-words.ts';

describe('whoever rang a silent crew', () => {
  it.each([
    '联系上了，平安',
    '联系到他了 没事',
    '打通了，都好，手机没电',
    '电话接了 人安全',
    '找到他们了 都没事',
    '打了电话，都没事',
    '电话打过了 他们没事',
    '问过了，没问题',
    'rang them, all ok',
    'Reached, all well',
    'reached them, all well',
    'Got through to him, he is fine',
  ])('%s: they are well', (words) => {
    expect(reachedWords(words)).toBe('well');
  });

  it.each(['联系上了', '打通电话了', 'reached them'])('%s says not how they are', (words) => {
    expect(reachedWords(words)).toBe('reached');
  });

  it.each([
    '电话打了，没人接',
    '打了电话了',
    '没联系上',
    '联系不上，电话没接',
    '打了没打通',
    '联系上了，摔伤了',
    '联系上了吗？平安吗',
    '联系上了 但是脚崴了走不动，要人去接',
    '谁联系上了？',
    '平安',
    '今晚平安夜',
    '没事的话联系我',
    'could not reach them',
    'reached them, he is hurt',
  ])('%s closes nothing', (words) => {
    expect(reachedWords(words)).toBeNull();
  });
});

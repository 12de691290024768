import { describe, expect, it } from 'vitest';
import { saidToRequest } from '../../core/request-words.ts';

const said = (words: string, leads = true): string => {
  const found = saidToRequest(words, leads);
  return found === null ? '' : `${found.isYes ? 'yes' : 'no'}${found.vague ? ', to anything' : ''}`;
};

describe('what a leader says to a wish', () => {
  it.each([
    '准',
    '准假',
    '批了',
    '批准',
    '那就准了',
    '同意，好好休息',
    '准了 注意身体',
    '好的，准了',
    '我批了',
    'Approved',
  ])('%s lets go', (words) => expect(said(words)).toBe('yes'));
  it.each(['可以', '行吧', '可以的，好好休息', '没问题', '那行吧', 'Yes.', 'Sure, get well'])(
    '%s lets go where nothing else is asked',
    (words) => expect(said(words)).toBe('yes, to anything'),
  );
  it.each(['不准', '不批', '不同意，人不够了', '不准假', '不同意 找个人替你再说', '恐怕不能批', 'not approved'])(
    '%s refuses',
    (words) => expect(said(words)).toBe('no'),
  );
  it.each(['不行', '不可以，人不够', '这次不行', 'No, too few of us'])(
    '%s refuses where nothing else is asked',
    (words) => expect(said(words)).toBe('no, to anything'),
  );
  it.each([
    '好的',
    'ok',
    '收到',
    '知道了',
    '可以，但要找人替',
    '同意，25号不行',
    '可以 明天的不行',
    '不行，周三可以',
    '准吗',
    '可以吗',
    '准备出发',
    '准时到',
    '可以早点走吗',
    '找个人替你再说',
    '来不了',
    '有事',
    '我去',
    '行人',
    '不行人',
    'no problem',
    'yes if he finds somebody',
    'Sure, but find somebody first',
  ])('%s decides nothing', (words) => expect(said(words)).toBe(''));
});

describe('what somebody says who is asked to swap', () => {
  it.each(['可以', '行啊', '好的。', '我去', 'ok', '方便的'])('%s is a yes', (words) =>
    expect(said(words, false)).toBe('yes, to anything'),
  );
  it.each(['不行', '没空', '来不了', '有事', 'no', 'sorry'])('%s is a no', (words) =>
    expect(said(words, false)).toBe('no, to anything'),
  );
  it.each(['准了', '批了', '可以早点走吗', '不准', '好的 明天见'])('%s is neither', (words) =>
    expect(said(words, false)).toBe(''),
  );
});

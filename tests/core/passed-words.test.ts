import { describe, expect, it } from 'vitest';
import { passedWords } from '../../core/passed-words.ts';

describe('the words about points that were passed', () => {
  it.each([
    ['桥头封路没过去,只看了城隍庙', '桥头封路没过去', ' ,只看了城隍庙'],
    ['13号厂房正常,3号封路没过去', '3号封路没过去', '13号厂房正常, '],
    ['13号没去, 3号没去', '3号没去', '13号没去,  '],
    ['只看了城隍庙', '桥头封路没过去', '只看了城隍庙'],
  ])('%s without %s', (words, piece, left) => {
    expect(passedWords({ words, place: '' }, [piece]).words).toBe(left);
  });

  it('name no place where nobody was', () => {
    expect(passedWords({ words: '桥头封路,西门', place: '桥头' }, ['桥头封路']).place).toBe('');
    expect(passedWords({ words: '桥头封路,西门', place: '西门' }, ['桥头封路']).place).toBe('西门');
  });
});

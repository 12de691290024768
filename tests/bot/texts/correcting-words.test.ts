import { expect, it } from 'vitest';
import { readCorrection } from '../../../bot/texts/correcting-words.ts';

it.each([
  ['不对 是38号', '38号'],
  ['不对，是星固模具厂', '星固模具厂'],
  ['说错了，地点是上桥村38号', '上桥村38号'],
  ['不好意思 写错了 83号', '83号'],
  ['我刚才说错了，应该是西塘村83号。', '西塘村83号'],
  ['地址不对，是荷塘村8号', '荷塘村8号'],
  ['更正：荷塘村8号', '荷塘村8号'],
  ['不是36号，是38号', '38号'],
  ['是38号，不是36号', '38号'],
  ['打错了 是38号不是36号', '38号不是36号'],
  ["sorry, wrong, it's no. 38", 'no. 38'],
  ['Correction: Yonggu Hardware', 'Yonggu Hardware'],
])('%s says instead: %s', (text, now) => {
  expect(readCorrection(text)?.now).toBe(now);
});

it.each(['不对劲 星固模具厂有味道', '看错了', '说错了', '没错 就是38号', '不是很严重', '错了没有', 'no', '不用了'])(
  '%s puts nothing right',
  (text) => {
    expect(readCorrection(text)).toBeNull();
  },
);

it('is about the place where it says so', () => {
  expect(readCorrection('说错了，地点是后门')).toEqual({ now: '后门', named: true, sure: true });
  expect(readCorrection('说错了，是后门')).toEqual({ now: '后门', named: false, sure: true });
});

import { expect, it } from 'vitest';
import { daysIn } from '../../../bot/texts/hazard-days.ts';
import { en } from '../../../bot/texts/en.ts';
import { kindNamed, numberIn, readHazardWord } from '../../../bot/texts/hazard-words.ts';
import { zh } from '../../../bot/texts/zh.ts';

it.each([
  ['一般隐患 0042', { verb: 'hazard_grade', value: 'ordinary', number: '0042', words: '' }],
  ['重大隐患 H-2611-0042', { verb: 'hazard_grade', value: 'major', number: 'H-2611-0042', words: '' }],
  ['当场改好', { verb: 'hazard_accept', value: 'spot', number: null, words: '' }],
  ['改好了 0042', { verb: 'hazard_fixed', value: '', number: '0042', words: '' }],
  ['改好了0042', { verb: 'hazard_fixed', value: '', number: '0042', words: '' }],
  ['没改好 0042 灯还是不亮', { verb: 'hazard_fail', value: '', number: '0042', words: '灯还是不亮' }],
  ['交给 网02 0042', { verb: 'hazard_assign', value: '网02', number: '0042', words: '' }],
  ['延期3天 0042 配件没到', { verb: 'hazard_ask_more', value: '3', number: '0042', words: '配件没到' }],
  ['隐患类型 消防设施 0042', { verb: 'hazard_kind', value: 'fire_equipment', number: '0042', words: '' }],
  ['不满意', { verb: 'hazard_rate', value: 'bad', number: null, words: '' }],
  ['还没弄好', { verb: 'hazard_reopen', value: '', number: null, words: '' }],
])('“%s” is what a card’s button says', (text, word) => {
  expect(readHazardWord(text)).toEqual(word);
});

it.each([
  '改好了吗',
  '登记表在哪',
  '不用怕',
  '一般般',
  '看错人了吧',
  '延期的话怎么办',
  '',
  '0042',
  '交给我吧',
  '满意的话点个赞呗',
])('“%s” is no word of a card', (text) => {
  expect(readHazardWord(text)).toBeNull();
});

it('every word that a card offers is read as its own verb, in both languages', () => {
  for (const { hazard } of [zh, en]) {
    for (const [verb, word] of Object.entries(hazard.word)) {
      if (['hazard_kind', 'hazard_place', 'hazard_grade', 'hazard_assign', 'hazard_rate'].includes(verb)) continue;
      expect(readHazardWord(`${word} 0042`), word).toMatchObject({ verb, number: '0042' });
    }
    for (const [verb, values] of Object.entries(hazard.choice)) {
      for (const [value, word] of Object.entries(values)) {
        expect(readHazardWord(word), word).toMatchObject({ verb, value });
      }
    }
    for (const days of [3, 5, 10]) {
      expect(readHazardWord(hazard.moreDays(days))).toMatchObject({ verb: 'hazard_ask_more', value: String(days) });
    }
  }
});

it.each([
  ['H-2611-0042', 'H-2611-0042'],
  ['h2611 0042 怎么样了', 'H-2611-0042'],
  ['编号0042那条', '0042'],
  ['0042 弄好了', '0042'],
  ['2026年的事', null],
  ['灭火器少了 3 个', null],
  ['电话 13800000000', null],
])('the number in “%s” is %s', (words, number) => {
  expect(numberIn(words)).toBe(number);
});

it('a kind is known by its name in either language, and by nothing else', () => {
  expect(kindNamed('路灯')).toBe('street_light');
  expect(kindNamed(' 其他。')).toBe('other');
  expect(kindNamed('Gas')).toBe('gas');
  expect(kindNamed('灯')).toBeNull();
});

it.each([
  ['要延期3天', 3],
  ['再给十五个工作日', 15],
  ['宽限一周', 5],
  ['两个月', 42],
  ['半天就好', 1],
  ['5 working days', 5],
  ['天气不好', null],
  ['延期', null],
])('“%s” names %s working days', (words, days) => {
  expect(daysIn(words)?.days ?? null).toBe(days);
});

import { describe, expect, it } from 'vitest';
import { plainText, wordsAt } from '../../../core/reading/plain-text.ts';
import { answer, inSquad, inVillage } from './speak.ts';

describe('words as people spell them', () => {
  it.each([
    ['佢成個人暈咗喺街口', '他成个人晕了在街口'],
    ['去唔到 返緊工', '去不了 在上班'],
    ['我嚟緊', '我正在来'],
    ['啥子都看不到', '什么都看不到'],
    ['娃儿遭水冲起走了', '小孩被水冲走了'],
    ['人嘸没寻着', '人没找着'],
    ['手粘牢电线', '手粘住电线'],
    ['俺们这就去', '我们这就去'],
    ['起伙了', '起火了'],
    ['有人落睡了', '有人落水了'],
    ['有空有空', '有空'],
  ])('%s is %s', (written, plain) => {
    const text = plainText(written);
    expect(text.plain).toBe(plain);
    expect(wordsAt(text, 0, text.plain.length)).toBe(written);
  });

  it('leaves words alone that only look like dialect or slips', () => {
    for (const words of [
      '请勿靠近',
      '阿拉伯',
      '赶紧来',
      '大伙都来',
      '黑眼圈',
      '伙伴',
      '介绍信',
      '漏点',
      '遭遇',
      '山上',
    ]) {
      expect(plainText(words).plain).toBe(words);
    }
  });

  it('points at the words as they were written', () => {
    const reading = answer('中嘞 算俺一个');
    expect(reading.intent).toBe('accept');
    expect(reading.because[0]?.words).toBe('算俺一个');
  });

  it.each([
    ['火燭啊 樓下士多冒晒煙', 'emergency'],
    ['楼上哪家烧起来咯 搞快点打119', 'emergency'],
    ['艾玛 大棚塌了 里头压着俩人呢', 'emergency'],
    ['今朝热煞人 勿想出门', 'small_talk'],
    ['热死我了热死我了', 'small_talk'],
  ] as const)('reads %s as %s', (text, intent) => {
    expect(inVillage(text).intent).toBe(intent);
  });

  it('reads rescuers in their own dialects', () => {
    expect(answer('得 我即刻去').intent).toBe('accept');
    expect(answer('莫得空 在屋头带娃儿').intent).toBe('decline');
    expect(answer('去勿来 小囡发寒热').intent).toBe('decline');
    expect(inSquad('俺到地儿了').intent).toBe('arrived');
  });
});

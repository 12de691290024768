import { describe, expect, it } from 'vitest';
import { readLegalAnswer } from '../../core/legal-answer.ts';

describe('an answer to a legal question', () => {
  it('names its article and the edition', () => {
    expect(readLegalAnswer('试用期最长六个月，依据《劳动合同法》第十九条（2012年修正）。')).toEqual({
      words: '试用期最长六个月，依据《劳动合同法》第十九条（2012年修正）。',
      article: '《劳动合同法》第十九条',
      edition: '2012年修正',
    });
  });

  it.each([
    ['《民法典》第七百零三条 2020年公布 押金应当退还', '《民法典》第七百零三条', '2020年公布'],
    ['押金要退。《民法典》第703条，2021年1月1日施行', '《民法典》第703条', '2021年1月1日施行'],
    ['公司不能这样做 《劳动法》第五十条第一款 2018修正', '《劳动法》第五十条第一款', '2018修正'],
    ['押金要退，按照民法典第703条，2020年公布', '民法典第703条', '2020年公布'],
    ['每月付两倍工资（劳动合同法第82条，2012年版）', '劳动合同法第82条', '2012年版'],
    ['They have to pay. Art. 50 Labour Law, 2018 edition', 'Art. 50 Labour Law', '2018 edition'],
  ])('%s', (words, article, edition) => {
    expect(readLegalAnswer(words)).toMatchObject({ article, edition });
  });

  it.each([
    ['应该可以要回来的', 'article'],
    ['劳动法里写了', 'article'],
    ['《劳动合同法》第十九条 最长六个月', 'edition'],
    ['《劳动合同法》第十九条（2012年修正）', 'words'],
    ['', 'article'],
  ])('says what is missing: “%s”', (words, missing) => {
    expect(readLegalAnswer(words)).toEqual({ missing });
  });
});

import { describe, expect, it } from 'vitest';
import { saidTerms } from '../../core/agreement-words.ts';
import type { Party } from '../../core/party.ts';

const side = (key: string, role: Party['role'], name: string): Party => ({
  key,
  role,
  name,
  phone: '',
  personId: null,
  people: 1,
  proxy: null,
  consent: 'yes',
  consentAt: null,
});
const sides = [side('a', 'applicant', '老王'), side('b', 'respondent', '宏达五金')];
const today = Temporal.PlainDate.from('2026-11-22');

/** Who pays what by when, as short as can be: `b 5000 2026-11-30`. */
function told(words: string, on = today): string[] {
  const { terms, paidYuan } = saidTerms(words, sides, on);
  const lines = terms.map(({ from, amountYuan, dueOn }) => `${from} ${String(amountYuan)} ${dueOn ?? 'at once'}`);
  return paidYuan > 0 ? [...lines, `paid ${String(paidYuan)}`] : lines;
}

describe('terms in people’s words', () => {
  it.each([
    ['讲好5000 转了3000 剩下月底', ['b 5000 2026-11-30', 'paid 3000']],
    ['总共两万，今天先付了5000，剩下的年底', ['b 20000 2026-12-31', 'paid 5000']],
    ['谈成了 六千 下个月15号一次付清', ['b 6000 2026-12-15']],
    ['拖欠工资共计18.6万元，2026年12月31日前一次性支付', ['b 186000 2026-12-31']],
    ['agreed on 5000 yuan, paid 2000, rest end of month', ['b 5000 2026-11-30', 'paid 2000']],
  ])('%s: one sum and what is left of it', (words, expected) => {
    expect(told(words)).toEqual(expected);
  });

  it.each([
    ['对方11月30号前给8000块，12月30号再给8000块', ['b 8000 2026-11-30', 'b 8000 2026-12-30']],
    [
      '一共1.8万 分三次 12月10号6000 1月10号6000 2月10号6000',
      ['b 6000 2026-12-10', 'b 6000 2027-01-10', 'b 6000 2027-02-10'],
    ],
    ['讲好12000 这周五付6000 月底付6000', ['b 6000 2026-11-27', 'b 6000 2026-11-30']],
    [
      '谈成了 两万四 下周三先给一万 月底一万 年底4000',
      ['b 10000 2026-11-25', 'b 10000 2026-11-30', 'b 4000 2026-12-31'],
    ],
    ['宏达五金 12月10日前付 18600元，余款 6000 元 2027年1月31日前付清', ['b 18600 2026-12-10', 'b 6000 2027-01-31']],
  ])('%s: instalments are terms of their own, and their total is none', (words, expected) => {
    expect(told(words)).toEqual(expected);
  });

  it('a total with one instalment and the rest: the rest is a term', () => {
    expect(told('一共1万，12月1日给4000，剩下的12月31日')).toEqual(['b 4000 2026-12-01', 'b 6000 2026-12-31']);
  });

  it('what is left is a term also where nobody said how much that is', () => {
    expect(told('谈成了，宏达12月15号前付10万，余下元旦前付清')).toEqual(['b 100000 2026-12-15', 'b null 2027-01-01']);
    expect(told('宏达五一前付6000，国庆前付4000')).toEqual(['b 6000 2027-05-01', 'b 4000 2027-10-01']);
  });

  it('whoever is named, or called 甲方 or 申请人, owes; else the side that it was brought against', () => {
    expect(told('甲方赔乙方 3,500 元，当场付清')).toEqual(['a 3500 at once']);
    expect(told('老王付2000')).toEqual(['a 2000 at once']);
    expect(told('付2000')).toEqual(['b 2000 at once']);
  });

  it.each([
    ['讲好两万四 月底付清', ['b 24000 2026-11-30']],
    ['月底 付6000 年底 付4000', ['b 6000 2026-11-30', 'b 4000 2026-12-31']],
    ['双方都认：李叔借了5000块。李叔12月10日前还5000', ['b 5000 2026-12-10']],
    ['老板欠我一万二千五 月底还', ['b 12500 2026-11-30']],
  ])('%s: as people say sums, days and debts', (words, expected) => {
    expect(told(words)).toEqual(expected);
  });

  it.each([
    ['讲好12000 这周五付6000 月底付6000', ''],
    ['讲好5000 转了3000 剩下月底', ''],
    ['达成协议 老板12月10日前付3万，剩下3万12月31日前付清', ''],
    [
      '老板认账，拖欠三个月工资。讲好12000，这周五付6000，月底付6000。利息不要了',
      '老板认账，拖欠三个月工资，利息不要了',
    ],
    ['双方都认 李叔借了5000块。李叔12月10日前还5000', '双方都认 李叔借了5000块'],
    // Nothing is lost: a total that is not reached, a day that belongs to nothing.
    ['讲好12000 周五付6000', '讲好12000'],
    ['付6000，月底，12月31日见面', '12月31日见面'],
    ['双方各让一步，以后互不追究', '双方各让一步，以后互不追究'],
  ])('%s: beside the terms stands “%s”', (words, beside) => {
    expect(saidTerms(words, sides, today).beside).toBe(beside);
  });

  it('deeds are terms without a sum', () => {
    expect(told('老王赔礼道歉，对方把围墙拆除，月底前')).toEqual(['a null at once', 'b null 2026-11-30']);
  });

  it.each(['好的', '我们再想想 3号再说', '他不给钱', '谈了两次 3个人来', ''])('%s: no terms', (words) => {
    expect(told(words)).toEqual([]);
  });

  it('month’s end in February of a leap year is the 29th, and a day that there is not is none', () => {
    const leap = Temporal.PlainDate.from('2028-02-10');
    expect(told('剩下3000月底', leap)).toEqual(['b 3000 2028-02-29']);
    expect(told('3000 2027年2月29日', leap)).toEqual(['b 3000 at once']);
  });
});

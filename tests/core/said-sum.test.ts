import { expect, it } from 'vitest';
import { saidSum } from '../../core/said-sum.ts';

it.each([
  ['货款拖了大半年 18.6万 对方也是开发区的厂', 186_000, false],
  ['房东不退押金 2000 合同到期搬走了', 2_000, false],
  ['老板欠我们3个月工资 一共5个人 大概6万多', 60_000, true],
  ['手被冲床压了 住院花了4万2 厂里只肯给1万', 42_000, false],
  ['欠我一万五 拖了两年', 15_000, false],
  ['差不多六千多块', 6_000, true],
  ['还差３，５００元', 3_500, false],
  ['借了他50w', 500_000, false],
  ['一共3万5千', 35_000, false],
  ['十八万六', 186_000, false],
  ['欠我一万二千五', 12_500, false],
  ['he owes me 5,000 yuan', 5_000, false],
])('%s is about money', (words, yuan, approximate) => {
  expect(saidSum(words, false)).toEqual({ yuan, approximate });
});

it.each([
  '楼上天天半夜拖椅子',
  '三个儿子要分房子',
  '2023年搬来的 12号楼302室',
  '我电话13800001111',
  '吵了两次了',
  '11:30 去过一次',
])('%s names no sum', (words) => {
  expect(saidSum(words, false)).toBeNull();
});

it('a bare number is a sum where one was asked for', () => {
  expect(saidSum('6800', true)).toEqual({ yuan: 6_800, approximate: false });
  expect(saidSum('六千多', true)).toEqual({ yuan: 6_000, approximate: true });
  expect(saidSum('五百左右吧', true)).toEqual({ yuan: 500, approximate: true });
});

it('nonsense, zero and sums beyond all measure are none', () => {
  for (const words of ['', '0', '不知道', '9999999999999', '¥¥¥']) expect(saidSum(words, true)).toBeNull();
});

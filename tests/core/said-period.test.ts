import { expect, it } from 'vitest';
import { saidPeriod } from '../../core/said-period.ts';

const now = Date.parse('2026-11-22T20:00+08:00');
const nameOf = (words: string): string => saidPeriod(words, now, 'Asia/Shanghai').name;

it.each([
  ['证明', '2026-11'],
  ['12月证明', '2025-12'],
  ['十月份的证明', '2026-10'],
  ['十一月证明', '2026-11'],
  ['上个月证明', '2026-10'],
  ['2026年的证明', '2026'],
  ['2026年3月证明', '2026-03'],
  ['2025年三月的证明', '2025-03'],
  ['2025年度的十二月', '2025-12'],
  ['2025/3', '2025-03'],
  ['２５年１月', '2025-01'],
  ['去年12月的证明', '2025-12'],
  ['去年十二月', '2025-12'],
  ['前年5月', '2024-05'],
  ['去年', '2025'],
  ['今年', '2026'],
  ['今年3月', '2026-03'],
  ['全年', '2026'],
  ['2025全年', '2025'],
  ['last december', '2025-12'],
  ['last november', '2025-11'],
  ['last March', '2026-03'],
  ['Sept 2025', '2025-09'],
  ['december last year', '2025-12'],
  ['last year', '2025'],
  ['last month', '2026-10'],
  ['this month', '2026-11'],
  ['may i see them', '2026-11'],
  ['13月', '2026-11'],
  ['2025-13', '2026-11'],
])('%s is %s', (words, period) => {
  expect(nameOf(words)).toBe(period);
});

it('leaves the other words', () => {
  expect(saidPeriod('本队 去年12月', now, 'Asia/Shanghai').rest.trim()).toBe('本队');
});

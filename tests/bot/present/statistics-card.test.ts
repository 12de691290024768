import { expect, it } from 'vitest';
import { statisticsCard } from '../../../bot/present/statistics-card.ts';
import { textsIn } from '../../../bot/texts/texts-in.ts';
import { agreementOf } from '../../../core/agreement-steps.ts';
import { matterStatistics } from '../../../core/matter-statistics.ts';
import { bodyOf, matterAt, matterOf } from '../../support/matter-factory.ts';

const hour = 3_600_000;
const settled = Array.from({ length: 5 }, () =>
  matterOf({
    reportedAt: matterAt,
    assignedAt: matterAt + hour,
    effectiveAt: matterAt + 72 * hour,
    outcome: 'agreed_written',
    body: bodyOf({
      about: 'wages',
      area: '西塘',
      agreement: agreementOf('written', '张建国被欠薪', [
        { from: 'b', to: 'a', amountYuan: 2_000, words: '', dueOn: null },
      ]),
    }),
  }),
);

it('says in both languages how many, what, where, how it ended, how long it took and how much', () => {
  const counted = matterStatistics(settled, 5);
  const zh = statisticsCard('2026-11', counted, 5, textsIn('zh'));
  expect(zh.title).toBe('调解统计 2026年11月');
  expect(zh.lines.map(({ text }) => text)).toEqual([
    '共 5 件',
    '按事项：纠纷调解 5',
    '按纠纷类型：劳资工资 5',
    '按地方：西塘 5',
    '按结果：书面协议 5',
    '接手 1 小时，达成协议 3 天',
    '协议金额 10,000 元，已到账 0 元',
    '时间都取中位数。不足 5 件的合并计数，每满 5 件才更新一次，免得认出人来。',
  ]);
  const en = statisticsCard('2026', counted, 5, textsIn('en'));
  expect(en.title).toBe('Mediation in figures, 2026');
  expect(JSON.stringify([zh, en])).not.toContain('张建国');
});

it('of fewer than five it says that there are some, and no more', () => {
  const { lines } = statisticsCard('2026-11', matterStatistics(settled.slice(1), 5), 5, textsIn('zh'));
  expect(lines.map(({ text }) => text)).toEqual(['共 4 件', '满 5 件才分开说，免得认出人来。']);
});

it('of nothing it says how to ask for another month', () => {
  const { lines } = statisticsCard('2026-10', matterStatistics([], 5), 5, textsIn('zh'));
  expect(lines).toHaveLength(1);
});

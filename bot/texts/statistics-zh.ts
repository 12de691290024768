import type { StatisticsTexts } from './statistics-texts.ts';

const money = new Intl.NumberFormat('zh-CN');

export const statisticsZh: StatisticsTexts = {
  title: (period) => `调解统计 ${period}`,
  period: (name) => {
    const [year = '', month] = name.split('-');
    return month === undefined ? `${year}年` : `${year}年${String(Number(month))}月`;
  },
  none: '这段时间没有事项。可以写“调解统计 上个月”或“调解统计 2026-10”看别的月份。',
  matters: (count) => `共 ${String(count)} 件`,
  byMatter: '按事项',
  byKind: '按纠纷类型',
  byPlace: '按地方',
  byOutcome: '按结果',
  counted: (title, rows) => `${title}：${rows}`,
  row: (name, count) => `${name} ${String(count)}`,
  other: '其他（合计）',
  outcome: {
    open: '还在办',
    dropped: '没有提交',
    agreed_written: '书面协议',
    agreed_oral: '口头协议',
    failed: '没有谈成',
    refused: '一方不愿调解',
    withdrawn: '撤回',
    no_contact: '联系不上对方',
    handed_on: '移交',
    answered: '已答复',
    done: '办结',
  },
  times: ({ assign, accept, settle }) =>
    [
      ...(assign === null ? [] : [`接手 ${assign}`]),
      ...(accept === null ? [] : [`受理 ${accept}`]),
      ...(settle === null ? [] : [`达成协议 ${settle}`]),
    ].join('，'),
  hours: (count) => `${String(count)} 小时`,
  days: (count) => `${String(count)} 天`,
  sums: (agreed, paid) => `协议金额 ${agreed}，已到账 ${paid}`,
  yuan: (sum) => `${money.format(sum)} 元`,
  least: (count) =>
    `时间都取中位数。不足 ${String(count)} 件的合并计数，每满 ${String(count)} 件才更新一次，免得认出人来。`,
  tooFew: (count) => `满 ${String(count)} 件才分开说，免得认出人来。`,
  ask: ['调解统计', '纠纷统计', '事项统计'],
};

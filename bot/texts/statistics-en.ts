import type { StatisticsTexts } from './statistics-texts.ts';

const money = new Intl.NumberFormat('en-GB');
const plural = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

export const statisticsEn: StatisticsTexts = {
  title: (period) => `Mediation in figures, ${period}`,
  period: (name) => {
    const [year = '', month] = name.split('-');
    if (month === undefined) return year;
    const first = Temporal.PlainDate.from(`${name}-01`);
    return first.toLocaleString('en-GB', { month: 'long', year: 'numeric' });
  },
  none: 'No matters in this time. Write “mediation statistics 2026-10” for another month.',
  matters: (count) => `${plural(count, 'matter')} in all`,
  byMatter: 'By matter',
  byKind: 'By kind of dispute',
  byPlace: 'By place',
  byOutcome: 'By outcome',
  counted: (title, rows) => `${title}: ${rows}`,
  row: (name, count) => `${name} ${String(count)}`,
  other: 'others, together',
  outcome: {
    open: 'still open',
    dropped: 'not handed in',
    agreed_written: 'written agreement',
    agreed_oral: 'oral agreement',
    failed: 'not settled',
    refused: 'a side refused',
    withdrawn: 'withdrawn',
    no_contact: 'other side not reached',
    handed_on: 'handed on',
    answered: 'answered',
    done: 'done',
  },
  times: ({ assign, accept, settle }) =>
    [
      ...(assign === null ? [] : [`taken after ${assign}`]),
      ...(accept === null ? [] : [`accepted after ${accept}`]),
      ...(settle === null ? [] : [`settled after ${settle}`]),
    ].join(', '),
  hours: (count) => plural(count, 'hour'),
  days: (count) => plural(count, 'day'),
  sums: (agreed, paid) => `Agreed ${agreed}, paid ${paid}`,
  yuan: (sum) => `${money.format(sum)} yuan`,
  least: (count) =>
    `Times are medians. Fewer than ${String(count)} are counted together, and figures change by ${String(count)} at once, so that nobody can be recognised.`,
  tooFew: (count) => `What they were is told from ${String(count)} on, so that nobody can be recognised.`,
  ask: ['mediation statistics', 'dispute statistics'],
};

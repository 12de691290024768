import { disputeKinds, type Named } from '../../core/catalogue.ts';
import { matterKinds } from '../../core/matter.ts';
import type { CountRow, MatterStatistics } from '../../core/matter-statistics.ts';
import type { Card, CardLine } from '../../core/message.ts';
import type { Texts } from '../texts/texts.ts';
import { cardOf, line } from './presenting.ts';

const hourMs = 3_600_000;

/** The figures of a month or a year; nobody is in them. */
export function statisticsCard(period: string, counted: MatterStatistics, least: number, texts: Texts): Card {
  const words = texts.statistics;
  const title = words.title(words.period(period));
  if (counted.matters === 0) return cardOf({ title, lines: line(words.none) });
  const { agreedYuan, paidYuan } = counted;
  const sums =
    agreedYuan === null || paidYuan === null ? [] : line(words.sums(words.yuan(agreedYuan), words.yuan(paidYuan)));
  const times = words.times({
    assign: took(counted.toAssignMs, texts),
    accept: took(counted.toAcceptMs, texts),
    settle: took(counted.toSettleMs, texts),
  });
  const lines: CardLine[] = [
    ...line(words.matters(counted.matters), 'strong'),
    ...counts(words.byMatter, namedBy(counted.byMatter, matterKinds, texts), texts),
    ...counts(words.byKind, namedBy(counted.byKind, disputeKinds, texts), texts),
    ...counts(words.byPlace, namedBy(counted.byPlace, [], texts), texts),
    ...counts(
      words.byOutcome,
      counted.byOutcome.map(({ name, count }) =>
        words.row(name === 'other' ? words.other : words.outcome[name], count),
      ),
      texts,
    ),
    ...(times === '' ? [] : line(times)),
    ...sums,
    ...line(counted.counted === 0 ? words.tooFew(least) : words.least(least), 'quiet'),
  ];
  return cardOf({ title, lines });
}

/** Rows with the names that a list has for them; those that are in none say it themselves, as places do. */
function namedBy(rows: readonly CountRow<string>[], list: readonly Named[], { statistics, language }: Texts): string[] {
  return rows.map(({ name, count }) => {
    const known = name === 'other' ? undefined : list.find(({ code }) => code === name);
    return statistics.row(name === 'other' ? statistics.other : (known?.[language] ?? name), count);
  });
}

function counts(title: string, rows: readonly string[], texts: Texts): CardLine[] {
  return rows.length === 0 ? [] : [...line(texts.statistics.counted(title, texts.name.list(rows)))];
}

/** Hours are said below two days, days from then on. */
function took(ms: number | null, { statistics }: Texts): string | null {
  if (ms === null) return null;
  const hours = Math.max(1, Math.round(ms / hourMs));
  return hours < 48 ? statistics.hours(hours) : statistics.days(Math.round(hours / 24));
}

import type { DrillTexts } from '../../bot/texts/drill-texts.ts';
import type { Texts } from '../../bot/texts/texts.ts';
import type { PartScore } from '../../core/drill-score.ts';
import { spanOf, zoneTime } from '../../core/zone-time.ts';
import type { DrillEnd } from '../open-drill.ts';
import { clippedSpans, span, type Span } from './span.ts';
import { fitted, plain, width } from './width.ts';

/** What the end is written with. */
export interface EndStyle {
  words: DrillTexts['end'];
  texts: Texts;
  columns: number;
  /** The command that plays the same drill again. */
  command: string;
}

/** The report in short, and the score part by part, so that everybody can follow the sum. */
export function endLines(end: DrillEnd, style: EndStyle): Span[][] {
  const { words, texts, columns, command } = style;
  const { report, beganAt, endedAt, timeZone, counts } = end;
  const clock = (at: number): string => zoneTime(at, timeZone).clockWithSeconds;
  const duration = (milliseconds: number): string => texts.time.duration(spanOf(milliseconds));
  const outcome = report.outcome === null ? [] : [texts.command.outcome(report.outcome)];
  const facts = [texts.name.kind(report.kind), ...(report.place === null ? [] : [report.place]), ...outcome];
  const cards = counts.sent + counts.edited;
  return [
    [],
    [span(words.title(report.number), 'strong'), span(`  ${plain(facts.join(' · '))}`)],
    [span(words.span(clock(beganAt), clock(endedAt), duration(endedAt - beganAt)), 'quiet')],
    [span(texts.afterAction.asked(report.asked))],
    [span(words.messages(counts.sent, counts.edited, counts.reactions))],
    [span(words.marked(counts.marked, cards), counts.marked === cards ? 'good' : 'trouble')],
    [],
    ...scoreTable(end, style, duration),
    [],
    [span(words.again(command), 'quiet')],
  ].map((line) => clippedSpans(line, columns));
}

type Row = readonly [string, string, string, string];

function scoreTable({ report }: DrillEnd, { words, texts }: EndStyle, duration: (ms: number) => string): Span[][] {
  const { score } = report;
  if (score === null) return [];
  const rows = score.parts.map((part) => rowOf(part, texts.afterAction.scorePart[part.part], words, duration));
  const sum: Row = [words.sum, '', `${score.total}/100`, ''];
  const head: Row = [words.columns.part, words.columns.measured, words.columns.points, words.columns.rule];
  const widths = [0, 1, 2].map((column) => Math.max(...[head, ...rows, sum].map((row) => width(row[column] ?? ''))));
  const line = (row: Row, look: Span['look']): Span[] => [
    span(
      `  ${row
        .slice(0, 3)
        .map((cell, column) => fitted(cell, widths[column] ?? 0))
        .join('  ')}  `,
      look,
    ),
    span(row[3], 'quiet'),
  ];
  return [
    [span(words.score(score.total), 'mark')],
    line(head, 'quiet'),
    ...rows.map((row) => line(row, 'plain')),
    line(sum, 'strong'),
  ];
}

function rowOf(part: PartScore, name: string, words: EndStyle['words'], duration: (ms: number) => string): Row {
  const points = `${part.points}/${part.of}`;
  if (part.by === 'share') return [name, `${part.filled}/${part.needed}`, points, words.share(part.of)];
  const measured = part.milliseconds === null ? words.never : duration(part.milliseconds);
  return [name, measured, points, words.timed(duration(part.fullMs), duration(part.noneMs))];
}

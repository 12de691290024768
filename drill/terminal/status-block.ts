import type { DrillTexts } from '../../bot/texts/drill-texts.ts';
import type { Texts } from '../../bot/texts/texts.ts';
import type { Instant } from '../../core/clock.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { Standing } from '../story.ts';
import { clippedSpans, span, spansWidth, wrapped, type Span } from './span.ts';
import { fitted, plain } from './width.ts';

/** What the block is written with. */
export interface BlockStyle {
  words: DrillTexts['view'];
  texts: Texts;
  scenario: string;
  /** The zone, the seed, and that nobody is disturbed. */
  about: string;
  timeZone: string;
  columns: number;
}

const labelColumns = 6;

/** How things stand now: it stays below the story and is drawn anew with every scene. */
export function statusBlock(at: Instant, standing: Standing | null, style: BlockStyle): Span[][] {
  const { words, columns } = style;
  const rows =
    standing === null
      ? []
      : [
          ...row(words.row.seats, seatSpans(standing, style), style, 2),
          ...row(words.row.people, [span(words.tally(standing.tally))], style),
          ...(standing.state === 'stood_down' || standing.state === 'closed'
            ? row(words.row.back, backSpans(standing, style), style)
            : [
                ...row(words.row.going, goingSpans(standing, style), style),
                ...row(words.row.on_scene, nameSpans(standing.onScene, style), style),
              ]),
        ];
  return [heading(at, standing, style), ...rows, clippedSpans([span(plain(style.about), 'quiet')], columns)];
}

/** The seats in one line, for a terminal that cannot be drawn upon. */
export function seatsLine({ seats }: Standing, { words, texts }: Pick<BlockStyle, 'words' | 'texts'>): string {
  const all = seats.map(({ skill, taken, needed }) => `${texts.name.skill(skill)} ${taken}/${needed}`);
  return `${words.row.seats} ${all.join(' · ')}`;
}

function heading(at: Instant, standing: Standing | null, { words, scenario, timeZone, columns }: BlockStyle): Span[] {
  const clock = zoneTime(at, timeZone).clockWithSeconds;
  const facts = standing === null ? [scenario] : [standing.number, scenario, standing.place];
  const left = [
    span('━━ ', 'quiet'),
    span(words.mark, 'mark'),
    span(` ${plain(facts.filter((fact) => fact !== '').join(' · '))} `, 'strong'),
  ];
  const state = standing === null ? '' : ` ${words.state[standing.state]}`;
  const right = [span(state, 'officer'), span(` ${clock} `), span('━━', 'quiet')];
  const room = columns - spansWidth(right);
  const shown = clippedSpans(left, room);
  return [...shown, span('━'.repeat(Math.max(0, room - spansWidth(shown))), 'quiet'), ...right];
}

function row(label: string, text: readonly Span[], { columns }: BlockStyle, mostLines = 1): Span[][] {
  const room = columns - labelColumns - 1;
  return wrapped(text, room, mostLines).map((line, index) => [
    span(` ${fitted(index === 0 ? label : '', labelColumns)}`, 'quiet'),
    ...line,
  ]);
}

/** Each seat with a bar that fills: `急救 ██░ 2/3`. */
function seatSpans({ seats }: Standing, { texts, words }: BlockStyle): Span[] {
  if (seats.length === 0) return [span(words.nobody, 'quiet')];
  return seats.flatMap(({ skill, taken, needed }, index) => {
    const look = taken >= needed ? 'good' : 'plain';
    return [
      ...(index === 0 ? [] : [span('   ')]),
      // One word each, so that a seat is not broken over two lines.
      span(`${texts.name.skill(skill).replaceAll(' ', '\u00a0')}\u00a0`, look),
      span('█'.repeat(Math.min(taken, needed)), 'good'),
      span('░'.repeat(Math.max(0, needed - taken)), 'quiet'),
      span(`\u00a0${taken}/${needed}`, look),
    ];
  });
}

function goingSpans({ going }: Standing, { words, timeZone }: BlockStyle): Span[] {
  if (going.length === 0) return [span(words.nobody, 'quiet')];
  const names = going.map(({ name, expectedAt }) =>
    words.coming(plain(name), expectedAt === null ? null : zoneTime(expectedAt, timeZone).clock),
  );
  return [span(names.join(' '))];
}

function nameSpans(names: readonly string[], { words }: BlockStyle): Span[] {
  return names.length === 0 ? [span(words.nobody, 'quiet')] : [span(plain(names.join(' ')), 'good')];
}

function backSpans({ safe, went, missing }: Standing, { words }: BlockStyle): Span[] {
  const text = words.back(safe, went, missing.map(plain));
  return [span(text === '' ? words.nobody : text, missing.length === 0 ? 'good' : 'trouble')];
}

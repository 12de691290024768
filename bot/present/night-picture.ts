import type { Instant } from '../../core/clock.ts';
import type { Shift } from '../../core/shift.ts';
import { zoneTime } from '../../core/zone-time.ts';
import type { NightTexts } from '../texts/night-texts.ts';
import { mapHeight, nightDot, nightInk, nightMap, type NightMap, type NightPoint } from './night-map.ts';
import { round, svgText, widthOf } from './svg.ts';

/** All that the picture of a night shows; names as people are called. */
export interface Night extends NightMap {
  shift: Pick<Shift, 'name' | 'startsAt' | 'endsAt' | 'distanceKm'>;
  /** The day as the reader says it: 11月22日 周日. */
  day: string;
  /** Who was there, with the minutes that count. */
  people: readonly { name: string; minutes: number }[];
  photos: number;
  /** When each check-in was, and how its point stands. */
  seenAt: readonly { at: Instant; state: NightPoint['state'] }[];
}

const wide = 1080;
const pad = 48;
const full = wide - 2 * pad;

/**
 * A night as one picture, in SVG: numbers, map, times, what was late or missed, who was there. Every word in it is drawn from the
 * font that the drawing process knows.
 */
export function nightPicture(night: Night, texts: NightTexts, where: { timeZone: string; now: Instant }): string {
  const clock = (at: Instant): string => zoneTime(at, where.timeZone).clock;
  const parts: string[] = [];
  let y = 76;
  const { shift } = night;
  parts.push(svgText(pad, y, fitted(shift.name, 46, full), { size: 46, colour: nightInk.text, bold: true }));
  y += 44;
  const when = `${night.day}  ${clock(shift.startsAt)}–${clock(shift.endsAt)}`;
  parts.push(svgText(pad, y, when, { size: 28, colour: nightInk.quiet }));
  y += 34;
  parts.push(tiles(night, texts, y));
  y += 132;
  const map = nightMap(night, texts);
  if (map === '') {
    parts.push(svgText(pad, y + 30, texts.noMap, { size: 24, colour: nightInk.quiet }));
    y += 56;
  } else {
    parts.push(
      `<g transform="translate(${String(pad)} ${String(y)})">${map}</g>`,
      legend(texts, night, y + mapHeight + 36),
    );
    y += mapHeight + 64;
  }
  parts.push(timeStrip(night, y, clock));
  y += 120;
  for (const list of lists(night, texts)) {
    parts.push(svgText(pad, y, list.title, { size: 24, colour: list.colour, bold: true }));
    for (const line of list.lines) {
      y += 36;
      parts.push(svgText(pad, y, line, { size: 26, colour: nightInk.text }));
    }
    y += 54;
  }
  parts.push(svgText(pad, y, texts.maker, { size: 20, colour: nightInk.seen, bold: true }));
  parts.push(
    svgText(wide - pad, y, texts.drawnAt(clock(where.now)), { size: 20, colour: nightInk.quiet, anchor: 'end' }),
  );
  const height = y + 36;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(wide)}" height="${round(height)}" font-family="Noto Sans S Chinese"><rect width="100%" height="100%" fill="${nightInk.paper}"/>${parts.join('')}</svg>`;
}

const having = (points: readonly NightPoint[], ...states: NightPoint['state'][]): NightPoint[] =>
  points.filter(({ state }) => states.includes(state));

/** The numbers of the night, the first one large. */
function tiles({ points, people, photos, shift }: Night, texts: NightTexts, y: number): string {
  const all: [string, string, string][] = [
    [texts.seen(having(points, 'seen').length, points.length), texts.seenName, nightInk.seen],
    [String(having(points, 'late').length), texts.lateName, nightInk.late],
    [String(having(points, 'missed', 'open').length), texts.missedName, nightInk.missed],
    [String(people.length), texts.peopleName, nightInk.text],
    [String(photos), texts.photosName, nightInk.text],
    ...(shift.distanceKm === null
      ? []
      : ([[String(shift.distanceKm), texts.kilometresName, nightInk.text]] as [string, string, string][])),
  ];
  const step = full / all.length;
  return all
    .map(([value, name, colour], at) => {
      const x = pad + at * step;
      return (
        svgText(x, y + 58, value, { size: numberSize(value, step - 16), colour, bold: true }) +
        svgText(x, y + 92, name, { size: 22, colour: nightInk.quiet })
      );
    })
    .join('');
}

/** As large as a number of the night can be drawn in this width. */
function numberSize(value: string, width: number): number {
  const largest = 48;
  // Bold figures are wider than others.
  return Math.round(Math.min(largest, (largest * width) / (widthOf(value, largest) * 1.15)));
}

/** What the shapes on the map mean; only those that are there. */
function legend(texts: NightTexts, { points, walked, tracks }: Night, y: number): string {
  const states = (['seen', 'late', 'missed', 'excused'] as const).filter((state) =>
    points.some((point) => (point.state === 'open' ? 'missed' : point.state) === state),
  );
  const names = { seen: texts.seenName, late: texts.lateName, missed: texts.missedName, excused: texts.excusedName };
  let x = pad + 10;
  const parts: string[] = [];
  for (const state of states) {
    parts.push(nightDot({ n: 0, state }, { x, y: y - 7 }, 8), svgText(x + 18, y, names[state], quiet));
    x += 44 + widthOf(names[state], 22);
  }
  const strokes: [string, string][] = [
    ...(walked.length < 2
      ? []
      : ([[texts.walked, `stroke="${nightInk.seen}" stroke-width="4" opacity="0.55"`]] as [string, string][])),
    ...(tracks.every(({ length }) => length < 2)
      ? []
      : ([[texts.followed, `stroke="${nightInk.followed}" stroke-width="3"`]] as [string, string][])),
  ];
  for (const [name, look] of strokes) {
    parts.push(`<path d="M${round(x)} ${round(y - 7)}h34" ${look}/>`, svgText(x + 42, y, name, quiet));
    x += 70 + widthOf(name, 22);
  }
  return parts.join('');
}

const quiet = { size: 22, colour: nightInk.quiet } as const;

/** When the photos came, between the beginning and the end. */
function timeStrip({ shift, seenAt }: Night, y: number, clock: (at: Instant) => string): string {
  const span = Math.max(shift.endsAt - shift.startsAt, 1);
  const x = (at: Instant): number => pad + Math.min(Math.max((at - shift.startsAt) / span, 0), 1) * full;
  const line = `<path d="M${String(pad)} ${String(y + 20)}h${String(full)}" stroke="${nightInk.rule}" stroke-width="4" stroke-linecap="round"/>`;
  const marks = seenAt.map(({ at, state }) => {
    const colour = state === 'late' ? nightInk.late : nightInk.seen;
    return `<path d="M${round(x(at))} ${String(y + 6)}v28" stroke="${colour}" stroke-width="5" stroke-linecap="round"/>`;
  });
  const ends = [
    svgText(pad, y + 62, clock(shift.startsAt), { size: 20, colour: nightInk.quiet }),
    svgText(pad + full, y + 62, clock(shift.endsAt), { size: 20, colour: nightInk.quiet, anchor: 'end' }),
  ];
  return [line, ...marks, ...ends].join('');
}

interface List {
  title: string;
  colour: string;
  lines: readonly string[];
}

function lists({ points, people }: Night, texts: NightTexts): List[] {
  const named = (title: string, colour: string, some: readonly NightPoint[]): List => ({
    title,
    colour,
    lines: wrapped(
      some.map(({ n, name }) => `${String(n)} ${name}`),
      texts,
    ),
  });
  const missed = having(points, 'missed', 'open');
  const unplaced = points.filter(({ position, state }) => position === null && (state === 'seen' || state === 'late'));
  const hours = (minutes: number): string => texts.hours(String(Math.round(minutes / 6) / 10));
  return [
    named(texts.missedTitle, nightInk.missed, missed),
    named(texts.lateTitle, nightInk.late, having(points, 'late')),
    named(texts.excusedTitle, nightInk.excused, having(points, 'excused')),
    named(texts.unplacedTitle, nightInk.quiet, unplaced),
    {
      title: texts.peopleTitle,
      colour: nightInk.quiet,
      lines: wrapped(
        people.map(({ name, minutes }) => `${name} ${hours(minutes)}`),
        texts,
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** More lines than these nobody reads on a phone. */
const mostLines = 3;

/** Items side by side in as many lines as they need, up to a few; what is left out is counted. */
function wrapped(items: readonly string[], texts: NightTexts): string[] {
  const lines: string[][] = [];
  for (const [at, item] of items.entries()) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf([...last, item].join('　'), 26) <= full) last.push(item);
    else if (lines.length === mostLines) {
      last?.splice(-1, 1, texts.more(items.length - at + 1));
      break;
    } else lines.push([fitted(item, 26, full)]);
  }
  return lines.map((line) => line.join('　'));
}

/** Words cut to a width. */
function fitted(words: string, size: number, width: number): string {
  if (widthOf(words, size) <= width) return words;
  let cut = '';
  for (const character of words) {
    if (widthOf(`${cut}${character}…`, size) > width) break;
    cut += character;
  }
  return `${cut}…`;
}

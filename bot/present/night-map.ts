import { mapFrame, pushApart, scaleMetres, type Spot } from '../../core/map-frame.ts';
import type { Position } from '../../core/message.ts';
import type { ShiftPoint } from '../../core/shift.ts';
import type { NightTexts } from '../texts/night-texts.ts';
import { round, svgText } from './svg.ts';

/** Told apart by shape as well: not everybody sees red and green. */
export const nightInk = {
  paper: '#f6f7f3',
  land: '#e9efe6',
  rule: '#c9d3c8',
  text: '#17201b',
  quiet: '#5a665f',
  seen: '#0b6b4b',
  late: '#b26a00',
  missed: '#b92c14',
  excused: '#6d7671',
  followed: '#6f9bd1',
} as const;

/** A point as it is drawn. */
export interface NightPoint extends Pick<ShiftPoint, 'n' | 'name' | 'state'> {
  position: Position | null;
}

/** What the map shows. */
export interface NightMap {
  points: readonly NightPoint[];
  /** Numbers of points in the order in which they were seen. */
  walked: readonly number[];
  /** Shared positions, one list for each person. */
  tracks: readonly (readonly Position[])[];
}

/** How large points are drawn, by how many there are: as large as a phone needs them, and so that they fit. */
const sizes = [
  { upTo: 45, size: 17 },
  { upTo: 80, size: 13 },
  { upTo: 120, size: 10 },
] as const;

const sheet = { width: 984, height: 660, margin: 46 };

/** The map's height, for what is drawn under it. */
export const mapHeight = sheet.height;

/** Route and points on a plain sheet, north up; '' where no point has a position. */
export function nightMap({ points, walked, tracks }: NightMap, texts: NightTexts): string {
  const placed = points.flatMap((point) => (point.position === null ? [] : [{ ...point, position: point.position }]));
  if (placed.length === 0) return '';
  const frame = mapFrame([...placed.map(({ position }) => position), ...tracks.flat()], sheet);
  const size = sizes.find(({ upTo }) => placed.length <= upTo)?.size ?? 6;
  const spots = pushApart(
    placed.map(({ position }) => frame.spotOf(position)),
    size * 2 + 2,
    sheet,
  );
  const spotOf = new Map(placed.map(({ n }, at) => [n, spots[at] ?? { x: 0, y: 0 }]));
  const along = (numbers: readonly number[]): Spot[] => numbers.flatMap((n) => spotOf.get(n) ?? []);
  return [
    `<rect width="${String(sheet.width)}" height="${String(sheet.height)}" rx="18" fill="${nightInk.land}"/>`,
    ...tracks.map((track) =>
      path(track.map(frame.spotOf), `stroke="${nightInk.followed}" stroke-width="3" opacity="0.8"`),
    ),
    path(along(placed.map(({ n }) => n)), `stroke="${nightInk.rule}" stroke-width="3" stroke-dasharray="3 9"`),
    path(along(walked), `stroke="${nightInk.seen}" stroke-width="4" opacity="0.55"`),
    ...placed.map((point) => nightDot(point, spotOf.get(point.n) ?? { x: 0, y: 0 }, size)),
    scale(frame.perMetre, texts),
    compass(texts),
  ].join('');
}

/** One point: filled round, square for late, a ring for what was not seen. */
export function nightDot({ n, state }: Pick<NightPoint, 'n' | 'state'>, { x, y }: Spot, size: number): string {
  const colour = colourOf(state);
  const hollow = state === 'missed' || state === 'open' || state === 'excused';
  const look = hollow
    ? `fill="#ffffff" stroke="${colour}" stroke-width="${round(Math.max(size / 4.5, 2))}"`
    : `fill="${colour}"`;
  const shape =
    state === 'late'
      ? `<rect x="${round(x - size)}" y="${round(y - size)}" width="${round(size * 2)}" height="${round(size * 2)}" rx="4" ${look}/>`
      : `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size)}" ${look}/>`;
  if (size < 9) return shape;
  // Three digits have the room of two.
  const letters = {
    size: Math.round(size * (n > 99 ? 0.85 : 1.05)),
    colour: hollow ? colour : '#ffffff',
    bold: true,
  } as const;
  return shape + svgText(x, y + size * 0.38, String(n), { ...letters, anchor: 'middle' });
}

function colourOf(state: ShiftPoint['state']): string {
  return state === 'open' ? nightInk.missed : nightInk[state];
}

function path(spots: readonly Spot[], look: string): string {
  if (spots.length < 2) return '';
  const steps = spots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`);
  return `<path d="${steps.join('')}" fill="none" stroke-linejoin="round" stroke-linecap="round" ${look}/>`;
}

/** A length in the lower left corner. */
function scale(perMetre: number, texts: NightTexts): string {
  const metres = scaleMetres(200 / perMetre);
  const [x, y] = [28, sheet.height - 24];
  const wide = metres * perMetre;
  const line = `<path d="M${String(x)} ${String(y - 8)}V${String(y)}H${round(x + wide)}V${String(y - 8)}" fill="none" stroke="${nightInk.quiet}" stroke-width="2"/>`;
  return line + svgText(x + wide + 10, y, texts.metres(metres), { size: 20, colour: nightInk.quiet });
}

function compass(texts: NightTexts): string {
  const x = sheet.width - 38;
  const arrow = `<path d="M${String(x)} 22l9 26-9-6-9 6z" fill="${nightInk.quiet}"/>`;
  return arrow + svgText(x, 72, texts.north, { size: 20, colour: nightInk.quiet, anchor: 'middle' });
}

import type { Position } from './message.ts';

/** A spot on paper, from the upper left corner, in the paper's own units. */
export interface Spot {
  x: number;
  y: number;
}

/** How a piece of the earth lies on a sheet. */
export interface MapFrame {
  spotOf: (position: Position) => Spot;
  /** Units of the sheet for one metre. */
  perMetre: number;
}

const metresPerDegree = 111_195;
/** Fewer metres than these would make a map of one corner. */
const leastMetres = 300;

/**
 * Lays positions out on a sheet, north up and equally long in every direction, with a margin. A few kilometres at most: it
 * takes the earth for flat.
 * @param positions at least one
 */
export function mapFrame(
  positions: readonly Position[],
  sheet: { width: number; height: number; margin: number },
): MapFrame {
  const lats = positions.map(({ lat }) => lat);
  const lons = positions.map(({ lon }) => lon);
  const middle = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lon: (Math.min(...lons) + Math.max(...lons)) / 2 };
  const east = metresPerDegree * Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * east, leastMetres);
  const high = Math.max((Math.max(...lats) - Math.min(...lats)) * metresPerDegree, leastMetres);
  const perMetre = Math.min((sheet.width - 2 * sheet.margin) / wide, (sheet.height - 2 * sheet.margin) / high);
  return {
    perMetre,
    spotOf: ({ lat, lon }) => ({
      x: sheet.width / 2 + (lon - middle.lon) * east * perMetre,
      y: sheet.height / 2 - (lat - middle.lat) * metresPerDegree * perMetre,
    }),
  };
}

/** How often spots that lie on each other are pushed; more changes nothing one can see. */
const rounds = 120;
/** So far aside of the line between them, in radians: along a straight road there is no room on the line itself. */
const aside = 0.35;

/**
 * The same spots, pushed apart until no two are nearer than `apart` where there is room for it, and none leaves the sheet. Two at
 * the very same spot are pushed in different directions, always the same ones.
 */
export function pushApart(
  spots: readonly Spot[],
  apart: number,
  sheet: { width: number; height: number; margin: number },
): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  const inside = (value: number, length: number): number =>
    Math.min(Math.max(value, sheet.margin), length - sheet.margin);
  for (let round = 0; round < rounds; round += 1) {
    let still = true;
    for (const [i, a] of moved.entries()) {
      for (const [j, b] of moved.entries()) {
        if (j <= i) continue;
        const distance = Math.hypot(b.x - a.x, b.y - a.y);
        if (distance >= apart) continue;
        still = false;
        const between = distance < 0.01 ? i + j : Math.atan2(b.y - a.y, b.x - a.x);
        const angle = between + (i % 2 === 0 ? aside : -aside);
        const half = (apart - distance) / 2 + 0.01;
        a.x = inside(a.x - Math.cos(angle) * half, sheet.width);
        a.y = inside(a.y - Math.sin(angle) * half, sheet.height);
        b.x = inside(b.x + Math.cos(angle) * half, sheet.width);
        b.y = inside(b.y + Math.sin(angle) * half, sheet.height);
      }
    }
    if (still) break;
  }
  return moved;
}

/** A round length for a scale, in metres: 1, 2 or 5 with zeros, at most `longest`. */
export function scaleMetres(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 2, 1].find((digit) => digit * power <= longest) ?? 1;
  return step * power;
}

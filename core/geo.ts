import type { Position } from './message.ts';

/**
 * Positions, distances and travel times. Everything inside is WGS-84; GCJ-02, the shifted grid of Chinese maps, exists
 * only at the edges that need it (WeChat locations, map links).
 */

/** Mean radius of the earth (IUGG), metres. */
const earthRadiusMetres = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (radian: number): number => (radian * 180) / Math.PI;

/** Great-circle distance in metres (haversine); off by at most 0.5 % against the ellipsoid. */
export function distanceMetres(from: Position, to: Position): number {
  const dLat = radians(to.lat - from.lat);
  const dLon = radians(to.lon - from.lon);
  const chord =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** An area between two parallels and two meridians, degrees. It never crosses the 180th meridian. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/**
 * The smallest box around a circle: the cheap first look of a near-by search, to be followed by {@link distanceMetres}.
 * Near a pole or the 180th meridian it grows to the whole circle of longitudes rather than miss anybody.
 */
export function boxAround(centre: Position, radiusMetres: number): Box {
  const dLat = degrees(radiusMetres / earthRadiusMetres);
  const south = Math.max(-90, centre.lat - dLat);
  const north = Math.min(90, centre.lat + dLat);
  const ratio = Math.sin(radiusMetres / earthRadiusMetres) / Math.cos(radians(centre.lat));
  const dLon = ratio >= 1 || south === -90 || north === 90 ? 360 : degrees(Math.asin(ratio));
  const wraps = centre.lon - dLon < -180 || centre.lon + dLon > 180;
  return { south, north, west: wraps ? -180 : centre.lon - dLon, east: wraps ? 180 : centre.lon + dLon };
}

/** Whether a position is inside the box or on its edge. */
export function boxContains(box: Box, { lat, lon }: Position): boolean {
  return lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
}

/** How fast somebody comes. */
export interface Travel {
  /** Speed on the road. */
  kmPerHour: number;
  /** How much longer roads are than the straight line, per cent: 30 means 1.3 times. */
  detourPercent: number;
  /** From reading the order to being on the road. */
  setOffSeconds: number;
}

/**
 * Estimated seconds from one position to another. An estimate for ordering people and for a first word to the officer,
 * never a promise; a position that is not known has no estimate.
 */
export function travelSeconds(from: Position, to: Position, travel: Travel): number {
  const roadMetres = distanceMetres(from, to) * (1 + travel.detourPercent / 100);
  return Math.round(travel.setOffSeconds + roadMetres / (travel.kmPerHour / 3.6));
}

/** Semi-major axis (metres) and squared eccentricity of the Krasovsky 1940 ellipsoid, which GCJ-02 is built on. */
const krasovskyMetres = 6_378_245;
const krasovskyEccentricity = 0.006_693_421_622_965_943;

/** The shift is applied inside this box only; the published formulas use the same rough outline of the mainland. */
const shiftedArea: Box = { south: 0.8293, west: 72.004, north: 55.8271, east: 137.8347 };

/** The wave that both of the published polynomials share. */
function ripple(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}

/** The GCJ-02 shift at a position, degrees: public reverse-engineered polynomials ("eviltransform"), good to about a metre. */
function shiftAt({ lat, lon }: Position): Position {
  const x = lon - 105;
  const y = lat - 35;
  const root = 0.2 * Math.sqrt(Math.abs(x));
  const northward =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    root +
    ripple(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  const eastward =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    root / 2 +
    ripple(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const magic = 1 - krasovskyEccentricity * Math.sin(radians(lat)) ** 2;
  const meridianMetres = (krasovskyMetres * (1 - krasovskyEccentricity)) / (magic * Math.sqrt(magic));
  const parallelMetres = (krasovskyMetres / Math.sqrt(magic)) * Math.cos(radians(lat));
  return { lat: degrees(northward / meridianMetres), lon: degrees(eastward / parallelMetres) };
}

/** From the satellites' grid to that of Chinese maps (Amap, Tencent, WeChat). Outside the mainland nothing changes. */
export function wgs84ToGcj02(position: Position): Position {
  if (!boxContains(shiftedArea, position)) return { lat: position.lat, lon: position.lon };
  const shift = shiftAt(position);
  return { lat: position.lat + shift.lat, lon: position.lon + shift.lon };
}

/** From the grid of Chinese maps back to the satellites'; exact to a millimetre against {@link wgs84ToGcj02}. */
export function gcj02ToWgs84(position: Position): Position {
  let guess: Position = { lat: position.lat, lon: position.lon };
  // The shift varies slowly, so each round of this fixed-point search gains more than three digits.
  for (let round = 0; round < 4; round += 1) {
    const there = wgs84ToGcj02(guess);
    guess = { lat: guess.lat + position.lat - there.lat, lon: guess.lon + position.lon - there.lon };
  }
  return guess;
}

import type { payloads } from 'wechaty';
import { gcj02ToWgs84 } from '../../core/geo.ts';
import type { InboundMessage, Position } from '../../core/message.ts';
import { xmlAttribute } from './read-xml.ts';

/** A place on a Chinese map, as WeChat names it: GCJ-02 degrees. */
export interface Spot {
  gcj02: Position;
  accuracyMetres?: number;
  placeName?: string;
}

/** The spot in a location message's own XML; null when the XML has none. */
export function spotInXml(xml: string): Spot | null {
  const gcj02 = position(xmlAttribute(xml, 'location', 'x'), xmlAttribute(xml, 'location', 'y'));
  return gcj02 === null ? null : { gcj02, ...named(spotName(xml)) };
}

/** What the location's XML calls the place; '' when it says nothing. */
export function spotName(xml: string): string {
  return placeName(xmlAttribute(xml, 'location', 'poiname'), xmlAttribute(xml, 'location', 'label'));
}

/**
 * The spot that a puppet answers with; null when it has lost it. Through the puppet service of wechaty 1.20 the fields
 * come as a spread protobuf message: latitude and longitude stay 0, and the values are in a list under a minified
 * name (accuracy, address, latitude, longitude, name).
 */
export function spotInPayload(payload: payloads.Location): Spot | null {
  const whole = position(payload.latitude, payload.longitude);
  if (whole !== null) {
    return { gcj02: whole, ...accurate(payload.accuracy), ...named(placeName(payload.name, payload.address)) };
  }
  for (const list of Object.values(payload).filter(isList)) {
    const [accuracy, address, latitude, longitude, name] = list;
    const spread = position(latitude, longitude);
    if (spread !== null) return { gcj02: spread, ...accurate(accuracy), ...named(placeName(name, address)) };
  }
  return null;
}

/** The neutral form: WGS-84, never live (WeChat does not hand out shared live locations). */
export function neutralPosition(spot: Spot): NonNullable<InboundMessage['position']> {
  const { gcj02, ...rest } = spot;
  return { ...gcj02ToWgs84(gcj02), ...rest, live: false };
}

/** Latitude and longitude that are ones; 0, 0 is how puppets write "lost". */
function position(latitude: unknown, longitude: unknown): Position | null {
  const lat = degrees(latitude, 90);
  const lon = degrees(longitude, 180);
  return lat === null || lon === null || (lat === 0 && lon === 0) ? null : { lat, lon };
}

function degrees(value: unknown, most: number): number | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || !/^-?\d{1,3}(?:\.\d{1,20})?$/.test(value)))
    return null;
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) <= most ? number : null;
}

function accurate(metres: unknown): { accuracyMetres?: number } {
  return typeof metres === 'number' && metres > 0 && metres < 1e6 ? { accuracyMetres: metres } : {};
}

function named(name: string): { placeName?: string } {
  return name === '' ? {} : { placeName: name };
}

/** The first that says something; `[位置]`, NONAME and NOADDRESS do not. */
function placeName(...names: unknown[]): string {
  const said = names.find((name) => typeof name === 'string' && !/^(?:\s*|\[位置\]|NONAME|NOADDRESS)$/.test(name));
  return typeof said === 'string' ? said.trim() : '';
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../core/clock.ts';
import { wgs84ToGcj02 } from '../core/geo.ts';
import type { Hazard } from '../core/hazard.ts';
import type { PersonId, Token } from '../core/ids.ts';
import { matterKinds, type MatterKind } from '../core/matter.ts';
import type { DutyOf } from '../core/shift.ts';
import type { Place } from '../core/people.ts';
import type { KeyedHash } from '../core/point-word.ts';
import type { Links } from './links.ts';

/** Where pages live, and what their links are signed with. */
export interface LinkSettings {
  /** The program's public address; null where it has none. */
  publicUrl: string | null;
  secret: string;
}

/** The links, and the reading of what comes back: `null` when it is forged or damaged, `expired` when it was ours once. */
export interface SignedLinks extends Links {
  /** Reads the token of `/o/<token>`. */
  readOrder(token: string, now: Instant): { token: Token } | 'expired' | null;
  /** Reads the `k` of `/i/<number>?k=<key>`: for whom the page was signed. */
  readIncident(number: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** Reads the `k` of `/m/<whose>/<month>?k=<key>`: for whom all months of that team or person were signed. */
  readMonth(whose: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** Reads the `k` of `/wechat/login?k=<key>`: for whom the page was signed. */
  readLogin(key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** The address below the program's own, for a page that is read there already: `/h/<number>?k=<key>`. */
  hazardPath(hazard: Pick<Hazard, 'number'>, reader: PersonId, now: Instant): string;
  /** Reads the `k` of `/h/<number>?k=<key>`: for whom the page was signed. */
  readHazard(number: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** Reads the `k` of `/places/<code>?k=<key>`: for whom the page was signed. */
  readPlace(code: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** The address below the program's own of the page that prints the codes of places: `/places/qr?k=<key>`. */
  sheetsPath(reader: PersonId, now: Instant): string;
  /** The address of the screen at a point, which shows its word; it stays the same: `/point/<code>?k=<key>`. */
  pointPath(place: Pick<Place, 'code'>): string;
  /** Whether the `k` of `/point/<code>?k=<key>` is ours. */
  readPoint(code: string, key: string): boolean;
  /** The address that makes a phone known as this person's: `/phone?k=<key>`. */
  phonePath(reader: PersonId, now: Instant): string;
  /** Reads the `k` of `/phone?k=<key>`, and what the phone keeps of it. */
  readPhone(key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** What the words that rotate at points are drawn with. */
  keyed: KeyedHash;
  /** Reads the `k` of `/private/m/<number>?k=<key>`: for whom the page was signed. */
  readMatter(number: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** Reads the `k` of `/private/s/<number>/<n>.ics?k=<key>`: for whom the invitation was signed. */
  readSession(number: string, n: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** The address below the program's own of the page on which somebody tells: `/private/tell/<n>?k=<key>`. */
  tellPath(kind: MatterKind, reader: PersonId, now: Instant): string;
  /** Reads the `k` of `/private/tell/<n>?k=<key>`: for whom the page was signed. */
  readTell(n: string, key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** Reads the `k` of `/private/data?k=<key>`: for whom the page was signed. */
  readOwnData(key: string, now: Instant): { reader: PersonId } | 'expired' | null;
  /** Reads the `k` of `/places/qr?k=<key>`: for whom the page was signed. */
  readSheets(key: string, now: Instant): { reader: PersonId } | 'expired' | null;
}

/** Pages that are signed for one reader. */
type SignedPage =
  'incident' | 'hazard' | 'place' | 'sheets' | 'month' | 'phone' | 'login' | 'matter' | 'session' | 'tell' | 'ownData';

const hour = 3_600_000;

/**
 * An order's link outlives the longest call-out; a report's is for reading it again in the weeks after; a hazard's is all that
 * somebody has who told of it by a form, and putting things right can take seasons. A login's is sent anew each day that
 * it is needed. What is private lies open to whoever holds the link, so those links are short-lived, and asked for anew.
 */
const lifetimes = {
  order: 72 * hour,
  incident: 30 * 24 * hour,
  hazard: 365 * 24 * hour,
  place: 30 * 24 * hour,
  sheets: 30 * 24 * hour,
  month: 30 * 24 * hour,
  phone: 180 * 24 * hour,
  login: 24 * hour,
  matter: 3 * 24 * hour,
  session: 14 * 24 * hour,
  tell: 3 * 24 * hour,
  ownData: 24 * hour,
} as const;

/** How an address names whose month it is: `t-<team>` or `p-<person>`. */
const whoseName = (whose: DutyOf): string => ('teamId' in whose ? `t-${whose.teamId}` : `p-${whose.personId}`);

/** Ends of validity are rounded up to this, so that a card drawn again a minute later is the same card. */
const roundedTo = (kind: keyof typeof lifetimes): number => (kind === 'login' || kind === 'ownData' ? hour : 24 * hour);

/** The place of a kind in the list, from 0: an address says no more. */
const placeOf = (kind: MatterKind): string => String(matterKinds.findIndex(({ code }) => code === kind));

/** 128 of HMAC-SHA256's 256 bits: beyond forging, and short enough for an address that people see. */
const macBytes = 16;

function expiryOf(kind: keyof typeof lifetimes, now: Instant): string {
  const step = roundedTo(kind);
  return (Math.ceil((now + lifetimes[kind]) / step) * step).toString(36);
}

/** A map that opens in any browser: Amap inside its grid, where Chinese phones know it, else OpenStreetMap. */
function mapUrl({ lat, lon }: { lat: number; lon: number }, name: string): string {
  const shifted = wgs84ToGcj02({ lat, lon });
  const digits = (value: number): string => value.toFixed(6);
  if (shifted.lat === lat && shifted.lon === lon) {
    const [north, east] = [digits(lat), digits(lon)];
    return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`;
  }
  const label = name === '' ? '' : `&name=${encodeURIComponent(name.toWellFormed())}`;
  return `https://uri.amap.com/marker?position=${digits(shifted.lon)},${digits(shifted.lat)}${label}`;
}

/**
 * Makes and reads the addresses that cards carry. What is signed is who and until when; opening one never changes anything:
 * the page shows a button, and only its POST acts.
 */
export function signLinks({ publicUrl, secret }: LinkSettings): SignedLinks {
  const base = publicUrl?.replace(/\/+$/, '') ?? null;
  const macOf = (...signed: readonly string[]): Buffer =>
    createHmac('sha256', secret).update(signed.join('\n')).digest().subarray(0, macBytes);
  const genuine = (mac: string, ...signed: readonly string[]): boolean => {
    const given = Buffer.from(mac, 'base64url');
    // Another spelling of the same bytes would be a second address of the same page.
    if (given.length !== macBytes || given.toString('base64url') !== mac) return false;
    return timingSafeEqual(given, macOf(...signed));
  };
  const past = (expiry: string, now: Instant): boolean => Number.parseInt(expiry, 36) <= now;
  const keyFor = (kind: SignedPage, number: string, reader: PersonId, now: Instant): string => {
    const expiry = expiryOf(kind, now);
    return `${reader}.${expiry}.${macOf(kind, number, reader, expiry).toString('base64url')}`;
  };
  const readKey = (kind: SignedPage, number: string, key: string, now: Instant) => {
    const [reader = '', expiry = '', mac = '', ...more] = key.split('.');
    if (more.length > 0 || !genuine(mac, kind, number, reader, expiry)) return null;
    return past(expiry, now) ? 'expired' : { reader: reader as PersonId };
  };
  const hazardPath: SignedLinks['hazardPath'] = ({ number }, reader, now) =>
    `/h/${number}?k=${keyFor('hazard', number, reader, now)}`;
  const tellPath: SignedLinks['tellPath'] = (kind, reader, now) =>
    `/private/tell/${placeOf(kind)}?k=${keyFor('tell', placeOf(kind), reader, now)}`;
  return {
    order(order, now) {
      if (base === null) return null;
      const expiry = expiryOf('order', now);
      return `${base}/o/${order.token}.${expiry}.${macOf('order', order.token, expiry).toString('base64url')}`;
    },
    incident: ({ number }, reader, now) =>
      base === null ? null : `${base}/i/${number}?k=${keyFor('incident', number, reader, now)}`,
    hazard: (...named) => (base === null ? null : `${base}${hazardPath(...named)}`),
    hazardPath,
    place: ({ code }, reader, now) =>
      base === null ? null : `${base}/places/${encodeURIComponent(code)}?k=${keyFor('place', code, reader, now)}`,
    sheetsPath: (reader, now) => `/places/qr?k=${keyFor('sheets', '', reader, now)}`,
    month: (whose, month, reader, now) =>
      base === null
        ? null
        : `${base}/m/${whoseName(whose)}/${month}?k=${keyFor('month', whoseName(whose), reader, now)}`,
    calendar: (token) => (base === null ? null : `${base}/calendar/${token}.ics`),
    login: (reader, now) => (base === null ? null : `${base}/wechat/login?k=${keyFor('login', '', reader, now)}`),
    matter: ({ number }, reader, now) =>
      base === null ? null : `${base}/private/m/${number}?k=${keyFor('matter', number, reader, now)}`,
    session: ({ number }, n, reader, now) =>
      base === null
        ? null
        : `${base}/private/s/${number}/${String(n)}.ics?k=${keyFor('session', `${number}/${String(n)}`, reader, now)}`,
    tell: (...named) => (base === null ? null : `${base}${tellPath(...named)}`),
    tellPath,
    ownData: (reader, now) => (base === null ? null : `${base}/private/data?k=${keyFor('ownData', '', reader, now)}`),
    map: mapUrl,
    readOrder(signed, now) {
      const [token = '', expiry = '', mac = '', ...more] = signed.split('.');
      if (more.length > 0 || !genuine(mac, 'order', token, expiry)) return null;
      return past(expiry, now) ? 'expired' : { token: token as Token };
    },
    readIncident: (number, key, now) => readKey('incident', number, key, now),
    readMonth: (whose, key, now) => readKey('month', whose, key, now),
    readLogin: (key, now) => readKey('login', '', key, now),
    readHazard: (number, key, now) => readKey('hazard', number, key, now),
    readMatter: (number, key, now) => readKey('matter', number, key, now),
    readSession: (number, n, key, now) => readKey('session', `${number}/${n}`, key, now),
    readTell: (n, key, now) => readKey('tell', n, key, now),
    readOwnData: (key, now) => readKey('ownData', '', key, now),
    readPlace: (code, key, now) => readKey('place', code, key, now),
    pointPath: ({ code }) => `/point/${encodeURIComponent(code)}?k=${macOf('point', code).toString('base64url')}`,
    readPoint: (code, key) => genuine(key, 'point', code),
    phonePath: (reader, now) => `/phone?k=${keyFor('phone', '', reader, now)}`,
    readPhone: (key, now) => readKey('phone', '', key, now),
    keyed: (text) => createHmac('sha256', secret).update(`keyed\n${text}`).digest('hex'),
    readSheets: (key, now) => readKey('sheets', '', key, now),
  };
}

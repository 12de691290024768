import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId, TeamId, Token } from '../../core/ids.ts';
import type { DutyOf } from '../../core/shift.ts';
import { signLinks } from '../../bot/sign-links.ts';
import { incidentOf, orderOf } from '../support/incident-factory.ts';

const now = Date.parse('2026-11-22T06:00:00Z');
const day = 86_400_000;
const links = signLinks({ publicUrl: 'https://qf.example/', secret: 'a secret of some length' });
const others = signLinks({ publicUrl: 'https://qf.example', secret: 'another secret' });
const order = orderOf({ token: 'tok_A1b2C3d4E5f6' as Token });
const incident = incidentOf({ number: 'I-2611-0042' });
const reader = '01K0PERSON' as PersonId;

const tokenOf = (url: string | null): string => (url ?? '').split('/o/')[1] ?? '';
const keyOf = (url: string | null): string => new URL(url ?? '').searchParams.get('k') ?? '';

describe('a signed link', () => {
  it('leads back to its order', () => {
    const url = links.order(order, now);
    expect(url).toMatch(/^https:\/\/qf\.example\/o\/tok_A1b2C3d4E5f6\.[0-9a-z]+\.[\w-]{22}$/);
    expect(links.readOrder(tokenOf(url), now)).toEqual({ token: order.token });
  });

  it('leads back to its incident and reader, and to no other incident', () => {
    const key = keyOf(links.incident(incident, reader, now));
    expect(links.readIncident('I-2611-0042', key, now)).toEqual({ reader });
    expect(links.readIncident('I-2611-0043', key, now)).toBeNull();
  });

  it('leads back to its hazard for a year, and opens no incident of the same number', () => {
    const hazard = { number: 'H-2611-0042' };
    const key = keyOf(links.hazard(hazard, reader, now));
    expect(links.hazard(hazard, reader, now)).toBe(`https://qf.example${links.hazardPath(hazard, reader, now)}`);
    expect(links.readHazard('H-2611-0042', key, now)).toEqual({ reader });
    expect(links.readHazard('H-2611-0043', key, now)).toBeNull();
    expect(links.readIncident('H-2611-0042', key, now)).toBeNull();
    expect(links.readHazard('H-2611-0042', key, now + 364 * day)).toEqual({ reader });
    expect(links.readHazard('H-2611-0042', key, now + 367 * day)).toBe('expired');
  });

  it('leads back to its place, and to the sheets of all places only where signed for them', () => {
    const key = keyOf(links.place({ code: 'QY-0217' }, reader, now));
    expect(links.readPlace('QY-0217', key, now)).toEqual({ reader });
    expect(links.readPlace('QY-0218', key, now)).toBeNull();
    expect(links.readSheets(key, now)).toBeNull();
    const sheets = keyOf(`https://qf.example${links.sheetsPath(reader, now)}`);
    expect(links.readSheets(sheets, now)).toEqual({ reader });
    expect(links.readPlace('', sheets, now)).toBeNull();
    expect(links.readSheets(sheets, now + 32 * day)).toBe('expired');
  });

  it('is the same when it is made again a minute later, so that an unchanged card stays unchanged', () => {
    expect(links.order(order, now + 60_000)).toBe(links.order(order, now));
  });

  it('expires', () => {
    const token = tokenOf(links.order(order, now));
    expect(links.readOrder(token, now + 3 * day - 1)).toEqual({ token: order.token });
    expect(links.readOrder(token, now + 4 * day)).toBe('expired');
    const key = keyOf(links.incident(incident, reader, now));
    expect(links.readIncident('I-2611-0042', key, now + 31 * day)).toBe('expired');
  });

  it('is refused when anything in it was changed, even past its time', () => {
    const token = tokenOf(links.order(order, now));
    fc.assert(
      fc.property(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom('a', 'b', 'z', '0', '5', '9', '_', '-', '.'),
        (at, letter) => {
          fc.pre(token[at] !== letter);
          const forged = token.slice(0, at) + letter + token.slice(at + 1);
          expect(links.readOrder(forged, now)).toBeNull();
          expect(links.readOrder(forged, now + 10 * day)).toBeNull();
        },
      ),
    );
  });

  it('is refused when it was signed with another secret or for another purpose', () => {
    expect(others.readOrder(tokenOf(links.order(order, now)), now)).toBeNull();
    expect(links.readIncident('I-2611-0042', tokenOf(links.order(order, now)), now)).toBeNull();
    expect(links.readOrder(keyOf(links.incident(incident, reader, now)), now)).toBeNull();
  });

  it('is refused quietly whatever else comes in its place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (junk) => {
        expect(links.readOrder(junk, now)).toBeNull();
        expect(links.readIncident(junk, junk, now)).toBeNull();
      }),
    );
  });

  it('does not exist without a public address', () => {
    const homeless = signLinks({ publicUrl: null, secret: 'a secret of some length' });
    expect(homeless.order(order, now)).toBeNull();
    expect(homeless.incident(incident, reader, now)).toBeNull();
  });
});

describe('the links of months and calendars', () => {
  const team: DutyOf = { teamId: 'team-1' as TeamId };

  it('one is signed for a reader and a team or a person, and opens every month of theirs', () => {
    const link = new URL(links.month(team, '2026-11', reader, now) ?? '');
    expect(link.pathname).toBe('/m/t-team-1/2026-11');
    const key = link.searchParams.get('k') ?? '';
    expect(links.readMonth('t-team-1', key, now)).toEqual({ reader });
    expect(links.readMonth('t-team-2', key, now)).toBeNull();
    expect(links.readMonth('p-team-1', key, now)).toBeNull();
    expect(links.readMonth('t-team-1', key.replace(reader, 'somebody'), now)).toBeNull();
    expect(links.readIncident('t-team-1', key, now)).toBeNull();
    expect(links.readMonth('t-team-1', key, now + 32 * day)).toBe('expired');
    expect(new URL(links.month({ personId: reader }, '2026', reader, now) ?? '').pathname).toBe(`/m/p-${reader}/2026`);
  });

  it('the other is the secret itself', () => {
    expect(links.calendar('a-token' as Token)).toMatch(/\/calendar\/a-token\.ics$/);
  });
});

describe('a map link', () => {
  it('points into the grid of Chinese maps', () => {
    const url = new URL(links.map({ lat: 28.905, lon: 120.055 }, '西塘工业区'));
    expect(url.host).toBe('uri.amap.com');
    const [lon = '', lat = ''] = (url.searchParams.get('position') ?? '').split(',');
    // The shifted grid lies some hundred metres off.
    expect(Math.abs(Number(lon) - 120.055)).toBeGreaterThan(0.001);
    expect(Math.abs(Number(lat) - 28.905)).toBeLessThan(0.01);
    expect(url.searchParams.get('name')).toBe('西塘工业区');
  });

  it('takes a worldwide map elsewhere, and any name', () => {
    expect(links.map({ lat: 52.52, lon: 13.405 }, 'x')).toContain('openstreetmap.org/?mlat=52.520000&mlon=13.405000');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => URL.canParse(links.map({ lat: 28.9, lon: 120 }, name))),
    );
  });
});

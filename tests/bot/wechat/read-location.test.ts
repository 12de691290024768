import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralPosition, spotInPayload, spotInXml } from '../../../bot/wechat/read-location.ts';
import { wgs84ToGcj02 } from '../../../core/geo.ts';

const xml = (x: string, y: string): string =>
  `<?xml version="1.0"?><msg><location x="${x}" y="${y}" scale="16" label="西塘 &amp; 经七路" maptype="0" poiname="[位置]" /></msg>`;
const lost = { accuracy: 0, address: 'NOADDRESS', latitude: 0, longitude: 0, name: 'NONAME' };

describe('a location of WeChat', () => {
  it('is read from its XML, with what it calls the place', () => {
    expect(spotInXml(xml('23.312725', '116.705650'))).toEqual({
      gcj02: { lat: 23.312725, lon: 116.70565 },
      placeName: '西塘 & 经七路',
    });
  });

  it('is brought from the Chinese grid to where it is', () => {
    const here = { lat: 23.3127, lon: 116.7051 };
    const position = neutralPosition({ gcj02: wgs84ToGcj02(here) });
    expect(position.lat).toBeCloseTo(here.lat, 6);
    expect(position.lon).toBeCloseTo(here.lon, 6);
    expect(position.live).toBe(false);
  });

  it.each([
    ['91', '116.7'],
    ['23.3', '-180.1'],
    ['0', '0'],
    ['NaN', '116.7'],
    ['1e1', '116.7'],
    ['', ''],
    ['23.3', '0x74'],
    ['23.3.3', '116.7'],
  ])('is none with the numbers %j, %j', (x, y) => {
    expect(spotInXml(xml(x, y))).toBeNull();
  });

  it('is none where the XML is cut off', () => {
    expect(spotInXml('<msg><location x="23.3" y="116')).toBeNull();
  });

  it('that a puppet knows is taken, with its accuracy', () => {
    const spot = spotInPayload({ accuracy: 15, address: '经七路', latitude: 23.3, longitude: 116.7, name: '' });
    expect(spot).toEqual({ gcj02: { lat: 23.3, lon: 116.7 }, accuracyMetres: 15, placeName: '经七路' });
  });

  it('that the puppet service spread over minified names is found again', () => {
    const spread = { ...lost, f: null, D: -1, u: [15, '经七路', 23.3, 116.7, '西塘工业区'], a: {} };
    expect(spotInPayload(spread)).toMatchObject({ gcj02: { lat: 23.3, lon: 116.7 }, placeName: '西塘工业区' });
  });

  it('that is lost on the way is none', () => {
    expect(spotInPayload(lost)).toBeNull();
    expect(spotInPayload({ ...lost, latitude: Number.NaN, longitude: Number.POSITIVE_INFINITY })).toBeNull();
  });

  it('never breaks the reading, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 100 }), (text) => {
        spotInXml(text);
        spotInXml(`<location ${text}>`);
      }),
    );
  });
});

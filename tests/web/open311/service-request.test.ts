import { describe, expect, it } from 'vitest';
import type { HazardId, PlaceId } from '../../../core/ids.ts';
import type { Place } from '../../../core/people.ts';
import { featureCollection } from '../../../web/open311/geojson.ts';
import { extension, serviceRequest, zonedTime, type Showing } from '../../../web/open311/service-request.ts';
import { hazardAt, hazardOf } from '../../support/hazard-factory.ts';
import { placeOf } from '../../support/incident-factory.ts';
import { requestFields, sampleRequests } from './specification.ts';

const factory = placeOf();
const home = placeOf({ kind: 'door_plate', code: 'MP-1', name: '上桥村36号', area: '上桥村' });

function showing(parts: Partial<Showing> = {}): Showing {
  const places = new Map<PlaceId, Place>([factory, home].map((place) => [place.id, place]));
  return {
    language: 'zh',
    zone: { name: '东城', timeZone: 'Asia/Shanghai' },
    places,
    numbers: new Map(),
    exact: false,
    ...parts,
  };
}

const words = '老王家二楼堆满纸箱 13800138000';
const spot = { lat: 28.9054321, lon: 120.0556789 };

describe('a hazard as other systems see it', () => {
  it('has every field of the specification, in its order', () => {
    const request = serviceRequest(hazardOf({ placeId: factory.id }), showing());
    expect(Object.keys(request)).toEqual(requestFields);
    expect(sampleRequests.parse([request])).toEqual([request]);
  });

  it('says kind, place and state, and none of the words that were told', () => {
    const hazard = hazardOf({
      words,
      placeWords: '老王家',
      placeId: factory.id,
      endWords: '老王自己搬走了',
      kinds: ['gas'],
    });
    const request = serviceRequest(hazard, showing());
    expect(request).toMatchObject({
      description: '燃气，恒达五金厂，西塘工业区',
      address: '恒达五金厂，西塘工业区',
      address_id: 'QY-0217',
      status: 'open',
      status_notes: '已收到，等人来看',
      lat: 28.901,
      long: 120.041,
    });
    for (const exact of [false, true]) {
      const shown = JSON.stringify(featureCollection([hazard], showing({ exact })));
      expect(shown).not.toMatch(/老王|138|搬走/);
      expect(shown).not.toContain(hazard.token);
    }
  });

  it('at somebody’s home tells the area alone, and about where', () => {
    const hazard = hazardOf({ words, placeWords: '上桥村36号', placeId: home.id, area: '上桥村', position: spot });
    const request = serviceRequest(hazard, showing());
    expect(request).toMatchObject({ address: '上桥村', address_id: null, lat: 28.905, long: 120.056 });
    expect(JSON.stringify(request)).not.toContain('36');
  });

  it('without a place of its own lies about where it was told, and exactly for those with the key', () => {
    const hazard = hazardOf({ position: spot });
    expect(serviceRequest(hazard, showing())).toMatchObject({ lat: 28.905, long: 120.056 });
    expect(serviceRequest(hazard, showing({ exact: true }))).toMatchObject({ lat: 28.905432, long: 120.055679 });
    const nowhere = hazardOf({ area: '' });
    expect(serviceRequest(nowhere, showing())).toMatchObject({ lat: null, long: null, address: null });
    expect(serviceRequest(nowhere, showing({ language: 'en' })).description).toBe(
      'fire equipment; place not known yet',
    );
  });

  it('is closed with the words for how it ended', () => {
    const closed = (parts: Parameters<typeof hazardOf>[0]) =>
      hazardOf({ state: 'closed', outcome: 'resolved', closedAt: hazardAt + 1_000, ...parts });
    const other = 'hazard-other' as HazardId;
    const notes = (hazard: ReturnType<typeof hazardOf>, how?: Partial<Showing>) =>
      serviceRequest(hazard, showing(how)).status_notes;
    expect(notes(closed({}))).toBe('已经办结');
    expect(notes(closed({ outcome: 'not_hazard' }), { language: 'en' })).toBe('Looked at: no hazard');
    const merged = closed({ outcome: 'merged', mergedIntoId: other });
    expect(notes(merged, { numbers: new Map([[other, 'H-2611-0007']]) })).toBe('和 H-2611-0007 是同一处，一起处理');
    expect(notes(merged)).toBe('和另一处一起处理');
    expect(serviceRequest(closed({}), showing()).updated_datetime).toBe('2026-11-23T10:00:01+08:00');
  });

  it('says in the extension what the two states of the standard cannot', () => {
    const hazard = hazardOf({ state: 'accepted', dueAt: hazardAt + 3_600_000 });
    expect(extension(hazard, showing())).toEqual({
      number: hazard.number,
      state: 'accepted',
      outcome: null,
      due: '2026-11-23T11:00:00+08:00',
    });
    expect(serviceRequest(hazard, showing()).expected_datetime).toBe('2026-11-23T11:00:00+08:00');
  });

  it('on a map has longitude first, and no geometry where nobody knows the spot', () => {
    const here = hazardOf({ position: spot });
    const { type, features } = featureCollection([here, hazardOf()], showing({ exact: true }));
    expect(type).toBe('FeatureCollection');
    expect(features[0]).toMatchObject({
      type: 'Feature',
      id: here.number,
      geometry: { type: 'Point', coordinates: [120.055679, 28.905432] },
      properties: { service_code: 'fire_equipment', qunfang: { state: 'reported' } },
    });
    expect(features[0]?.properties).not.toHaveProperty('lat');
    expect(features[1]?.geometry).toBeNull();
  });

  it('tells the time with the zone’s offset', () => {
    expect(zonedTime(hazardAt + 999, 'Asia/Shanghai')).toBe('2026-11-23T10:00:00+08:00');
    expect(zonedTime(hazardAt, 'UTC')).toBe('2026-11-23T02:00:00+00:00');
  });
});

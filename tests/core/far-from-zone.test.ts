import { expect, it } from 'vitest';
import { kmFromZone } from '../../core/far-from-zone.ts';
import type { PlaceId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';

const at = (lat: number, lon: number): Place => ({
  id: 'SQ' as PlaceId,
  code: 'SQ',
  kind: 'village',
  name: '上桥村',
  aliases: [],
  position: { lat, lon },
  area: '',
  active: true,
});

it('a spot in the sea is far from every place, one over the border is not', () => {
  const places = [at(28.9, 120.05), at(28.92, 120.03)];
  expect(kmFromZone(places, { lat: 28.9, lon: 120.05 })).toBeNull();
  expect(kmFromZone(places, { lat: 29.1, lon: 120.05 })).toBeNull();
  expect(kmFromZone(places, { lat: 0, lon: 0 })).toBeGreaterThan(10_000);
  expect(kmFromZone(places, { lat: 28.9, lon: 121.05 })).toBe(97);
});

it('a zone that knows no positions calls nothing far', () => {
  expect(kmFromZone([], { lat: 0, lon: 0 })).toBeNull();
  expect(kmFromZone([{ ...at(0, 0), position: null }], { lat: 50, lon: 50 })).toBeNull();
});

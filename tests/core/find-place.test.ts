import { expect, it } from 'vitest';
import { findPlace } from '../../core/find-place.ts';
import type { PlaceId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';

const place = (code: string, name: string, aliases: readonly string[] = []): Place => ({
  id: code as PlaceId,
  code,
  kind: 'enterprise',
  name,
  aliases,
  position: null,
  area: '',
  active: true,
});
const places = [
  place('V1', '西塘'),
  place('E1', '西塘工业区', ['西塘工业园']),
  place('QY-0217', '恒达五金'),
  place('V2', '荷塘'),
  place('V3', '上塘'),
];
const found = (text: string, code?: string): string | undefined =>
  findPlace(places, { text, ...(code === undefined ? {} : { code }) })?.code;

it('finds the longest name that stands in the words', () => {
  expect(found('厂里着火了 西塘工业区这边')).toBe('E1');
  expect(found('西塘工业园3号')).toBe('E1');
  expect(found('西塘村口')).toBe('V1');
});

it('prefers a code, in any case of letters', () => {
  expect(found('西塘', 'qy-0217')).toBe('QY-0217');
  expect(found('西塘', 'QY-9999')).toBe('V1');
});

it('leaves it to the officer when two places fit as well', () => {
  expect(found('荷塘和上塘之间')).toBeUndefined();
  expect(found('哪里都没说')).toBeUndefined();
});

it('tells 3号站 from 13号站', () => {
  const stations = [place('S3', '3号站'), place('S13', '13号换热站')];
  expect(findPlace(stations, { text: '13号站门口' })).toBeNull();
  expect(findPlace(stations, { text: '到3号站了' })?.code).toBe('S3');
  expect(findPlace(stations, { text: '从13号站到3号站' })?.code).toBe('S3');
  expect(findPlace([place('G3', '三号门'), place('G1', 'Gate 1')], { text: '十三号门, Gate 1A' })).toBeNull();
});

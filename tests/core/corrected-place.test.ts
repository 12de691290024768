import { expect, it } from 'vitest';
import { correctedPlace } from '../../core/corrected-place.ts';
import type { PlaceId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';

const place = (id: string, name: string, kind: Place['kind']): Place => ({
  id: id as PlaceId,
  code: id,
  kind,
  name,
  aliases: [],
  position: null,
  area: '',
  active: true,
});
const places = [
  place('SQ', '上桥村', 'village'),
  place('XT', '西塘村', 'village'),
  place('QY-0217', '永固五金', 'enterprise'),
];
/** As a report has them: of what else it says nothing is changed. */
const at36 = { placeWords: '上桥村36号楼道', placeId: 'SQ' as PlaceId, words: '堵了' };
const atFirm = { placeWords: '永固五金', placeId: 'QY-0217' as PlaceId };

it.each([
  ['38号', { placeWords: '上桥村38号楼道', placeId: 'SQ' }],
  ['３８号', { placeWords: '上桥村38号楼道', placeId: 'SQ' }],
  ['38', { placeWords: '上桥村38号楼道', placeId: 'SQ' }],
  ['38号门口', { placeWords: '上桥村38号门口楼道', placeId: 'SQ' }],
  ['上桥村38号', { placeWords: '上桥村38号', placeId: 'SQ' }],
  ['西塘村', { placeWords: '西塘村', placeId: 'XT' }],
  ['永固五金', { placeWords: '永固五金', placeId: 'QY-0217' }],
  ['qy-0217', { placeWords: 'qy-0217', placeId: 'QY-0217' }],
  ['解放路83号', { placeWords: '解放路83号', placeId: 'SQ' }],
])('%s puts 上桥村36号楼道 right', (words, now) => {
  expect(correctedPlace(at36, words, { places, named: false })).toEqual(now);
});

it('a house of a firm that was named without one is added, and a street that no list knows is not in the firm', () => {
  expect(correctedPlace(atFirm, '3栋', { places, named: false })?.placeWords).toBe('永固五金3栋');
  expect(correctedPlace(atFirm, '解放路83号', { places, named: false })?.placeId).toBeNull();
});

it('what names no place is none, unless it is said to be one', () => {
  expect(correctedPlace(at36, '昨天晚上', { places, named: false })).toBeNull();
  expect(correctedPlace(atFirm, '后门', { places, named: true })).toEqual({ placeWords: '后门', placeId: 'QY-0217' });
});

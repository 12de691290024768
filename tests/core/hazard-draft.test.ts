import { describe, expect, it } from 'vitest';
import type { DraftPiece } from '../../core/hazard-draft.ts';
import { atExpiry, draftFor, missingOf, withPiece } from '../../core/hazard-draft.ts';
import { possiblePlaces } from '../../core/hazard-place.ts';
import type { FileId, PlaceId } from '../../core/ids.ts';
import type { Place } from '../../core/people.ts';
import { draftOf, hazardAt } from '../support/hazard-factory.ts';

const minute = 60_000;
const window = 10 * minute;
const file = (id: string): FileId => id as FileId;
const piece = (given: Partial<DraftPiece> = {}): DraftPiece => ({
  messageId: null,
  quotedMessageId: null,
  albumId: null,
  words: '',
  kinds: [],
  placeWords: '',
  placeId: null,
  placeChoices: [],
  position: null,
  severity: 'ordinary',
  people: null,
  anonymous: false,
  fileIds: [],
  answersDraftId: null,
  at: hazardAt + minute,
  ...given,
});

describe('a report in pieces', () => {
  it('lacks what it is and where, and a photo never', () => {
    expect(missingOf(draftOf())).toEqual(['kind', 'place']);
    expect(missingOf(draftOf({ kinds: ['gas'] }))).toEqual(['place']);
    expect(missingOf(draftOf({ kinds: ['gas'], unplaced: true }))).toEqual([]);
    expect(missingOf(draftOf({ kinds: ['gas'], position: { lat: 1, lon: 2 } }))).toEqual([]);
  });

  it('is the same in whatever order the pieces come', () => {
    const photo = piece({ fileIds: [file('f1')] });
    const words = piece({ words: '灭火器过期', kinds: ['fire_equipment'] });
    const where = piece({ position: { lat: 28.9, lon: 120 }, placeWords: '上桥村' });
    const orders = [
      [photo, words, where],
      [where, photo, words],
      [words, where, photo],
    ];
    const start = draftOf();
    const ends = orders.map((order) => order.reduce(withPiece, start));
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    expect(missingOf(ends[0]!)).toEqual([]);
  });

  it('keeps the places to choose from in their order, whatever is told besides', () => {
    const [near, far, third] = ['near', 'far', 'third'] as unknown as readonly [PlaceId, PlaceId, PlaceId];
    const asked = withPiece(draftOf(), piece({ placeChoices: [near, far] }));
    const told = withPiece(asked, piece({ placeChoices: [third, far], words: '门口那个' }));
    expect(told.placeChoices).toEqual([near, far, third]);
    expect(withPiece(told, piece({ placeId: far })).placeChoices).toEqual([]);
  });

  it('joins a photo to words of some minutes before, and not to those of long ago', () => {
    const words = draftOf({ words: '灯坏了', kinds: ['street_light'] });
    const photo = piece({ fileIds: [file('f')] });
    expect(draftFor([words], photo, window)).toBe(words);
    expect(draftFor([words], { ...photo, at: hazardAt + 11 * minute }, window)).toBeNull();
  });

  it('is kept apart from another kind and another place', () => {
    const light = draftOf({ kinds: ['street_light'], placeWords: '岗头' });
    expect(draftFor([light], piece({ kinds: ['gas'] }), window)).toBeNull();
    expect(draftFor([light], piece({ kinds: ['street_light'], placeWords: '西塘' }), window)).toBeNull();
    expect(draftFor([light], piece({ placeWords: '岗头村口' }), window)).toBe(light);
  });

  it('is kept apart by positions', () => {
    const here = draftOf({ kinds: ['road'], position: { lat: 28.9, lon: 120 } });
    expect(draftFor([here], piece({ position: { lat: 28.9002, lon: 120 } }), window)).toBe(here);
    expect(draftFor([here], piece({ position: { lat: 28.91, lon: 120 } }), window)).toBeNull();
  });

  it('a position alone never moves what was told before the last', () => {
    const before = draftOf({ kinds: ['gas'] });
    const last = draftOf({ kinds: ['road'], position: { lat: 28.9, lon: 120 } });
    expect(draftFor([before, last], piece({ position: { lat: 28.91, lon: 120 } }), window)).toBeNull();
    expect(draftFor([before, last], piece({ position: { lat: 28.9, lon: 120 } }), window)).toBe(last);
  });

  it('takes a reply and a picture of its album, however late and whatever they say, and an answer to its question', () => {
    const first = draftOf({ kinds: ['gas'], messageIds: ['m1'], albumIds: ['a1'] });
    const second = draftOf({ kinds: ['road'] });
    const late = hazardAt + 500 * minute;
    expect(draftFor([first, second], piece({ quotedMessageId: 'm1', kinds: ['road'], at: late }), window)).toBe(first);
    expect(draftFor([first, second], piece({ albumId: 'a1', at: late }), window)).toBe(first);
    expect(draftFor([first, second], piece({ answersDraftId: first.id, words: '三楼', at: late }), window)).toBe(first);
  });

  it('is another one in another house of the same village, and the same one on another floor', () => {
    const village = 'village' as unknown as PlaceId;
    const told = draftOf({ kinds: ['fire_exit'], placeId: village, placeWords: '上桥村36号' });
    const says = (placeWords: string): DraftPiece => piece({ kinds: ['fire_exit'], placeId: village, placeWords });
    expect(draftFor([told], says('上桥村52号'), window)).toBeNull();
    for (const same of ['上桥村36号三楼', '上桥村', '上桥村东面50米'])
      expect(draftFor([told], says(same), window)).toBe(told);
  });

  it('gets no picture as an answer while another is being told', () => {
    const asked = draftOf({ kinds: ['gas'] });
    const last = draftOf({ kinds: ['road'] });
    const picture = piece({ answersDraftId: asked.id, fileIds: [file('f1')] });
    expect(draftFor([asked, last], picture, window)).toBe(last);
    expect(draftFor([asked, last], { ...picture, position: { lat: 1, lon: 2 } }, window)).toBe(asked);
  });

  it('does not swallow a second report after the first has its number', () => {
    const filed = draftOf({ state: 'filed', kinds: ['road'], words: '井盖没了', placeWords: '上桥村口' });
    const again = piece({ kinds: ['road'], words: '这边还有一个井盖坏了' });
    expect(draftFor([filed], again, window)).toBeNull();
    expect(draftFor([filed], { ...again, placeWords: '上桥村口' }, window)).toBe(filed);
    expect(draftFor([filed], { ...again, words: '井盖没了' }, window)).toBe(filed);
    expect(draftFor([filed], piece({ words: '快点来' }), window)).toBe(filed);
  });

  it('does not take another report for the answer to its question', () => {
    const asking = draftOf({ kinds: ['street_light'] });
    const other = piece({ kinds: ['gas'], placeWords: '西塘村2号', answersDraftId: asking.id });
    expect(draftFor([asking], other, window)).toBeNull();
  });

  it('gives a bare photo to the report touched last', () => {
    const first = draftOf({ kinds: ['gas'] });
    const second = draftOf({ kinds: ['road'] });
    expect(draftFor([first, second], piece({ fileIds: [file('f')] }), window)).toBe(second);
  });

  it('keeps what it knows, fills what is missing, and says nothing twice', () => {
    const draft = draftOf({ words: '灯坏了', kinds: ['other'], placeId: 'A' as PlaceId, anonymous: true });
    const more = withPiece(
      draft,
      piece({ words: '灯坏了', kinds: ['street_light'], placeId: 'B' as PlaceId, severity: 'urgent' }),
    );
    expect(more).toMatchObject({
      words: '灯坏了',
      kinds: ['street_light'],
      placeId: 'A',
      anonymous: true,
      severity: 'urgent',
    });
  });

  it('ends in silence when it was only offered, with a word when it was begun, as a hazard when it sounds urgent', () => {
    expect(atExpiry(draftOf({ state: 'offered', severity: 'urgent', words: '井盖没了' }))).toBe('silence');
    expect(atExpiry(draftOf({ words: '灯坏了' }))).toBe('tell');
    expect(atExpiry(draftOf({ severity: 'urgent', words: '井盖没了' }))).toBe('file');
    expect(atExpiry(draftOf({ severity: 'urgent' }))).toBe('tell');
  });
});

describe('places that words may mean', () => {
  const place = (code: string, name: string, aliases: string[] = []): Place => ({
    id: code as PlaceId,
    code,
    kind: 'enterprise',
    name,
    aliases,
    position: null,
    area: '',
    active: true,
  });

  it('are a choice only when there are several of the same length', () => {
    const places = [place('1', '兴达五金厂'), place('2', '宏达五金厂', ['五金厂']), place('3', '永固', ['五金厂'])];
    expect(possiblePlaces(places, '五金厂后门').map(({ code }) => code)).toEqual(['2', '3']);
    expect(possiblePlaces(places, '兴达五金厂后门')).toEqual([]);
    expect(possiblePlaces(places, '后门')).toEqual([]);
  });
});

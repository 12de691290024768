import { expect, it } from 'vitest';
import type { CheckIn } from '../../core/check-in.ts';
import type { PersonId, RoomId } from '../../core/ids.ts';
import { sameCheckIn, type Sent } from '../../core/same-check-in.ts';
import { checkInOf, minute, nightAt } from '../support/check-in-factory.ts';

const second = 1_000;
const sent = (given: Partial<Sent> = {}): Sent => ({
  personId: '西01' as PersonId,
  roomId: 'room-1' as RoomId,
  messageId: 'new',
  albumId: null,
  quotedMessageId: null,
  photos: 1,
  says: false,
  names: false,
  correction: false,
  at: nightAt + 20 * second,
  ...given,
});
const words = (given: Partial<Sent> = {}): Sent => sent({ photos: 0, says: true, ...given });
const photo = checkInOf({ messageId: 'p1' });
const kindOf = (told: Sent, checkIns: readonly CheckIn[]): string => {
  const same = sameCheckIn(told, checkIns);
  return same.kind === 'new' ? 'new' : `${same.kind} ${same.of.messageId ?? ''}`;
};

it('a message that comes again is the one that it was, also when that was replaced', () => {
  expect(kindOf(sent({ messageId: 'p1' }), [photo])).toBe('twice p1');
  expect(kindOf(sent({ messageId: 'p1' }), [{ ...photo, state: 'replaced' }])).toBe('twice p1');
  expect(kindOf(sent({ messageId: 'p1', roomId: 'room-2' as RoomId }), [photo])).toBe('new');
});

it('pictures of an album belong to it, whoever else sends in between and whenever they come', () => {
  const album = checkInOf({ messageId: 'p1', albumId: 'a' });
  const other = checkInOf({ messageId: 'p2', personId: '西02' as PersonId, at: nightAt + second });
  expect(kindOf(sent({ albumId: 'a', at: nightAt + 10 * minute }), [album, other])).toBe('more p1');
  expect(kindOf(sent({ albumId: 'b', at: nightAt + 10 * minute }), [album, other])).toBe('new');
});

it('of an album of two points the one without a picture gets the next one', () => {
  const first = checkInOf({ messageId: 'p1', albumId: 'a', photos: 1 });
  const second_ = checkInOf({ messageId: 'p1', albumId: 'a', photos: 0, n: 7 });
  expect(sameCheckIn(sent({ albumId: 'a' }), [first, second_])).toEqual({ kind: 'more', of: second_ });
});

it('pictures without words in a row are of one point, a minute later of the next', () => {
  expect(kindOf(sent({ at: nightAt + 45 * second }), [photo])).toBe('more p1');
  expect(kindOf(sent({ at: nightAt + 46 * second }), [photo])).toBe('new');
  expect(kindOf(sent({ says: true }), [photo])).toBe('new');
});

it('words within two minutes after a picture are about it', () => {
  expect(kindOf(words({ at: nightAt + 2 * minute }), [photo])).toBe('amends p1');
  expect(kindOf(words({ at: nightAt + 3 * minute }), [photo])).toBe('new');
  expect(kindOf(words({ personId: '西02' as PersonId }), [photo])).toBe('new');
});

it('a picture within two minutes after words is of what they told', () => {
  const told = checkInOf({ messageId: 'w1', photos: 0 });
  expect(kindOf(sent({ at: nightAt + 2 * minute }), [told])).toBe('more w1');
  expect(kindOf(sent({ at: nightAt + 3 * minute }), [told])).toBe('new');
  expect(kindOf(sent({ says: true, names: true }), [told])).toBe('new');
});

it('a picture in the group is of the point whose sign was just scanned, in whatever chat', () => {
  const scanned = checkInOf({ messageId: null, photos: 0, source: 'code', roomId: 'chat' as RoomId });
  expect(sameCheckIn(sent({ at: nightAt + minute }), [photo, scanned])).toEqual({ kind: 'more', of: scanned });
  expect(kindOf(sent({ at: nightAt + 3 * minute }), [scanned])).toBe('new');
  expect(kindOf(sent({ says: true, names: true }), [scanned])).toBe('new');
});

it('words answer a question for half an hour', () => {
  const asked = checkInOf({ messageId: 'p1', state: 'asked' });
  expect(kindOf(words({ at: nightAt + 30 * minute }), [asked])).toBe('amends p1');
  expect(kindOf(words({ at: nightAt + 31 * minute }), [asked])).toBe('new');
});

it('a correction is of what is quoted, else of the last one, whenever it was', () => {
  const later = checkInOf({ messageId: 'p2', at: nightAt + minute });
  const told = words({ correction: true, at: nightAt + 60 * minute });
  expect(kindOf(told, [photo, later])).toBe('corrects p2');
  expect(kindOf({ ...told, quotedMessageId: 'p1' }, [photo, later])).toBe('corrects p1');
  expect(kindOf(told, [])).toBe('new');
  expect(kindOf(told, [photo, { ...later, state: 'void' }])).toBe('corrects p1');
});

it('words that quote an own picture are about it', () => {
  const later = checkInOf({ messageId: 'p2', at: nightAt + minute });
  expect(kindOf(words({ quotedMessageId: 'p1', at: nightAt + 60 * minute }), [photo, later])).toBe('amends p1');
});

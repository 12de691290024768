import { describe, expect, it } from 'vitest';
import type { IncidentId, PersonId, PlaceId, RoomId, Token } from '../../core/ids.ts';
import type { Incident } from '../../core/incident.ts';
import type { Telling } from '../../core/same-incident.ts';
import { sameIncident } from '../../core/same-incident.ts';
import { usualTiming } from '../../core/zone/timing.ts';

const at = Date.UTC(2026, 10, 22);
const minute = 60_000;

const incident = (more: Partial<Incident> = {}): Incident => ({
  id: 'first' as IncidentId,
  number: 'I-2611-0001',
  token: 't' as Token,
  state: 'called_out',
  outcome: null,
  drill: false,
  kind: 'fire',
  level: 'unclassified',
  words: '着火了',
  placeWords: '西塘工业区',
  placeId: 'xitang' as PlaceId,
  position: { lat: 28.9, lon: 120 },
  reportRoomId: 'room' as RoomId,
  reporterId: 'zhang' as PersonId,
  officerId: null,
  reportedAt: at,
  confirmedAt: null,
  calledOutAt: null,
  stoodDownAt: null,
  closedAt: null,
  squadRoomIds: [],
  waves: 0,
  exhaustedAt: null,
  ...more,
});

const telling = (more: Partial<Telling> = {}): Telling => ({
  kinds: ['fire'],
  placeId: null,
  placeWords: '',
  position: null,
  personId: 'li' as PersonId,
  roomId: 'other' as RoomId,
  at: at + minute,
  ...more,
});

const joins = (running: readonly Incident[], more: Partial<Telling>): string | undefined =>
  sameIncident(running, telling(more), usualTiming)?.id;

describe('a second telling', () => {
  it('of the same place joins', () => {
    expect(joins([incident()], { placeId: 'xitang' as PlaceId })).toBe('first');
    expect(joins([incident()], { position: { lat: 28.903, lon: 120 } })).toBe('first');
    expect(joins([incident({ position: null, placeId: null })], { placeWords: '西塘工业区3号' })).toBe('first');
  });

  it('of another place is another incident', () => {
    expect(joins([incident()], { position: { lat: 28.92, lon: 120 } })).toBeUndefined();
    expect(joins([incident({ position: null })], { placeWords: '荷塘' })).toBeUndefined();
  });

  it('without a place joins the only fire, but not one of two', () => {
    expect(joins([incident()], {})).toBe('first');
    const second = incident({
      id: 'second' as IncidentId,
      reportRoomId: 'r2' as RoomId,
      reporterId: 'wang' as PersonId,
    });
    expect(joins([incident(), second], {})).toBeUndefined();
    expect(joins([incident(), second], { personId: 'wang' as PersonId })).toBe('second');
  });

  it('of another kind, too late, of a drill or of an ended one is another incident', () => {
    expect(joins([incident()], { kinds: ['drowning'] })).toBeUndefined();
    expect(joins([incident()], { at: at + 31 * minute })).toBeUndefined();
    expect(joins([incident({ drill: true })], {})).toBeUndefined();
    expect(joins([incident({ state: 'stood_down' })], {})).toBeUndefined();
  });

  it('of what is seen together joins: an explosion at the fire', () => {
    expect(joins([incident()], { kinds: ['explosion'], placeId: 'xitang' as PlaceId })).toBe('first');
  });
});

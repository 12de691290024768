import type { Instant } from './clock.ts';
import type { CheckInId, FindId, IncidentId, HazardId, PersonId, PlaceId, RoomId, ShiftId, Token } from './ids.ts';
import type { Position } from './message.ts';

/** What told at which point it was. `next`: nothing did, so it is the one that was expected. */
export type PointSource = 'caption' | 'position' | 'code' | 'word' | 'again' | 'time' | 'next' | 'button';

/**
 * `counted`: it makes a point seen. `repeat`: the point was seen already. `extra`: a place of the zone that is not on this
 * route. `asked`: nobody knows which point yet. `replaced`: an amended one stands in its place. `void`: taken back.
 */
export type CheckInState = 'counted' | 'repeat' | 'extra' | 'asked' | 'replaced' | 'void';

/**
 * A reason to look again, for the leader's eyes only and never an accusation: 0 (nothing) to 1 (look at it). What a photo does
 * not say about its camera is never one.
 */
export interface Doubt {
  kind: 'seen_before' | 'taken_earlier' | 'far_away' | 'forwarded' | 'too_fast' | 'no_word' | 'wrong_word';
  score: number;
  /** The fact behind it: bits, minutes, metres, another check-in's id. */
  fact: string;
}

/** Somebody was at a point: a photo, words or a position, or all of them. */
export interface CheckIn {
  id: CheckInId;
  token: Token;
  shiftId: ShiftId;
  /** The point's number in its shift; null: not on the route, or not known yet. */
  n: number | null;
  placeId: PlaceId | null;
  state: CheckInState;
  source: PointSource;
  /** Who was there. */
  personId: PersonId;
  /** Who sent it; another one when it was done for somebody 替. */
  byId: PersonId;
  roomId: RoomId;
  messageId: string | null;
  albumId: string | null;
  /** When somebody was there: when it was sent, or the time that the words name. */
  at: Instant;
  receivedAt: Instant;
  /** Said to be sent later than it happened. */
  afterwards: boolean;
  words: string;
  /** Without trouble; null: not said. */
  ok: boolean | null;
  photos: number;
  position: Position | null;
  /** From the position to the point. */
  distanceMetres: number | null;
  doubts: readonly Doubt[];
  /** The one that it amends. */
  replacesId: CheckInId | null;
}

/** How many pictures there are: those of one that was replaced are with the one in its place, and what is void has none. */
export function photosOf(checkIns: readonly Pick<CheckIn, 'state' | 'photos'>[]): number {
  const stands = checkIns.filter(({ state }) => state !== 'void' && state !== 'replaced');
  return stands.reduce((sum, { photos }) => sum + photos, 0);
}

/** Something that a patrol came across, besides its points. */
export interface Find {
  id: FindId;
  token: Token;
  shiftId: ShiftId | null;
  kind: 'suspicious' | 'found' | 'lost';
  state: 'told' | 'incident' | 'hazard' | 'passed_on' | 'noted';
  personId: PersonId;
  roomId: RoomId;
  messageId: string | null;
  words: string;
  placeId: PlaceId | null;
  position: Position | null;
  at: Instant;
  incidentId: IncidentId | null;
  hazardId: HazardId | null;
  decidedById: PersonId | null;
  decidedAt: Instant | null;
}

/** Whether it came after its team was done and counts for nothing: a picture for the leader to look at. */
export function isAfterEnd(
  { state, afterwards, receivedAt }: Pick<CheckIn, 'state' | 'afterwards' | 'receivedAt'>,
  { endedAt }: { endedAt: Instant | null },
): boolean {
  return state === 'extra' && afterwards && endedAt !== null && receivedAt >= endedAt;
}

/** The subject under which a check-in's photos are kept. */
export function checkInSubject(checkIn: Pick<CheckIn, 'id'>): `check_in:${string}` {
  return `check_in:${checkIn.id}`;
}

/** The subject under which a find's photos are kept. */
export function findSubject(find: Pick<Find, 'id'>): `find:${string}` {
  return `find:${find.id}`;
}

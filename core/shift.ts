import type { Equipment } from './catalogue.ts';
import type { Instant } from './clock.ts';
import type { PersonId, PlaceId, RequestId, RoomId, ShiftId, TeamId, Token } from './ids.ts';

/**
 * Where a shift stands. `planned`: it has not begun. `running`: photos in the team's room count. `closing`: the team said that
 * it is done, and late photos still count. `ended`: summed up. `cancelled`: by the roster or a leader; `unstaffed`: its time went
 * by and nobody came.
 */
export type ShiftState = 'planned' | 'running' | 'closing' | 'ended' | 'cancelled' | 'unstaffed';

/**
 * What a duty is made of. `patrol`: a walk at night, any photo is the next point. `round`: a weekly or monthly look at each place
 * (gear, poles, chargers, cameras), so only a photo that says which place counts. `desk`: a centre's duty with its log 接报传跟.
 * `grid_day`: a day outdoors with hours, distance and problems found. `checkpoint`: standing at one place, in turn.
 */
export const dutyKinds = ['patrol', 'round', 'desk', 'grid_day', 'checkpoint'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Something that is taken along and brought back: a kind of the list, or words of the zone's own (车钥匙). */
export interface GearItem {
  item: Equipment | (string & {});
  /** How many there should be. */
  count: number;
  /** How many were taken; null: not said yet. */
  taken: number | null;
  /** How many came back; null: not said yet. */
  returned: number | null;
  /** So many were said to be lost on the way; none, or found again, where it is not there. */
  lost?: GearTold;
  /** So many are said not to work any more; none, or working again, where it is not there. */
  broken?: GearTold;
}

/** How many of an item something has happened to, and who said so. */
export interface GearTold {
  count: number;
  byIds: readonly PersonId[];
}

/** One team's, or several teams' joint, duty from–to. */
export interface Shift {
  id: ShiftId;
  token: Token;
  /** Code of the zone file's roster; null: a temporary one, made in chat. */
  rosterCode: string | null;
  /** The day on which it begins, on the zone's calendar; with the roster's code its key, so that planning twice adds nothing. */
  date: string;
  kind: DutyKind;
  name: string;
  state: ShiftState;
  teamIds: readonly TeamId[];
  startsAt: Instant;
  endsAt: Instant;
  /** Fewer than so many is a gap. */
  minimum: number;
  gear: readonly GearItem[];
  /** The next duty in line, which takes over gear and open matters; null: none. */
  handover: Handover | null;
  /** When somebody was last heard of: words, a photo, a position. */
  heardAt: Instant | null;
  /** As the team says, in km. */
  distanceKm: number | null;
  remarks: string;
  /** When the team said that it was done, or the program ended it. */
  endedAt: Instant | null;
  /** How far the check on a silent crew has gone; null: nobody is asked. */
  welfare: Welfare | null;
  /** Raised by one whenever what its card shows has changed. */
  changedAt: Instant;
}

/** A hand-over: it is done when both sides have said so. */
export interface Handover {
  toShiftId: ShiftId;
  givenById: PersonId | null;
  givenAt: Instant | null;
  takenById: PersonId | null;
  takenAt: Instant | null;
  /** What the taking side misses, as counted: kind or words, and how many. */
  missing: readonly { item: string; count: number }[];
  words: string;
}

/**
 * Somebody is asked whether all is well; unanswered it goes on to a second of the crew, then to the officer. `unreported`: nobody has
 * reported for duty, so nobody is known to be out and nobody is asked; who leads them was told, and `askedId` is ringing them.
 */
export interface Welfare {
  step: 'first' | 'second' | 'officer' | 'unreported';
  askedId: PersonId | null;
  askedAt: Instant;
  /** Whom the others do not find, as one of them said: only what is heard of these ends it. Not there: the crew is silent. */
  missing?: { ids: readonly PersonId[]; toldById: PersonId };
  /** All is not well, as one of them answered first, and what was told of it since: only that all is well, said outright, ends it. */
  trouble?: TroubleTold & { more?: readonly TroubleTold[] };
}

/** That something is wrong, in somebody's words; '' by a button. */
export interface TroubleTold {
  toldById: PersonId;
  words: string;
}

/** Everybody who told of this trouble, each once, whoever told first before the others. */
export function tellersOf(trouble: NonNullable<Welfare['trouble']>): PersonId[] {
  return [...new Set([trouble, ...(trouble.more ?? [])].map(({ toldById }) => toldById))];
}

/** How it stands with a crew once this one was heard of; null: nothing is asked any more. */
export function welfareAfter(welfare: Welfare | null, personId: PersonId): Welfare | null {
  if (welfare === null) return null;
  const { missing, ...others } = welfare;
  const ids = missing?.ids.filter((id) => id !== personId) ?? [];
  if (missing !== undefined && ids.length > 0) return { ...welfare, missing: { ...missing, ids } };
  return others.trouble === undefined ? null : others;
}

/** Whether messages still come in to a shift that has begun. */
export function isOut({ state }: Pick<Shift, 'state'>): boolean {
  return state === 'running' || state === 'closing';
}

/** How somebody came to be there. `photo`: whoever sends a check-in is there. */
export type MusterDoor = 'button' | 'words' | 'roll_call' | 'photo' | 'leader';

/** One person of a shift. `leave`: excused; `absent`: expected and not seen by the end. */
export interface ShiftPerson {
  shiftId: ShiftId;
  personId: PersonId;
  teamId: TeamId;
  state: 'expected' | 'present' | 'leave' | 'absent';
  /** Whose place is taken; null: their own. */
  standsInForId: PersonId | null;
  musteredAt: Instant | null;
  door: MusterDoor | null;
  /** Said to be coming later, minutes. */
  lateMinutes: number | null;
  leftAt: Instant | null;
  /** Counted when the shift ends. */
  minutes: number | null;
  /** Who joined for one night only, and is in no list of the team. */
  guest: boolean;
}

/** Whether somebody came along by themselves, and nobody expected them; who they are, their roles say. */
export function cameAlone({
  guest,
  standsInForId,
  door,
}: Pick<ShiftPerson, 'guest' | 'standsInForId' | 'door'>): boolean {
  return guest && standsInForId === null && door !== 'leader';
}

/**
 * A place to be seen in a shift. `seen` in its time, `late` after it, `missed` when the shift was summed up, `excused` when the
 * team said why not (flooded, closed).
 */
export interface ShiftPoint {
  shiftId: ShiftId;
  /** 1 to n, in the order to be walked. */
  n: number;
  /** Null: the place is no longer there. Its name is kept. */
  placeId: PlaceId | null;
  name: string;
  state: 'open' | 'seen' | 'late' | 'missed' | 'excused';
  /** Earlier than this it does not count as seen; null: any time. */
  notBeforeAt: Instant | null;
  /** Its window's end. */
  dueAt: Instant;
  /** A rotating word that stands at the point must be told with it. */
  proof: boolean;
  /** What is to be looked at there; '' nothing in particular. */
  task: string;
  /** When the group was asked about it, and the leader told. */
  askedAt: Instant | null;
  toldAt: Instant | null;
  why: string;
}

/** A wish to be away, to swap with somebody's shift, or that somebody stands in. */
export interface ShiftRequest {
  id: RequestId;
  token: Token;
  kind: 'leave' | 'swap' | 'stand_in';
  shiftId: ShiftId;
  personId: PersonId;
  /** Who swaps or stands in; null: nobody was named. */
  withPersonId: PersonId | null;
  /** The shift that is taken in exchange. */
  withShiftId: ShiftId | null;
  /**
   * `asked`: the other one has not said yes yet; `agreed`: the leader decides; the rest is the end. `lapsed`: what was to be swapped
   * was no longer theirs to give.
   */
  state: 'asked' | 'agreed' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  words: string;
  /** The message that asked for it, so that an edit of it is known; null: a button. */
  roomId: RoomId | null;
  messageId: string | null;
  askedAt: Instant;
  decidedById: PersonId | null;
  decidedAt: Instant | null;
}

/** Whose duties are listed or added up. */
export type DutyOf = { teamId: TeamId } | { personId: PersonId };

/** A line of a duty's log: 接 received, 报 reported on, 传 passed on, 跟 followed up. */
export interface LogLine {
  shiftId: ShiftId;
  /** 1 to n. */
  n: number;
  kind: 'received' | 'reported' | 'passed_on' | 'followed_up';
  words: string;
  personId: PersonId;
  at: Instant;
  /** Somebody must still see to it; it goes over to the next shift. */
  open: boolean;
}

/** Whether a message of this shift's room can belong to it at `now`: from an hour before it begins until it is summed up. */
export function takesMessages(shift: Pick<Shift, 'state' | 'startsAt'>, now: Instant): boolean {
  if (shift.state === 'running' || shift.state === 'closing') return true;
  return shift.state === 'planned' && now >= shift.startsAt - 3_600_000;
}

/** Whether a photo of its crew is most likely of a point: on a walk, and not during a duty of days or at a desk. */
export function isWalked({ kind }: Pick<Shift, 'kind'>): boolean {
  return kind !== 'round' && kind !== 'desk';
}

/** The subject under which a shift's trace is kept. */
export function shiftSubject(shift: Pick<Shift, 'id'>): `shift:${string}` {
  return `shift:${shift.id}`;
}

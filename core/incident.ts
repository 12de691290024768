import type { IncidentKind, IncidentLevel, Skill } from './catalogue.ts';
import type { Instant } from './clock.ts';
import type { IncidentId, OrderId, PersonId, PlaceId, ReportId, RoomId, SeatId, Token } from './ids.ts';
import type { Platform, Position } from './message.ts';

/**
 * Where an incident stands. `reported`: somebody said so, no human has decided. `confirmed`: the officer confirmed it and sees
 * who would be asked. `called_out`: orders are out. `stood_down`: nobody is needed any more, safe returns are awaited. `closed`.
 */
export type IncidentState = 'reported' | 'confirmed' | 'called_out' | 'stood_down' | 'closed';

/** How it ended. `not_incident`: the officer said no before any order. */
export type IncidentOutcome = 'resolved' | 'cancelled' | 'false_alarm' | 'not_incident';

/** Something that needs people now. */
export interface Incident {
  id: IncidentId;
  /** To say over the phone: `I-2611-0042`; a drill's begins with D. */
  number: string;
  /** What its buttons and its page carry. */
  token: Token;
  state: IncidentState;
  outcome: IncidentOutcome | null;
  /** A drill runs on the same path and is marked everywhere. */
  drill: boolean;
  kind: IncidentKind;
  level: IncidentLevel;
  /** The first report's words. */
  words: string;
  /** The words that name the place, as said; '' when nobody has said. */
  placeWords: string;
  placeId: PlaceId | null;
  position: Position | null;
  /** Where the first report came from; null for the board, the API and the drill command. */
  reportRoomId: RoomId | null;
  reporterId: PersonId | null;
  officerId: PersonId | null;
  reportedAt: Instant;
  confirmedAt: Instant | null;
  calledOutAt: Instant | null;
  stoodDownAt: Instant | null;
  closedAt: Instant | null;
  /** Squad rooms that hold its card; grows with the waves. */
  squadRoomIds: readonly RoomId[];
  /** How many waves went out. */
  waves: number;
  /** Set while nobody is left to ask for an open seat, so that the officer is told once. */
  exhaustedAt: Instant | null;
}

/** One telling of an incident; the second of the same thing joins the first. */
export interface Report {
  id: ReportId;
  incidentId: IncidentId;
  personId: PersonId | null;
  roomId: RoomId | null;
  /** The platform's message, for quoting. */
  messageId: string | null;
  words: string;
  at: Instant;
}

/** One kind of place to fill: a skill (null: anybody called out) and a count. */
export interface Seat {
  id: SeatId;
  incidentId: IncidentId;
  skill: Skill | null;
  /** How many are needed, at least 1. */
  needed: number;
  /** How many hold it; never more than `needed`. */
  taken: number;
  origin: 'plan' | 'need';
  /** The words of the need, when the scene asked for it. */
  words: string;
}

/**
 * What the person said to an order. `open`: nothing binding yet. `unreachable`: no channel took it. `released`: stood down or no
 * longer needed. `lapsed`: past its time to live or its incident ended before any answer.
 */
export type OrderAnswer =
  'open' | 'accepted' | 'standby' | 'declined' | 'withdrawn' | 'unreachable' | 'released' | 'lapsed';

/** By which door an answer came in. */
export type Door = 'button' | 'digit' | 'words' | 'quote' | 'code' | 'roll_call' | 'link' | 'position' | 'officer';

/**
 * One order to one person for one seat of one incident. The instants tell seven different things apart: committed
 * (`createdAt`), accepted by the platform (`sentAt`), delivered, seen (a 收到, an opened link), accepted, underway, on scene.
 */
export interface Order {
  id: OrderId;
  incidentId: IncidentId;
  seatId: SeatId;
  personId: PersonId;
  /** Which wave it went out with, from 1. */
  wave: number;
  /** The reply code: three characters, `A7K`. */
  code: string;
  token: Token;
  answer: OrderAnswer;
  /** Why declined or withdrawn, or the limit set on accepting, in the person's words. */
  reason: string;
  door: Door | null;
  /** Place in the standby queue, from 1; null unless on standby. */
  standbyRank: number | null;
  /** Which channel carries it now, null before the first send; and how many were tried. */
  platform: Platform | null;
  channelsTried: number;
  /** Travel at the time of asking; null when the position is unknown. */
  distanceMetres: number | null;
  travelMinutes: number | null;
  positionAt: Instant | null;
  createdAt: Instant;
  /** Until when it counts as awaiting an answer before the next person is called; on standby: not asked before (`untilAPlaceIsFree`: not by the clock). */
  waitUntil: Instant;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  seenAt: Instant | null;
  answeredAt: Instant | null;
  acceptedAt: Instant | null;
  etaAt: Instant | null;
  underwayAt: Instant | null;
  onSceneAt: Instant | null;
  doneAt: Instant | null;
  releasedAt: Instant | null;
  safeAt: Instant | null;
}

/** How far the holder of an accepted order has come. */
export type Progress = 'seated' | 'underway' | 'on_scene' | 'done' | 'safe';

/** How far the holder of an accepted order has come, from its instants. */
export function progressOf(order: Order): Progress {
  if (order.safeAt !== null) return 'safe';
  if (order.doneAt !== null) return 'done';
  if (order.onSceneAt !== null) return 'on_scene';
  if (order.underwayAt !== null) return 'underway';
  return 'seated';
}

/** The person went: holds or held a seat at the end, or turned back on the way. A safe return must then be confirmed. */
export function owesSafeReturn(order: Order): boolean {
  if (order.acceptedAt === null || order.safeAt !== null) return false;
  if (order.answer === 'withdrawn') return order.underwayAt !== null;
  return order.answer === 'accepted' || order.answer === 'released';
}

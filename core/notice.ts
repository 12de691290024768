import type { Instant } from './clock.ts';
import type { HazardNotice } from './hazard-notice.ts';
import type { FileId, IncidentId, MatterId, NoticeId, OrderId, PersonId, PlaceId, RoomId } from './ids.ts';
import type { Platform } from './message.ts';
import type { PrivateNotice } from './private-notice.ts';
import type { RoomPurpose } from './people.ts';
import type { ShiftNotice } from './shift-notice.ts';
import type { OrderResult, Refusal, TapResult } from './tap-result.ts';

/** What the scene or a crew told the command group. */
export type SceneWord =
  | 'need'
  | 'situation'
  | 'rescued'
  | 'handed_over'
  | 'unsafe_withdrawal'
  | 'comms_risk'
  | 'false_alarm'
  | 'delay'
  | 'photo'
  | 'question';

/** One finding of a platform's look at itself. */
export interface Finding {
  platform: Platform;
  code:
    | 'ok'
    | 'privacy_mode'
    | 'not_admin'
    | 'webhook_failing'
    | 'room_unreachable'
    | 'login_lost'
    | 'login_needed'
    | 'login_back'
    | 'token_refused'
    | 'conflict'
    /** Files cannot be kept (the disk is full, the store does not answer), and can be again; of no platform in particular. */
    | 'files_stuck'
    | 'files_kept'
    /** Nothing could be written into the database for a while, and now it can be again. */
    | 'storage_back';
  severity: 'info' | 'warning' | 'error';
  /** The room's title or the platform's words, for the reader; never a secret. */
  detail: string;
}

/**
 * What is to be said: an intent and ids, never the words. It is rendered when it is sent, from the state at that moment.
 * A notice whose subject has moved on may render to nothing and is then void.
 */
export type Notice = PublicNotice | PrivateNotice;

/** What may be said in a group, and to anybody. Nothing of a private matter but its number. */
export type PublicNotice =
  | HazardNotice
  | ShiftNotice
  /** To the room of a report that reads like an emergency: the 110/119/120 line, and whether anybody of the command has it. */
  | {
      kind: 'emergency_line';
      incidentId: IncidentId;
      joined: boolean;
      heard: boolean;
      ask: 'place' | 'people' | null;
      /** Told by a crew whose numbers the officer got with it. */
      crew?: true;
    }
  /** To the room of a report: how it went on; `asked`: how it stands, also before anybody has decided. */
  | { kind: 'report_outcome'; incidentId: IncidentId; asked?: true }
  /** To the reporter: thanks for a further detail. */
  | { kind: 'detail_noted'; incidentId: IncidentId }
  /** Command group's card, one per incident and room, edited in place; `choosing`: its buttons are the incident kinds just now. */
  | { kind: 'command_card'; incidentId: IncidentId; choosing?: boolean }
  /** Command group: nobody has decided on this report yet. */
  | { kind: 'decision_reminder'; incidentId: IncidentId }
  /** To the command: this was reported long before it could be taken; the trouble of the bot or of its platform. */
  | { kind: 'late_report'; incidentId: IncidentId; saidAt: Instant }
  /** Squad group's card, one per incident and room, edited in place. */
  | { kind: 'squad_card'; incidentId: IncidentId }
  /** Command group: nobody left to ask; the phone list. */
  | { kind: 'nobody_left'; incidentId: IncidentId }
  /** Command group: words, needs or pictures from somebody of the incident. */
  | { kind: 'scene_word'; incidentId: IncidentId; orderId: OrderId; word: SceneWord; text: string }
  /** Command group: a stored photo of the incident, or an album; an edited card cannot take one in on every platform. */
  | { kind: 'incident_photo'; incidentId: IncidentId; fileId: FileId; more?: readonly FileId[] }
  /** To the sender of a photo that could not be kept: it is no photo, too large, or gone from the platform. */
  | { kind: 'photo_refused'; fileId: FileId }
  /** Command group and squad groups: everything about an ended incident. */
  | { kind: 'after_action'; incidentId: IncidentId }
  /** The order itself, its later states edited in place; `again`: the same order reopened (a seat came free); `repeat`: an earlier copy may have arrived. */
  | { kind: 'order'; orderId: OrderId; again?: boolean; repeat?: boolean }
  /** Answer to a person's words about an order. */
  | { kind: 'order_answer'; orderId: OrderId; result: OrderResult }
  /** To words that stand in for a button where there are none: what the tap would have been answered with. */
  | { kind: 'word_answer'; incidentId: IncidentId; result: TapResult }
  /** A bare 1 with several open orders. */
  | { kind: 'which_order'; orderIds: readonly OrderId[]; words: string }
  /** Words of the officer to everybody who is going. */
  | { kind: 'officer_word'; incidentId: IncidentId; text: string; from: PersonId }
  /** Stand-down, an order too: who went confirms being safe. */
  | { kind: 'stand_down'; orderId: OrderId }
  | { kind: 'safe_reminder'; orderId: OrderId }
  /** To somebody whose promised arrival is past: asked once. */
  | { kind: 'late_reminder'; orderId: OrderId }
  /** Answers to a tap or a word that was refused; `drill`: to somebody whom only drills have called. */
  | { kind: 'refusal'; result: Refusal; drill?: true }
  /** First words to somebody new, help, and not understood. */
  | { kind: 'welcome' }
  | { kind: 'help' }
  | { kind: 'not_understood'; drill?: true }
  /** To somebody who spoke: it is kept, and asked for in words. */
  | { kind: 'words_wanted' }
  | { kind: 'duty_set'; duty: 'on_duty' | 'reachable' | 'off' }
  | { kind: 'language_set' }
  | { kind: 'room_set'; purpose: RoomPurpose; team: string }
  /** Binding of an identity by a one-time code. */
  | { kind: 'bound'; personId: PersonId }
  | { kind: 'bind_refused'; why: 'unknown' | 'expired' | 'used' }
  | { kind: 'bind_code'; code: string; personId: PersonId }
  /** Command group: how the platforms are, who cannot be reached, what could not be handled. */
  | { kind: 'self_check'; findings: readonly Finding[] }
  | { kind: 'unreachable_people'; personIds: readonly PersonId[] }
  | { kind: 'inbox_failed'; reference: string; platform: Platform }
  | { kind: 'undelivered'; what: Notice['kind']; personId: PersonId | null; roomTitle: string; drill?: boolean }
  /** Command and leader: the rules suggest another colour for an enterprise, and later who decided; `at`: which proposal. */
  | { kind: 'place_colour'; placeId: PlaceId; at: Instant }
  /** To whoever asks for a place: as much as their role may see, in a group nothing private. */
  | { kind: 'place_info'; placeId: PlaceId }
  /** To whoever asks for a place: several fit the words, or none does. */
  | { kind: 'place_which'; placeIds: readonly PlaceId[]; words: string }
  /** To words that stand in for a colour's button: what the tap would have been answered with. */
  | { kind: 'place_answer'; result: TapResult }
  /**
   * Group: this goes on in the direct chat, by a button; or a mediators' group: something waits there for those on duty. The
   * number, and nothing else.
   */
  | { kind: 'matter_pointer'; matterId: MatterId; why: 'begun' | 'waiting' }
  /** Whoever answers for mediation: how many, how long, what came of it, without anybody in it; of a month or a year. */
  | { kind: 'matter_statistics'; period: string }
  /** A platform's reaction on somebody's message instead of words; where reactions are missing it becomes nothing. */
  | { kind: 'reaction'; messageId: string; emoji: '👌' | '👍' | '❤' | '🙏' };

export type NoticeKind = Notice['kind'];

/** Lower goes first. An order never waits behind a digest. */
export const priorities = { order: 0, answer: 1, card: 2, reminder: 3, digest: 4 } as const;
export type Priority = keyof typeof priorities;

/** One row of the outbox. */
export interface QueuedNotice {
  id: NoticeId;
  roomId: RoomId;
  notice: Notice;
  priority: Priority;
  /** Whose language and whose eyes; null: the room's. */
  readerId: PersonId | null;
  /** Messages with the same slot in the same room are one message, edited in place. */
  slot: string | null;
  /** Answers quote this message of the room. */
  replyTo: string | null;
  queuedAt: Instant;
  /** Not before; also set by a retry. */
  dueAt: Instant;
  /** Past it the notice is void and somebody is told when it mattered. */
  expiresAt: Instant | null;
  attempts: number;
}

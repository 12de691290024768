import type { Instant } from './clock.ts';
import type { OverdueStep } from './hazard.ts';
import type { HazardVerb } from './hazard-verb.ts';
import type { DraftNeed } from './hazard-draft.ts';
import type { HazardKindPage } from './hazard-kind-page.ts';
import type { MorningAbout, MorningStep } from './hazard-morning.ts';
import type {
  CheckInId,
  FileId,
  FindId,
  HazardDraftId,
  HazardId,
  HazardReportId,
  IncidentId,
  MatterId,
  NoticeId,
  OrderId,
  PersonId,
  PlaceId,
  RequestId,
  RoomId,
  ShiftId,
  TeamId,
} from './ids.ts';
import type { Platform } from './message.ts';
import type { PrivateNotice } from './private-notice.ts';
import type { RoomPurpose } from './people.ts';
import type { OrderResult, Refusal, TapResult } from './tap-result.ts';

/** A turn that a reporter hears of, in at most one message. */
export type HazardTurn =
  /** Somebody has it, until when. */
  | 'accepted'
  /** The work is done, somebody else looks at it. */
  | 'fixed'
  /** It came back from the check: the work goes on. */
  | 'returned'
  /** It takes longer: extended or stopped, why and until when. */
  | 'delayed'
  | 'not_hazard'
  /** It goes on under another number. */
  | 'merged'
  | 'split'
  | 'reopened';

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
  /** Group, as an answer to the words: "登记为隐患？" yes or no. Draft's slot. */
  | { kind: 'hazard_offer'; draftId: HazardDraftId }
  /** To the person: the one thing that is missing, with buttons; `page`: which kinds are offered just now. Draft's slot. */
  | { kind: 'hazard_ask'; draftId: HazardDraftId; need: DraftNeed; page?: HazardKindPage }
  /**
   * To the person: the report has ended by itself. Draft's slot: a question that stands becomes its outcome, be it the number or
   * that it was dropped; `why`: nobody answered the offer, or what was told turned out to be an emergency.
   */
  | { kind: 'hazard_draft_ended'; draftId: HazardDraftId; why?: 'unanswered' | 'emergency' }
  /** To the reporter: number and thanks, in one message; `joined`: it is known already. */
  | { kind: 'hazard_filed'; hazardId: HazardId; reportId: HazardReportId; joined: boolean }
  /** To the reporter: one line for each turn. */
  | { kind: 'hazard_turn'; hazardId: HazardId; reportId: HazardReportId; turn: HazardTurn }
  /** To the reporter: it is closed, see for yourself (pair of photos); `ask`: was it put right, are you content, still broken? */
  | { kind: 'hazard_closed'; hazardId: HazardId; reportId: HazardReportId; ask: boolean }
  /**
   * Command group's card, one per hazard and room, edited in place: reasons of the rules, grade, owner, twin, extension;
   * `page`: its buttons are kinds just now.
   */
  | { kind: 'hazard_triage'; hazardId: HazardId; page?: HazardKindPage }
  /** Group's card, one per hazard and room, edited in place; names nobody who reported. */
  | { kind: 'hazard_card'; hazardId: HazardId }
  /**
   * Stored photos of a hazard, once for each stage and room, after the card that stands there: an edit takes in one at most,
   * and not on every platform. `before`: to the command; `after`: to the groups, of what is closed.
   */
  | { kind: 'hazard_photo'; hazardId: HazardId; stage: 'before' | 'after'; fileIds: readonly FileId[] }
  /** Group: what happened to its hazards since then, once a day instead of cards. */
  | { kind: 'hazard_group_digest'; sinceAt: Instant }
  /** Owner's order, later states edited in place; `again`: it came back or was reopened; `round`: of a round that is over. */
  | { kind: 'hazard_order'; hazardId: HazardId; again?: boolean; round?: number }
  /** Owner: the after-photo is wanted. */
  | { kind: 'hazard_photo_wanted'; hazardId: HazardId }
  /** Whoever is to check: pairs of photos, well or back. One per hazard, person and round, edited in place. */
  | { kind: 'hazard_check'; hazardId: HazardId }
  /** Leader: the owner asks for more time, days and reason, grant or refuse. */
  | { kind: 'hazard_more_asked'; hazardId: HazardId }
  /** Owner: the wish for more time was decided on. */
  | { kind: 'hazard_more_decided'; hazardId: HazardId; granted: boolean }
  /** Owner, leader or command: how the deadline stands, with its arithmetic; `lateDays`: working days, negative before it. */
  | { kind: 'hazard_overdue'; hazardId: HazardId; step: OverdueStep; lateDays: number }
  /** Owner and command: the reporter asks how it goes. */
  | { kind: 'hazard_chased'; hazardId: HazardId }
  /** Owner and command: whoever told says that it is somewhere else than they think; nothing was moved. Edited in place for a day. */
  | { kind: 'hazard_place_said'; hazardId: HazardId }
  /** Owner: from now on it is under supervision 挂牌督办. */
  | { kind: 'hazard_supervised'; hazardId: HazardId }
  /** Whoever told of it, and the command: how far it is, in the owner's words. */
  | { kind: 'hazard_progress'; hazardId: HazardId }
  /** Command: still nobody has graded, assigned, accepted or checked these. */
  | { kind: 'hazard_waiting'; hazardIds: readonly HazardId[] }
  /** Command: these two look alike (a similar photo, or near by); the same? */
  | { kind: 'hazard_twin'; hazardId: HazardId; otherId: HazardId }
  /** To a person: 我的隐患. `owned`: to do; `area`: of the leader's area; `reported`: what this person told of. */
  | { kind: 'hazard_list'; personId: PersonId; about: 'owned' | 'area' | 'reported' }
  /** To a person: what was asked for by words, or waits for their second look. */
  | { kind: 'hazard_list'; personId: PersonId; about: 'found' | 'to_check'; hazardIds: readonly HazardId[] }
  /**
   * Owner or leader at 08:00: what is due and what is late. `steps`: alarms of this morning that it says along, instead of a
   * message for each.
   */
  | { kind: 'hazard_digest'; personId: PersonId; about: MorningAbout; steps?: readonly MorningStep[] }
  /** To a person whose words fit several: which one? The buttons carry `verb`. */
  | { kind: 'hazard_which'; hazardIds: readonly HazardId[]; verb: HazardVerb }
  /** To words that stand in for a button, or say the same: what the tap would have been answered with. */
  | { kind: 'hazard_answer'; hazardId: HazardId | null; result: TapResult }
  /** Command and leader: the rules suggest another colour for an enterprise, and later who decided; `at`: which proposal. */
  | { kind: 'place_colour'; placeId: PlaceId; at: Instant }
  /** To whoever asks for a place: as much as their role may see, in a group nothing private. */
  | { kind: 'place_info'; placeId: PlaceId }
  /** To whoever asks for a place: several fit the words, or none does. */
  | { kind: 'place_which'; placeIds: readonly PlaceId[]; words: string }
  /** To words that stand in for a colour's button: what the tap would have been answered with. */
  | { kind: 'place_answer'; result: TapResult }
  /** Team's room, or a person who has none: this is tonight, who, when, where. Shift's reminder slot. */
  | { kind: 'shift_reminder'; shiftId: ShiftId }
  /** Team's room: who is there, gear, points seen; one per shift and room, edited in place from its start. Shift's slot. */
  | { kind: 'shift_card'; shiftId: ShiftId }
  /** One of the crew, in the room: which point was it? Check-in's slot; later says what became of it. */
  | { kind: 'check_in_which'; checkInId: CheckInId }
  /** Where the zone file wants a line instead of a reaction. */
  | { kind: 'check_in_line'; checkInId: CheckInId }
  /** One of the crew alone: a picture of theirs came into this group, which is none of the team's; null: it does not count. */
  | { kind: 'check_in_stray'; shiftId: ShiftId; roomId: RoomId; checkInId: CheckInId | null }
  /** Leader: pictures that came after the shift was summed up. Slot of its late photos. */
  | { kind: 'check_in_late'; shiftId: ShiftId }
  /** Team's room, once: these points have no photo yet. `settled`: the same message, drawn anew without its question. */
  | { kind: 'points_missing'; shiftId: ShiftId; points: readonly number[]; settled?: true }
  /** Leader: they still have none. */
  | { kind: 'points_missing_leader'; shiftId: ShiftId; points: readonly number[]; settled?: true }
  /** To one of the crew, and then another: is all well? To the officer: nobody answers, here are their numbers. */
  | { kind: 'welfare_check'; shiftId: ShiftId; step: 'first' | 'second' | 'officer' }
  /**
   * Leader, or the command in one message for all shifts of a day: nobody has reported for duty; whom to ring, and what to say. Slot
   * of its own.
   */
  | { kind: 'shift_unreported'; shiftIds: readonly ShiftId[] }
  /** Officer: somebody of this crew is hurt, as `personId` told; where they were last, and their numbers. */
  | { kind: 'welfare_hurt'; shiftId: ShiftId; personId: PersonId }
  /** Officer: all is well after all. */
  | { kind: 'welfare_ok'; shiftId: ShiftId; personId: PersonId }
  /** Team's room: the night in one picture and its numbers. */
  | { kind: 'shift_summary'; shiftId: ShiftId }
  /** Leader alone: what the crew lost on its way, and later that it is found. Slot of its own. */
  | { kind: 'shift_gear_lost'; shiftId: ShiftId }
  /** Leader alone: what to look at again, with reasons; nothing when there is nothing. */
  | { kind: 'shift_review'; shiftId: ShiftId }
  /** Leader, and the command shortly before: nobody, too few, or people whom nothing reaches. */
  | { kind: 'shift_gaps'; shiftIds: readonly ShiftId[] }
  /** The other one: do you agree? Leader: grant? Whoever asked: how it was decided. Request's slot. */
  | { kind: 'shift_request'; requestId: RequestId }
  | { kind: 'shift_request_decided'; requestId: RequestId }
  /** The shift that takes over: this is what you get. */
  | { kind: 'shift_handover'; shiftId: ShiftId }
  /** Command, or the police contact for things found and lost: buttons decide. Find's slot. */
  | { kind: 'patrol_find'; findId: FindId }
  /** To a person or a team's room: the next shifts. */
  | { kind: 'shift_list'; personId: PersonId | null; teamId: TeamId | null }
  /** The month's table: `month` is `2026-11`; of a team or a person. */
  | { kind: 'month_table'; month: string; personId: PersonId | null; teamId: TeamId | null }
  /** The log of a centre's duty. */
  | { kind: 'shift_log'; shiftId: ShiftId }
  /** To somebody who asks for it: the secret address of the calendar. Only ever in a direct chat. */
  | { kind: 'calendar_link'; personId: PersonId | null; teamId: TeamId | null }
  /** To one of a team alone: how its shifts of this night stand. To an officer a line of each, and of how `more` there are. */
  | { kind: 'shift_standing'; shiftIds: readonly ShiftId[]; more?: number }
  /** To whoever answers for several shifts that their words fit, or has not said all: which one, a button for each. */
  | { kind: 'shift_which'; shiftIds: readonly ShiftId[]; step: 'shift_end' | 'shift_safe' }
  /** To somebody of a team who asks how their night stands, or how this works; `sent`: it went to them alone. */
  | {
      kind: 'shift_asked';
      shiftId: ShiftId | null;
      about: 'people' | 'points' | 'night' | 'help' | 'hours' | 'sent' | 'zone';
    }
  /** To words that stand in for a button, or say the same: what the tap would have been answered with. */
  | { kind: 'shift_answer'; shiftId: ShiftId | null; result: TapResult; named?: true }
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

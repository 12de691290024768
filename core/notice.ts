import type { RiskColour } from './catalogue.ts';
import type { Instant } from './clock.ts';
import type { HazardGrade, HazardHandling, HazardState, OverdueStep, Satisfaction } from './hazard.ts';
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
import type { MatterResult, PrivateNotice } from './private-notice.ts';
import type { RoomPurpose } from './people.ts';

/** How a tap or an answer to an order ended; shown as a toast and in words. Always true at the instant of the commit. */
export type OrderResult =
  | { kind: 'seated'; already: boolean }
  | { kind: 'standby'; rank: number; full: boolean }
  | { kind: 'declined' }
  | { kind: 'withdrawn' }
  | { kind: 'eta'; minutes: number }
  | { kind: 'seen' }
  | { kind: 'underway' }
  | { kind: 'on_scene' }
  | { kind: 'done' }
  | { kind: 'safe' }
  | { kind: 'noted' }
  | { kind: 'not_seated' }
  | { kind: 'ended' };

/** How an officer's tap ended. */
export type IncidentResult =
  | { kind: 'confirmed' }
  | { kind: 'called_out'; orders: number }
  | { kind: 'nobody_to_call' }
  | { kind: 'rejected' }
  | { kind: 'kind_set' }
  | { kind: 'choose_kind' }
  | { kind: 'stood_down'; awaited: number }
  | { kind: 'closed' }
  /** Somebody has not confirmed being safe; `close` with the value `phoned` says that the officer rang them all. */
  | { kind: 'not_yet'; unsafe: number }
  | { kind: 'already'; by: string }
  | { kind: 'split' };

/** Answers to a tap that are neither. */
export type Refusal =
  { kind: 'not_yours' } | { kind: 'not_allowed' } | { kind: 'stale' } | { kind: 'failed'; reference: string };

/** When something is due, on the zone's clocks: `2026-11-30` and `17:30`. */
export interface DueTime {
  date: string;
  clock: string;
}

/** How a step of a hazard ended. Names are as spoken; `due` is null where the clock stands or nothing is due. */
export type HazardResult =
  /** Registered; `joined`: it was known already and this is "also seen". */
  | { kind: 'hazard_filed'; number: string; joined: boolean }
  | { kind: 'hazard_dropped' }
  /** Taken into the report; this is still missing. */
  | { kind: 'hazard_asked'; need: DraftNeed }
  | { kind: 'hazard_anonymous' }
  /** `owner`: who has it now; null: no rule names anybody, please choose. */
  | { kind: 'hazard_graded'; grade: HazardGrade; owner: string | null }
  | { kind: 'hazard_rejected' }
  | { kind: 'hazard_kind_set' }
  | { kind: 'hazard_assigned'; owner: string }
  /** No such person to give it to: left, not active, or no rule fits. */
  | { kind: 'hazard_no_owner' }
  | { kind: 'hazard_accepted'; handling: HazardHandling; due: DueTime | null; already: boolean }
  | { kind: 'hazard_handed_back' }
  /** Fixed needs a photo of it: now asked for. */
  | { kind: 'hazard_photo_wanted' }
  /** `checked`: somebody else will look; else it is closed. */
  | { kind: 'hazard_fixed'; checked: boolean }
  /** The reason is wanted in words; now asked for. */
  | { kind: 'hazard_reason_wanted' }
  | { kind: 'hazard_more_asked'; days: number }
  | { kind: 'hazard_extended'; due: DueTime | null }
  | { kind: 'hazard_not_extended' }
  | { kind: 'hazard_paused' }
  | { kind: 'hazard_resumed'; due: DueTime | null }
  | { kind: 'hazard_passed' }
  | { kind: 'hazard_returned'; due: DueTime | null }
  /** Who did the work, or owns it, does not check it. */
  | { kind: 'hazard_own_work' }
  | { kind: 'hazard_supervised' }
  | { kind: 'hazard_merged'; into: string }
  | { kind: 'hazard_split'; number: string }
  | { kind: 'hazard_reopened' }
  | { kind: 'hazard_withdrawn' }
  /** Others reported it too, so it stays; only this telling was taken back. */
  | { kind: 'hazard_withdrawn_own' }
  | { kind: 'hazard_chased'; state: HazardState; due: DueTime | null }
  | { kind: 'hazard_rated'; satisfaction: Satisfaction }
  /** Several could be meant: a list to choose from follows. */
  | { kind: 'hazard_which' }
  /** There is none that this could be about. */
  | { kind: 'hazard_none' }
  /** Somebody was first, or it has moved on: `state` is where it stands now, `by` who did it ('' when nobody is named). */
  | { kind: 'hazard_already'; state: HazardState; by: string };

/** How a decision on an enterprise's colour ended; `colour` is what it is now. */
export type PlaceResult =
  | { kind: 'colour_set'; code: string; colour: RiskColour }
  | { kind: 'colour_kept'; code: string; colour: RiskColour }
  /** Somebody was first; `by` is '' when the rules no longer suggest anything. */
  | { kind: 'colour_already'; code: string; colour: RiskColour; by: string };

/** How a step of a shift, a check-in, a request or a find ended. */
export type PatrolResult =
  /** `here`: how many are there now; `already`: said before. */
  | { kind: 'shift_mustered'; here: number; expected: number; already: boolean }
  /** Somebody who is in no list of this team: taken along for tonight. */
  | { kind: 'shift_joined'; here: number }
  | { kind: 'shift_late'; minutes: number }
  /** Somebody goes home before the others; `here`: how many are still there. */
  | { kind: 'shift_left'; here: number }
  /** `substitute`: who is asked to stand in or to swap, before a leader decides; '' a leader is asked already. */
  | { kind: 'leave_asked'; substitute: string }
  /** Somebody of this name, whom nobody knows in the team, is said to be away. `team` '' none is meant. */
  | { kind: 'leave_whom'; name: string; team: string }
  /** Somebody can come after all whose leave was granted; `own`: said to themselves, else to their leader. */
  | { kind: 'leave_undone'; who: string; own: boolean }
  | { kind: 'gear_taken'; missing: number }
  | { kind: 'gear_returned'; missing: number }
  | { kind: 'handover_given'; to: string }
  | { kind: 'handover_taken'; missing: number }
  /** Not summed up yet: so many points have no photo. */
  | { kind: 'shift_points_open'; open: number }
  | { kind: 'shift_ended'; seen: number; points: number }
  /** It was ended, and nobody had come to it. */
  | { kind: 'shift_unstaffed' }
  | { kind: 'shift_safe' }
  /** They are out, says who leads them: after so many minutes without a word somebody is asked. */
  | { kind: 'shift_out'; minutes: number }
  | { kind: 'shift_ringing' }
  | { kind: 'points_excused'; points: number }
  /** `point`: its name; `n` of `points`. */
  | { kind: 'checked_in'; point: string; n: number; points: number; late: boolean }
  | { kind: 'checked_in_again'; point: string }
  | { kind: 'checked_in_extra'; place: string }
  | { kind: 'check_in_which' }
  | { kind: 'check_in_moved'; from: string; to: string }
  | { kind: 'check_in_void'; point: string }
  /** Earlier than it counts: please come by again. */
  | { kind: 'check_in_early'; point: string; from: string }
  | { kind: 'check_in_word_wrong'; point: string }
  /** It came after the shift was summed up: kept, and shown to the leader. */
  | { kind: 'late_photo' }
  | { kind: 'request_agreed' }
  | { kind: 'request_granted' }
  | { kind: 'request_refused' }
  | { kind: 'request_withdrawn' }
  /** `find`: what it is; something suspicious is answered with how to stay safe. */
  | { kind: 'find_told'; find?: 'suspicious' | 'found' | 'lost' }
  | { kind: 'find_decided'; state: 'incident' | 'hazard' | 'passed_on' | 'noted' }
  | { kind: 'logged'; n: number; open: boolean }
  | { kind: 'shift_made'; name: string }
  /** A shift was announced without times that can be read, or they are over. */
  | { kind: 'shift_when' }
  /** It has begun, so that it can only be ended. */
  | { kind: 'shift_begun' }
  | { kind: 'shift_cancelled'; name: string }
  /** No shift that this could be about is there now. */
  | { kind: 'shift_none' }
  /** Only its crew, its leader or the officer can do this. */
  | { kind: 'shift_not_yours' }
  /** Others decide on this: its leader, an officer, or whoever was asked. */
  | { kind: 'shift_not_your_say' }
  /** Said or decided already; `by` is '' when nobody is named. */
  | { kind: 'shift_already'; by: string };

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

/** What a tap is answered with, at once; `drill`: what was tapped belongs to one, and the answer says so. */
export type TapResult = (
  OrderResult | IncidentResult | HazardResult | PlaceResult | PatrolResult | MatterResult | Refusal
) & {
  drill?: true;
};

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
    | 'files_kept';
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
  /** To the room of a report: how it went on. */
  | { kind: 'report_outcome'; incidentId: IncidentId }
  /** To the reporter: thanks for a further detail. */
  | { kind: 'detail_noted'; incidentId: IncidentId }
  /** Command group's card, one per incident and room, edited in place; `choosing`: its buttons are the incident kinds just now. */
  | { kind: 'command_card'; incidentId: IncidentId; choosing?: boolean }
  /** Command group: nobody has decided on this report yet. */
  | { kind: 'decision_reminder'; incidentId: IncidentId }
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
  /** Owner's order, later states edited in place; `again`: it came back or was reopened. */
  | { kind: 'hazard_order'; hazardId: HazardId; again?: boolean }
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
  /** Command: still nobody has graded, assigned, accepted or checked these. */
  | { kind: 'hazard_waiting'; hazardIds: readonly HazardId[] }
  /** Command: these two look alike (a similar photo, or near by); the same? */
  | { kind: 'hazard_twin'; hazardId: HazardId; otherId: HazardId }
  /** To a person: 我的隐患. `owned`: to do; `area`: of the leader's area; `reported`: what this person told of. */
  | { kind: 'hazard_list'; personId: PersonId; about: 'owned' | 'area' | 'reported' }
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
  /** Leader: pictures that came after the shift was summed up. Slot of its late photos. */
  | { kind: 'check_in_late'; shiftId: ShiftId }
  /** Team's room, once: these points have no photo yet. */
  | { kind: 'points_missing'; shiftId: ShiftId; points: readonly number[] }
  /** Leader: they still have none. */
  | { kind: 'points_missing_leader'; shiftId: ShiftId; points: readonly number[] }
  /** To one of the crew, and then another: is all well? To the officer: nobody answers, here are their numbers. */
  | { kind: 'welfare_check'; shiftId: ShiftId; step: 'first' | 'second' | 'officer' }
  /** Leader, or the officer: nobody has reported for duty; whom to ring, and what to say. Shift's slot of its own. */
  | { kind: 'shift_unreported'; shiftId: ShiftId }
  /** Officer: somebody of this crew is hurt, as `personId` told; where they were last, and their numbers. */
  | { kind: 'welfare_hurt'; shiftId: ShiftId; personId: PersonId }
  /** Officer: all is well after all. */
  | { kind: 'welfare_ok'; shiftId: ShiftId; personId: PersonId }
  /** Team's room: the night in one picture and its numbers. */
  | { kind: 'shift_summary'; shiftId: ShiftId }
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
  /** To somebody of a team who asks how their night stands, or how this works; `sent`: it went to them alone. */
  | { kind: 'shift_asked'; shiftId: ShiftId | null; about: 'people' | 'points' | 'help' | 'hours' | 'sent' }
  /** To words that stand in for a button, or say the same: what the tap would have been answered with. */
  | { kind: 'shift_answer'; shiftId: ShiftId | null; result: TapResult }
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

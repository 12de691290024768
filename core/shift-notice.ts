import type { CheckInId, FindId, PersonId, RequestId, RoomId, ShiftId, TeamId } from './ids.ts';
import type { TapResult } from './tap-result.ts';

/** What is said about a team's shifts, its points and its nights. Intents, as all of core/notice.ts. */
export type ShiftNotice =
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
  | { kind: 'welfare_check'; shiftId: ShiftId; step: 'first' | 'second' | 'again' | 'officer' }
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
  /** Leader alone: what of the crew's gear works no more, and later that it does. Slot of its own. */
  | { kind: 'shift_gear_broken'; shiftId: ShiftId }
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
  /** To whoever answers for several shifts that their words fit, has not said all, or asks for leave of no plain day: which one, a button each. */
  | { kind: 'shift_which'; shiftIds: readonly ShiftId[]; step: 'shift_end' | 'shift_safe' | 'shift_leave' }
  /** To somebody of a team who asks how their night stands, or how this works; `sent`: it went to them alone. */
  | {
      kind: 'shift_asked';
      shiftId: ShiftId | null;
      about: 'people' | 'points' | 'night' | 'help' | 'hours' | 'sent' | 'zone';
    }
  /** To words that stand in for a button, or say the same: what the tap would have been answered with. */
  | { kind: 'shift_answer'; shiftId: ShiftId | null; result: TapResult; named?: true };

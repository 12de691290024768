import type { RiskColour } from './catalogue.ts';
import type { HazardGrade, HazardHandling, HazardOutcome, HazardState, Satisfaction } from './hazard.ts';
import type { DraftNeed } from './hazard-draft.ts';
import type { PatrolVerb } from './patrol-verb.ts';
import type { MatterResult } from './private-notice.ts';
import type { CountedGear } from './shift-gear.ts';

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
  /** What is offered to be registered is for `by` to say, who told of it; '' where that is not known. */
  | { kind: 'hazard_not_yours'; by: string }
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
  /**
   * What a teller added by quoting the number: so many photos, and where it is (`moved`: it is there from now on, else whoever has it
   * was told; `name` '' for a position). `outcome`: of one that has ended.
   */
  | {
      kind: 'hazard_more';
      photos: number;
      place: { moved: boolean; name: string } | null;
      kindSet: boolean;
      outcome: HazardOutcome | null;
    }
  /** The owner's words on how far it is were passed on. */
  | { kind: 'hazard_progress' }
  /** A human who decides on hazards put its place right. */
  | { kind: 'hazard_placed'; name: string }
  /** The position that was sent is so many kilometres off the zone, and was not used. */
  | { kind: 'hazard_far'; km: number }
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
  /** Somebody goes home before the others; `here`: how many are still there; `who`: of whom somebody else said so. */
  | { kind: 'shift_left'; here: number; who?: string }
  /**
   * `substitute`: who is asked to stand in or to swap, before a leader decides; '' a leader is asked already. `days`: of the shifts, as
   * ISO dates. `unknown`: who was named to come, and is nobody in the teams.
   */
  | { kind: 'leave_asked'; substitute: string; days: readonly string[]; unknown?: string }
  /** A leader has let `who` go. `left`: fewer are left for one of the shifts than it needs. */
  | { kind: 'leave_granted'; who: string; days: readonly string[]; left?: { people: number; minimum: number } }
  /** Which day was not understood; whoever speaks for another says it again. */
  | { kind: 'leave_when'; who: string }
  /** Nothing was asked for that could be taken back. */
  | { kind: 'leave_none' }
  /** Leave of several days, of which none was named, is to be taken back. */
  | { kind: 'leave_back_which'; days: readonly string[] }
  /** Somebody of this name, whom nobody knows in the team, is said to be away. `team` '' none is meant. */
  | { kind: 'leave_whom'; name: string; team: string }
  /**
   * Somebody can come after all whose leave was granted; `own`: said to themselves, else to their leader. `off`: who was to come in
   * their place, and need not.
   */
  | { kind: 'leave_undone'; who: string; own: boolean; off: readonly string[] }
  /** To whoever was to come in the place of `who`, who comes after all. */
  | { kind: 'stand_in_off'; who: string }
  | { kind: 'gear_taken'; missing: number }
  | { kind: 'gear_returned'; missing: number }
  /** Lost on the way, as it was said just now. `told`: who leads them hears of it. */
  | { kind: 'gear_lost'; items: readonly CountedGear[]; told: boolean }
  /** Found again; `left`: what is still gone. */
  | { kind: 'gear_found'; left: readonly CountedGear[] }
  /** Works no more, as it was said just now. `told`: who leads them hears of it. */
  | { kind: 'gear_broken'; items: readonly CountedGear[]; told: boolean }
  /** Works again; `left`: what still does not. */
  | { kind: 'gear_mended'; left: readonly CountedGear[] }
  | { kind: 'handover_given'; to: string }
  | { kind: 'handover_taken'; missing: number }
  /** Not summed up yet: so many points have no photo. */
  | { kind: 'shift_points_open'; open: number }
  | { kind: 'shift_ended'; seen: number; points: number }
  /** It was not over after all; `asked`: so many points were asked about before their time; `walking`: nobody said so, they walk on. */
  | { kind: 'shift_resumed'; asked: number; walking?: true }
  /** It was ended, and nobody had come to it. */
  | { kind: 'shift_unstaffed' }
  /** `rang`: says who rang them, and is no one of the crew. */
  | { kind: 'shift_safe'; rang?: true }
  /** One of them is not found: asked, and after so many minutes the officer is told; 0: told at once. */
  | { kind: 'mate_missing'; who: string; minutes: number }
  /** Somebody of this name, whom nobody of the crew is called, is said to be missing. */
  | { kind: 'mate_whom'; name: string }
  /** That they are well was said by one who is not missing. */
  | { kind: 'mate_open'; who: readonly string[] }
  /** There again; so many are still missing. */
  | { kind: 'mate_found'; left: number }
  /** They are out, says who leads them: after so many minutes without a word somebody is asked. */
  | { kind: 'shift_out'; minutes: number }
  | { kind: 'shift_ringing' }
  /** That they are well was said by one alone, while others told of trouble. */
  | { kind: 'trouble_open'; who: readonly string[] }
  /** All is not well: the officer has it, with whom to ring. */
  | { kind: 'shift_trouble' }
  | { kind: 'points_excused'; points: number }
  /** `point`: its name; `seen`: so many of `points` were seen by now. */
  | { kind: 'checked_in'; point: string; seen: number; points: number; late: boolean }
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
  /** `left`: fewer are left for the shift than it needs. */
  | { kind: 'request_granted'; left?: { people: number; minimum: number } }
  /** Several wait for this person: whose, and the words that decide each. */
  | {
      kind: 'request_which';
      words: 'grant' | 'refuse';
      /** `day`: of whoever asked for several, as an ISO date. */
      requests: readonly { name: string; code: string; day?: string }[];
    }
  /** After midnight 今晚 may be the shift that runs or the next one: nothing is called off yet. ISO dates. */
  | { kind: 'shift_off_which'; running: string; next: string }
  | { kind: 'request_refused' }
  | { kind: 'request_withdrawn' }
  /** One of the two shifts is no longer theirs to give: it has ended, and both hear of it. */
  | { kind: 'request_lapsed' }
  /**
   * What was asked for by words that were edited since stands: `granted` by a leader, or asked for on an earlier day. ISO dates.
   * `who`: of whom it is, where that is not the writer.
   */
  | { kind: 'leave_stands'; days: readonly string[]; granted: boolean; swap: boolean; who?: string }
  /** There is no swap that could be undone. */
  | { kind: 'swap_none' }
  /** One night of the swap with `who` is over, or has begun, so that it can no longer be undone. */
  | { kind: 'swap_over'; who: string }
  /** `find`: what it is; something suspicious is answered with how to stay safe. */
  | { kind: 'find_told'; find?: 'suspicious' | 'found' | 'lost' }
  | { kind: 'find_decided'; state: 'incident' | 'hazard' | 'passed_on' | 'noted' }
  /** Several wait for somebody to decide: how each begins, and the code that names it behind the word. */
  | {
      kind: 'find_which';
      verb: Extract<PatrolVerb, `find_${string}`>;
      finds: readonly { words: string; code: string }[];
    }
  /** `ended`: the line that it ends; `left`: the open lines, one or several, that it may go on with. */
  | { kind: 'logged'; n: number; open: boolean; ended: number | null; left: readonly number[] }
  | { kind: 'log_corrected'; n: number }
  /** The log has no such line; `open`: how those begin that are still to be seen to. */
  | { kind: 'log_none'; n: number; open: readonly { n: number; words: string }[] }
  /** `unknown`: who was named for it, and is nobody in the teams. */
  | { kind: 'shift_made'; name: string; unknown?: readonly string[] }
  /**
   * How a whole shift is moved: its day and the new one's as ISO dates, the new `times`, `21:30-00:30`, '' when they were not
   * understood, and the words of its points.
   */
  | { kind: 'shift_move'; date: string; to: string; times: string; words: string }
  /** A shift was announced without times that can be read, or they are over. */
  | { kind: 'shift_when' }
  /** It has begun, so that it can only be ended. */
  | { kind: 'shift_begun' }
  | { kind: 'shift_cancelled'; name: string }
  /** No shift that this could be about is there now. */
  | { kind: 'shift_none' }
  /** Several of theirs wait for just this; each by its name and the four characters that name it. */
  | { kind: 'shift_which'; shifts: readonly { name: string; code: string }[] }
  /** Only its crew, its leader or the officer can do this. */
  | { kind: 'shift_not_yours' }
  /** Others decide on this: its leader, an officer, or whoever was asked. */
  | { kind: 'shift_not_your_say' }
  /** Said or decided already; `by` is '' when nobody is named. */
  | { kind: 'shift_already'; by: string };

/** What a tap is answered with, at once; `drill`: what was tapped belongs to one, and the answer says so. */
export type TapResult = (
  OrderResult | IncidentResult | HazardResult | PlaceResult | PatrolResult | MatterResult | Refusal
) & {
  drill?: true;
};

import type { Instant } from '../clock.ts';
import type { TimerId } from '../ids.ts';

/** What falls due. The subject is the id of what it is about. */
export type TimerKind =
  | 'wave'
  | 'eta_overdue'
  | 'safe_return'
  | 'report_unanswered'
  /** The rest of an album may still come. */
  | 'album'
  /** A half-told report ends. Subject: the draft. */
  | 'hazard_draft'
  /** Nobody has graded, assigned, accepted or checked it. Subject: the hazard. */
  | 'hazard_waiting'
  /** The next step before or after its deadline. Subject: the hazard. */
  | 'hazard_overdue'
  /** Its step of today stands in somebody's morning's list. Subject: the hazard, and after it whose lists. */
  | 'hazard_morning'
  /** Pictures of it may still come before they are shown. Subject: the hazard and which pictures. */
  | 'hazard_photo'
  /** The morning's lists. Subject: `zone`. */
  | 'hazard_digest'
  /** The daily look at an enterprise's colour. Subject: the place. */
  | 'hazard_colour'
  /** Shifts are planned ahead, and gaps told, each morning. Subject: `zone`. */
  | 'shift_plan'
  /** It begins soon; it begins. Subject: the shift. */
  | 'shift_remind'
  | 'shift_start'
  /** The window of one of its points ends; the leader is told of those still missing. Subject: the shift. */
  | 'shift_points'
  /** Nothing was heard of the crew. Subject: the shift. */
  | 'shift_silence'
  /** It is over and nobody said so; then it is summed up. Subject: the shift. */
  | 'shift_close'
  /** The next shift has not said yet that it took over. Subject: the shift that hands over. */
  | 'shift_handover'
  /** The rest of an album, or another photo of the same point, may still come. Subject: the check-in. */
  | 'shift_ask'
  /** A half-told matter is asked about once more, and then ends. Subject: the matter, as of all that follow. */
  | 'matter_talk'
  /** Nobody has taken it, or acknowledged it. */
  | 'matter_offer'
  /** The other side has not answered whether it agrees to mediation. */
  | 'matter_consent'
  /** A session is tomorrow, in an hour, or over with nothing recorded; times were proposed and nobody answers. */
  | 'matter_session'
  /** The time for mediating is over soon, or over. */
  | 'matter_deadline'
  /** Whoever has a matter other than a dispute has done nothing with it for a while. */
  | 'matter_idle'
  /** The next payment or deed of the agreement is due soon, due, or late. */
  | 'matter_term'
  /** Day 7, 20 or 27 of the thirty for the court's confirmation. */
  | 'matter_court'
  /** The next return visit, 7, 30 or 90 days after the end. */
  | 'matter_follow_up'
  /** A break-glass opening that nobody agreed to, or that is over. Subject: the opening. */
  | 'matter_opening'
  /** What is past its time is forgotten, once a day. Subject: `zone`. */
  | 'matter_forget';

/** Something to be done at an instant, exactly once. One per kind and subject. */
export interface Timer {
  id: TimerId;
  kind: TimerKind;
  subject: string;
  dueAt: Instant;
}

export interface TimerReads {
  nextDueAt(): Promise<Instant | null>;
  /** The next `limit` timers not under lease, soonest first; for the in-memory heap. */
  upcoming(limit: number): Promise<Timer[]>;
  waiting(): Promise<number>;
}

export interface TimerWrites extends TimerReads {
  /** Sets or moves the timer of this kind and subject. */
  set(timer: Timer): Promise<void>;
  cancel(kind: TimerKind, subject: string): Promise<void>;
  /** Claims up to `limit` timers due by `now`, soonest first; others' leases are passed over, ended ones taken over. */
  claimDue(ask: { now: Instant; leaseUntil: Instant; lease: string; limit: number }): Promise<Timer[]>;
  /** Removes a claimed timer; false when the lease was lost or it was set anew meanwhile. To be called in the transaction of its work. */
  finish(id: TimerId, lease: string): Promise<boolean>;
}

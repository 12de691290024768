import type { Instant } from './clock.ts';
import type { MatterId, MatterNoteId, OpeningId, PersonId } from './ids.ts';
import type { Danger, FollowUp, MatterKind, MatterNeed, MatterOutcome, MatterState, PushTarget } from './matter.ts';
import type { Worry } from './matter-worry.ts';
import type { PartyKey } from './party.ts';

/** How a step of a private matter ended. Says numbers, codes and dates alone: it can be a toast on a phone on the table. */
export type MatterResult =
  /** Begun: the first question stands in the direct chat. `number` is what may be said in a group. */
  | { kind: 'matter_begun'; number: string }
  | { kind: 'matter_asked'; need: MatterNeed }
  | { kind: 'matter_filed'; number: string }
  | { kind: 'matter_dropped' }
  /** There is one half told already: that one goes on. */
  | { kind: 'matter_going_on'; number: string }
  /** What it says follows, in the direct chat. */
  | { kind: 'matter_shown' }
  | { kind: 'matter_taken'; number: string }
  /** By whoever leads, to somebody named; to whom it cannot be handed, and why is not said: it would say who is a side. */
  | { kind: 'matter_assigned'; number: string; to: string }
  | { kind: 'matter_not_assigned'; why: 'unknown' | 'several' | 'cannot' | 'unreachable' }
  | { kind: 'matter_passed' }
  | { kind: 'matter_given_back' }
  | { kind: 'matter_stepped_up'; room: string }
  | { kind: 'matter_acknowledged' }
  /** `accepted`: by this yes every side agrees. `without`: a third side that says no is left out, and the two go on. */
  | {
      kind: 'matter_consent_noted';
      side: PartyKey;
      said: 'yes' | 'no' | 'unreached';
      accepted?: boolean;
      without?: true;
    }
  /** Times are wanted in words; now asked for. */
  | { kind: 'matter_times_wanted' }
  /** None of the times that were written can be: over, no such day or time of day, or months away. */
  | { kind: 'matter_times_refused'; why: 'past' | 'no_such_time' | 'far' }
  | { kind: 'matter_times_sent'; times: number }
  /**
   * The mediator, or the room, has given these times away: the number of what stands there. ISO dates and times of day as the zone's
   * clocks show them. `left`: the sides were asked about so many others.
   */
  | {
      kind: 'matter_times_taken';
      taken: readonly { date: string; clock: string; number: string; why: 'mediator' | 'room' }[];
      left: number;
    }
  | { kind: 'matter_time_noted' }
  | { kind: 'matter_booked'; at: Instant }
  | { kind: 'matter_session_off' }
  /** The record, the terms, the reason, the answer is wanted in words; now asked for. */
  | { kind: 'matter_words_wanted'; what: 'record' | 'terms' | 'reason' | 'answer' | 'note' | 'name' }
  | { kind: 'matter_noted' }
  /** A side's words, kept for whoever has the matter. */
  /** `waits`: nobody has it yet. `danger`: the numbers stand above. */
  | { kind: 'matter_words_passed_on'; waits?: true; danger?: true }
  /** Something was spoken, which nobody can listen to. */
  | { kind: 'matter_voice' }
  /** The same of a time that it asks for. */
  | { kind: 'matter_time_passed_on' }
  | { kind: 'matter_terms_sent' }
  | { kind: 'matter_signed'; waiting: number }
  | { kind: 'matter_effective' }
  /** `leftYuan` null: nothing was to be paid. */
  | { kind: 'matter_paid_noted' }
  | { kind: 'matter_payment_confirmed'; done: boolean }
  | { kind: 'matter_moved'; state: MatterState }
  | { kind: 'matter_court_noted'; state: 'none' | 'applied' | 'confirmed' | 'rejected' }
  | { kind: 'matter_more_time_asked'; days: number }
  /** `all`: by this yes every side has agreed. */
  | { kind: 'matter_more_time'; agreed: boolean; all?: boolean }
  | { kind: 'matter_visited'; next: 7 | 30 | 90 | null }
  | { kind: 'matter_withdrawn' }
  | { kind: 'matter_done' }
  /** The link to a private page follows, in the direct chat. */
  | { kind: 'matter_link_sent' }
  | { kind: 'opening_asked' }
  | { kind: 'opening_agreed'; untilAt: Instant }
  | { kind: 'opening_refused' }
  /** Who asked cannot agree to it. */
  | { kind: 'opening_own' }
  | { kind: 'data_agreed' }
  /** Did not agree: what was being told is forgotten. */
  | { kind: 'data_refused' }
  | { kind: 'data_sent' }
  /** Sure? One more tap. */
  | { kind: 'data_sure' }
  /** `kept`: so many open matters are kept until they end. */
  | { kind: 'data_erased'; kept: number }
  /** Somebody whom an order or a shift needs now cannot be erased before it is over. */
  | { kind: 'data_busy' }
  /** Not where others read along. */
  | { kind: 'matter_not_here' }
  /** `why`: wanted to take it, and is not among those who can, or (and knows it) is a side of it; missing: to do anything else. */
  | { kind: 'matter_not_yours'; why?: 'take' | 'side' }
  | { kind: 'matter_none' }
  /** Too early: `need` is what comes before. */
  | { kind: 'matter_not_yet'; need: 'consent' | 'session' | 'terms' | 'visit' | 'effective' }
  | { kind: 'matter_already'; state: MatterState }
  /** Whoever was asked for the reason of an end or a rest thought better of it. */
  | { kind: 'matter_goes_on' }
  /** No joint meeting where there was violence. */
  | { kind: 'matter_no_meeting' };

/** What a side hears of its matter, in one line each. */
export type MatterTurn =
  | 'taken'
  | 'new_mediator'
  | 'accepted'
  | 'session_off'
  /** Of an appointment with one person alone: they did not meet. */
  | 'missed'
  | 'agreed'
  | 'effective'
  | 'performed'
  | 'broken'
  | 'suspended'
  | 'goes_on'
  | 'extended'
  | 'court_applied'
  | 'court_confirmed'
  | 'court_rejected';

/** A question in a message of its own. `over`: drawn anew in its place, and should it be over by now, it says so. */
interface Asked {
  over?: true;
}

/**
 * What is said of private matters: ids and codes, never words, names or sums. Only ever to one person in a direct chat, by
 * `sayPrivately` (handlers/matter/say-privately.ts): the type of what can be said to a group does not hold them, and rendering
 * refuses them there. What comes unasked says the number and what to do; what a matter is about comes only to somebody
 * who asks for it (`matter_facts`), covered and silent, and the look is kept in the matter's trace.
 */
export type PrivateNotice =
  /** Teller: the next question, with buttons. Matter's talk slot. `again`: what was said to it is kept, and was no answer to it. */
  | { kind: 'matter_ask'; matterId: MatterId; need: MatterNeed; again?: true; worry?: Worry }
  /** Teller, side: what somebody asks who is afraid or tired, answered at once. */
  | { kind: 'matter_worry'; matterId: MatterId; worry: Worry }
  /** Teller: still there? Go on, or let it be. */
  | { kind: 'matter_resume'; matterId: MatterId }
  /** Teller: the number, who gets it, what happens next and by when. */
  | { kind: 'matter_filed'; matterId: MatterId; receipt: string | null }
  | { kind: 'matter_dropped'; matterId: MatterId; why: 'told' | 'silence' }
  /** Teller: the right numbers for these dangers, the gravest first, before all else and at once. Matter null: nothing was begun. */
  | { kind: 'matter_safety'; dangers: readonly Danger[]; matterId: MatterId | null }
  /**
   * Person on call: somebody is in danger; take it now. Loud. `dangers` missing: all that were told. `later`: it came to light when
   * somebody had the matter already, who hears it too.
   */
  | { kind: 'matter_danger'; matterId: MatterId; dangers?: readonly Danger[]; later?: true }
  /** Mediator, adviser, officer: take it? Later who has it. Offer's slot. */
  | { kind: 'matter_offer'; matterId: MatterId }
  /** Desk and leaders of the room: nobody has taken it. `personIds`: who was asked. */
  | { kind: 'matter_unanswered'; matterId: MatterId }
  /** Whoever has it, or can ring: nothing reaches this person, who is a side of it or has it. */
  | { kind: 'matter_unreached'; matterId: MatterId; personId: PersonId }
  /** Owner: what can be done now, with buttons; edited in place. Matter's slot. `heard`: a side has written, and when. */
  | { kind: 'matter_work'; matterId: MatterId; heard?: { side: PartyKey | null; at: Instant } }
  /** To whoever asked for it and may: everything that they may see. */
  | { kind: 'matter_facts'; matterId: MatterId }
  /** Teller, side: said 算了 of what was handed in already; a tap ends it. */
  | { kind: 'matter_stop'; matterId: MatterId }
  /** Side: do you agree to mediation? */
  | { kind: 'matter_consent'; matterId: MatterId; side: PartyKey }
  /** Side: which of these times suit you? */
  | { kind: 'matter_times'; matterId: MatterId; session: number; side: PartyKey }
  /** Owner: how the sides answered; nobody's time fits. */
  | ({ kind: 'matter_times_answered'; matterId: MatterId; session: number } & Asked)
  /**
   * Owner: a side asks for these times in words of its own; take one, or ask the others. `instead`: of what was booked then; null:
   * nothing was, missing: not known.
   */
  | ({
      kind: 'matter_times_wished';
      matterId: MatterId;
      side: PartyKey;
      times: readonly Instant[];
      instead?: Instant | null;
    } & Asked)
  /** Side and owner: booked, tomorrow, in an hour, changed, off; with the calendar's invitation. `past`: instead of what was told earlier. */
  | ({
      kind: 'matter_session';
      matterId: MatterId;
      session: number;
      step: 'booked' | 'day' | 'hour' | 'changed' | 'off' | 'past';
    } & Asked)
  /** Owner: how did it go? */
  | ({ kind: 'matter_session_over'; matterId: MatterId; session: number } & Asked)
  /** Side: the terms, written down at `writtenAt`, are there to be read (by a tap) and signed. */
  | ({ kind: 'matter_terms'; matterId: MatterId; side: PartyKey; writtenAt?: Instant } & Asked)
  /** Side that owes, side that is owed, owner: something is due soon, due, late, or told as paid. */
  | ({
      kind: 'matter_payment';
      matterId: MatterId;
      term: number;
      step: 'soon' | 'due' | 'late' | 'told' | 'confirmed' | 'denied';
    } & Asked)
  /** Sides and owner: so many of the thirty days are over. */
  | ({ kind: 'matter_court'; matterId: MatterId; day: 7 | 20 | 27 } & Asked)
  /** Sides and owner: agree to more time? `round`: the how many-th time that it is asked, from 1; missing: the first. */
  | ({ kind: 'matter_more_time'; matterId: MatterId; side: PartyKey | null; round?: number } & Asked)
  /** Owner: the time, until `endsAt`, is over soon, or over. */
  | ({ kind: 'matter_deadline'; matterId: MatterId; step: 'soon' | 'over'; endsAt?: Instant } & Asked)
  /** Teller or side, and owner: does it hold? */
  | ({ kind: 'matter_visit'; matterId: MatterId; days: FollowUp['days'] } & Asked)
  /** Owner: nothing has moved with it; leader: ring them, or hand it on. Later that it has. */
  | { kind: 'matter_idle'; matterId: MatterId }
  /** Leader: nobody has made this visit for weeks; make it, or say that none can be made. Later what came of it. */
  | { kind: 'matter_unvisited'; matterId: MatterId; days: FollowUp['days'] }
  /** Side: one line for each turn. */
  | { kind: 'matter_turn'; matterId: MatterId; turn: MatterTurn }
  /** Side: it is over, and the other ways there are. */
  | { kind: 'matter_ended'; matterId: MatterId; outcome: MatterOutcome }
  /** Teller of a legal question: it is answered; a tap shows the answer. */
  | { kind: 'matter_answered'; matterId: MatterId }
  /** Officer on scene, responsible officer, service centre: this is yours; acknowledge. */
  | { kind: 'matter_push'; matterId: MatterId; to: PushTarget }
  /** To somebody: theirs, as teller, side, or owner. */
  | { kind: 'matter_list'; personId: PersonId }
  /** To a person whose words fit several: which one? The buttons carry `verb`. */
  | { kind: 'matter_which'; matterIds: readonly MatterId[]; about: 'words' }
  /** The address of a private page, for this person alone. */
  | { kind: 'matter_link'; matterId: MatterId | null; page: 'tell' | 'matter'; matterKind: MatterKind | null }
  /** Who has it wrote something that reads like a matter of its own: kept as this note of it, unless they say that it is. */
  | { kind: 'matter_whose'; matterId: MatterId; noteId: MatterNoteId }
  /** A note is kept. */
  | { kind: 'matter_note_kept'; noteId: MatterNoteId }
  /** Who may agree to a break-glass opening; later how it was decided. Owner of the matter: it was opened, by whom. */
  | { kind: 'opening_asked'; openingId: OpeningId }
  | { kind: 'opening_told'; openingId: OpeningId }
  /** First contact: what is kept, why, how long; agree. */
  | { kind: 'consent_asked' }
  /** 我的数据: where it can be fetched, once. */
  | { kind: 'data_export'; personId: PersonId }
  | { kind: 'data_erase_sure'; personId: PersonId }
  /** To words that stand in for a button, or say the same: what the tap would have been answered with. */
  | { kind: 'matter_result'; matterId: MatterId | null; result: MatterResult };

export type PrivateNoticeKind = PrivateNotice['kind'];

/** Every kind of private notice; exhaustive, so that a new one cannot be forgotten where groups are refused. */
const privateKinds: Readonly<Record<PrivateNoticeKind, true>> = {
  matter_ask: true,
  matter_worry: true,
  matter_resume: true,
  matter_filed: true,
  matter_dropped: true,
  matter_safety: true,
  matter_danger: true,
  matter_offer: true,
  matter_unanswered: true,
  matter_unreached: true,
  matter_work: true,
  matter_facts: true,
  matter_stop: true,
  matter_consent: true,
  matter_times: true,
  matter_times_answered: true,
  matter_times_wished: true,
  matter_session: true,
  matter_session_over: true,
  matter_terms: true,
  matter_payment: true,
  matter_court: true,
  matter_more_time: true,
  matter_deadline: true,
  matter_visit: true,
  matter_idle: true,
  matter_unvisited: true,
  matter_turn: true,
  matter_ended: true,
  matter_answered: true,
  matter_push: true,
  matter_list: true,
  matter_which: true,
  matter_link: true,
  matter_whose: true,
  matter_note_kept: true,
  opening_asked: true,
  opening_told: true,
  consent_asked: true,
  data_export: true,
  data_erase_sure: true,
  matter_result: true,
};

/** Whether this notice is for one person in a direct chat alone. */
export function isPrivateNotice(notice: { kind: string }): notice is PrivateNotice {
  return Object.hasOwn(privateKinds, notice.kind);
}

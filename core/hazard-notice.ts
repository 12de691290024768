import type { Instant } from './clock.ts';
import type { DraftNeed } from './hazard-draft.ts';
import type { HazardKindPage } from './hazard-kind-page.ts';
import type { MorningAbout, MorningStep } from './hazard-morning.ts';
import type { HazardVerb } from './hazard-verb.ts';
import type { OverdueStep } from './hazard.ts';
import type { FileId, HazardDraftId, HazardId, HazardReportId, PersonId } from './ids.ts';
import type { TapResult } from './tap-result.ts';

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

/** What is said about hazards: to who told, who has it, who checks, leads or decides, and to groups. Intents, as all of core/notice.ts. */
export type HazardNotice =
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
  | { kind: 'hazard_answer'; hazardId: HazardId | null; result: TapResult };

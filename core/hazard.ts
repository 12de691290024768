import type { HazardKind, Named } from './catalogue.ts';
import type { Instant } from './clock.ts';
import type { DeadlineSum, DeadlineTerms } from './deadline.ts';
import type { FileId, HazardId, HazardReportId, PersonId, PlaceId, RoomId, Token } from './ids.ts';
import type { Position } from './message.ts';

/**
 * The two legal grades; there is no third. What counts as major is laid down for each trade by the departments of the State
 * Council (安全生产法 2021, Art. 118 (2)), for fire by GB 35181-2025. A human grades; the program suggests and shows why.
 */
export const hazardGrades = [
  { code: 'ordinary', zh: '一般隐患', en: 'ordinary' },
  { code: 'major', zh: '重大隐患', en: 'major' },
] as const satisfies readonly Named[];
export type HazardGrade = (typeof hazardGrades)[number]['code'];

/** How it is put right. `supervised` 挂牌督办: under the eye of the authority (安全生产法 2021, Art. 41 (3)). */
export const hazardHandlings = [
  { code: 'on_the_spot', zh: '立查立改', en: 'fixed on the spot' },
  { code: 'by_deadline', zh: '限期整改', en: 'to be fixed by a date' },
  { code: 'supervised', zh: '挂牌督办', en: 'under special supervision' },
] as const satisfies readonly Named[];
export type HazardHandling = (typeof hazardHandlings)[number]['code'];

/**
 * Where a hazard stands. `reported`: it has its number, nobody has graded it. `graded`: by a human, but nobody owns it (no rule
 * of the zone file fits, the owner left, or handed it back). `assigned`: the owner has been told. `accepted`: the owner said
 * yes. `fixed`: with an after-photo; somebody other than the fixer looks again. `closed` 销号.
 */
export type HazardState = 'reported' | 'graded' | 'assigned' | 'accepted' | 'fixed' | 'closed';

/** How it ended. `merged`: it goes on under another number. `withdrawn` 看错了: by the only one who had reported it. */
export type HazardOutcome = 'resolved' | 'not_hazard' | 'withdrawn' | 'merged';

/** How grave the reporter's words make it sound. An emergency never becomes a hazard: it goes to the call-out. */
export type HazardSeverity = 'ordinary' | 'urgent';

/** Which of the alarms about a deadline have been raised; days count in working days after the due date. */
export type OverdueStep =
  | { to: 'owner'; days: number }
  | { to: 'leader'; days: number }
  /** A proposal: putting a hazard under supervision 挂牌督办 is a human's decision. */
  | { to: 'supervision'; days: number };

/** What the reporter said afterwards; asked once. */
export type Satisfaction = 'good' | 'fair' | 'bad';

/** Something that is wrong at a place: one number, one owner, one trace, a deadline, a verified end 一事一档. */
export interface Hazard {
  id: HazardId;
  /** To say over the phone: `H-2611-0042`. */
  number: string;
  /** What its buttons and its page carry. */
  token: Token;
  state: HazardState;
  outcome: HazardOutcome | null;
  /** At least one; the first is the main kind. */
  kinds: readonly HazardKind[];
  severity: HazardSeverity;
  grade: HazardGrade | null;
  handling: HazardHandling | null;
  /** The first report's words; '' for a photo with nothing but a kind. */
  words: string;
  /** The words that name the place, as said; '' when nobody has said. */
  placeWords: string;
  placeId: PlaceId | null;
  position: Position | null;
  /** The estate, village or part of the zone, by the place or else the nearest one; '' when nothing is near. */
  area: string;
  /** How many people are said to live or work with it; null: nobody said. */
  people: number | null;
  ownerId: PersonId | null;
  /** The leader of the area at the time of assigning; hears of what is overdue. */
  leaderId: PersonId | null;
  /** Who graded it. */
  officerId: PersonId | null;
  /** Who reported it fixed; never the one who checks again. */
  fixedById: PersonId | null;
  checkedById: PersonId | null;
  reportedAt: Instant;
  gradedAt: Instant | null;
  assignedAt: Instant | null;
  acceptedAt: Instant | null;
  fixedAt: Instant | null;
  closedAt: Instant | null;
  /** Counts the tries, from 1: one more each time that it comes back from the check or is reopened. */
  round: number;
  /** Since when this round runs: an after-photo must be younger. */
  roundAt: Instant;
  /** What the deadline is made of; null before it is assigned. */
  terms: DeadlineTerms | null;
  /** The terms added up, with the arithmetic; null before it is assigned. */
  deadline: DeadlineSum | null;
  /** `deadline.dueAt`; null while nothing is due, the clock stands, or it is closed. For looking up. */
  dueAt: Instant | null;
  /** How many of the overdue steps were taken since the deadline last moved. */
  alarms: number;
  /** An extension that the owner has asked for and nobody has decided on. */
  asked: { days: number; reason: string; at: Instant } | null;
  /** For this round: whether it was drawn for a second look, with the numbers of the draw; null before it was fixed. */
  draw: RecheckDraw | null;
  /** Where it went on when merged. */
  mergedIntoId: HazardId | null;
  /** What it was when it was merged, for splitting it off again. */
  stateBeforeMerge: HazardState | null;
  /** Closing, rejecting or withdrawing words, for people to read. */
  endWords: string;
  satisfaction: Satisfaction | null;
  /** When anything of it last changed. */
  changedAt: Instant;
}

/** One telling of a hazard; the second of the same thing is "also seen" 也有人看到. */
export interface HazardReport {
  id: HazardReportId;
  hazardId: HazardId;
  /**
   * Who told; kept for an anonymous report too, so that the teller hears how it goes on, and then shown to nobody, in no
   * trace and in no export. Null for reports without a person (an API without a sender).
   */
  personId: PersonId | null;
  anonymous: boolean;
  /** Where it was told, and so where the teller hears; null for the web form and the API. */
  roomId: RoomId | null;
  /** The platform's message, for quoting. */
  messageId: string | null;
  /** How it came in. */
  via: HazardDoor;
  words: string;
  kinds: readonly HazardKind[];
  placeWords: string;
  placeId: PlaceId | null;
  position: Position | null;
  fileIds: readonly FileId[];
  at: Instant;
  /** Which hazard it was before a merge moved it here; null: it was told of this one, or joined it at once. */
  fromHazardId: HazardId | null;
  /** Asked whether it is well; null: not asked yet. Once for each telling. */
  ratingAskedAt: Instant | null;
}

/** By which door a report came in. */
export type HazardDoor = 'chat' | 'command' | 'place_code' | 'form' | 'api' | 'patrol' | 'import';

/** A draw for the second look, as it is kept in the trace. */
export interface RecheckDraw {
  checked: boolean;
  why: 'major' | 'supervised' | 'returned' | 'sample' | 'not_drawn';
  /** The lot, 0 to 99.99, and the share below which it is checked, both per cent; null where no lot was drawn. */
  lot: number | null;
  sharePercent: number;
}

/** From which states a step can be taken; whatever is not listed is too late or too early, and the person is told which. */
export const hazardSteps: Readonly<Record<HazardStep, readonly HazardState[]>> = {
  grade: ['reported', 'graded', 'assigned', 'accepted'],
  reject: ['reported', 'graded', 'assigned', 'accepted'],
  assign: ['graded', 'assigned', 'accepted'],
  accept: ['assigned'],
  hand_back: ['assigned', 'accepted'],
  fix: ['assigned', 'accepted'],
  ask_more: ['assigned', 'accepted'],
  extend: ['assigned', 'accepted'],
  pause: ['assigned', 'accepted'],
  resume: ['assigned', 'accepted'],
  recheck: ['fixed'],
  supervise: ['assigned', 'accepted'],
  merge: ['reported', 'graded', 'assigned', 'accepted', 'fixed'],
  reopen: ['closed'],
  withdraw: ['reported', 'graded', 'assigned'],
  chase: ['reported', 'graded', 'assigned', 'accepted', 'fixed'],
};
export type HazardStep =
  | 'grade'
  | 'reject'
  | 'assign'
  | 'accept'
  | 'hand_back'
  | 'fix'
  | 'ask_more'
  | 'extend'
  | 'pause'
  | 'resume'
  | 'recheck'
  | 'supervise'
  | 'merge'
  | 'reopen'
  | 'withdraw'
  | 'chase';

/** Whether this step can be taken now. A hazard that was merged, rejected or withdrawn is not reopened: its end was no fix. */
export function canStep(hazard: Pick<Hazard, 'state' | 'outcome'>, step: HazardStep): boolean {
  if (step === 'reopen' && hazard.outcome !== 'resolved') return false;
  return hazardSteps[step].includes(hazard.state);
}

/** Whether somebody stopped its clock (not: it awaits its check). */
export function isPaused(hazard: Pick<Hazard, 'terms'>): boolean {
  const last = hazard.terms?.pauses.at(-1);
  return last?.to === null && last.why === 'asked';
}

/** Past its deadline and not fixed. */
export function isOverdue(hazard: Pick<Hazard, 'state' | 'dueAt'>, now: Instant): boolean {
  return (hazard.state === 'assigned' || hazard.state === 'accepted') && hazard.dueAt !== null && hazard.dueAt < now;
}

/** The hazard that a file is evidence of; null: of none, or still of a draft. */
export function hazardOfSubject(subject: string | null): HazardId | null {
  return subject?.startsWith('hazard:') === true ? (subject.slice('hazard:'.length) as HazardId) : null;
}

/** The subject under which its pictures are kept. */
export function hazardSubject(id: HazardId): `hazard:${string}` {
  return `hazard:${id}`;
}

import type { DisputeKind, Named } from './catalogue.ts';
import type { Instant } from './clock.ts';
import type { Agreement, CourtConfirmation } from './agreement.ts';
import type { FileId, MatterId, MatterNoteId, OpeningId, PersonId, PlaceId, RoomId, Token } from './ids.ts';
import type { Party, PartyKey } from './party.ts';
import type { Session } from './session.ts';

/** Private matters: one machine for all, each with its own questions, routing, clock and rights (core/zone/private-rules.ts). */
export const matterKinds = [
  { code: 'dispute', zh: '纠纷调解', en: 'dispute' },
  { code: 'crime_clue', zh: '违法犯罪线索', en: 'clue on crime' },
  { code: 'women_adviser', zh: '女人e家', en: 'women’s adviser' },
  { code: 'counselling', zh: '心理支持', en: 'psychological support' },
  { code: 'help_request', zh: '一码到家', en: 'help at the door' },
  { code: 'service_order', zh: '服务点单', en: 'technical service visit' },
  { code: 'legal_question', zh: '法律咨询', en: 'legal question' },
] as const satisfies readonly Named[];
export type MatterKind = (typeof matterKinds)[number]['code'];

/**
 * Where a matter stands. `telling`: it has its number, and its teller is still being asked. `reported`: handed in. `screened`:
 * looked at for danger and for what is missing, and offered to a room. `assigned`: one person has taken it. `accepted` 受理:
 * every side agrees to mediation, and the clock of a month runs; of other kinds: work has begun. `mediating`: a session is booked
 * or was held. `agreed`: the terms stand, and somebody still has to sign. `effective`: signed by all (People's Mediation Act,
 * Art. 29), or agreed orally (Art. 30). `performing`: a part is done. `performed`, `broken`: all of it, or not in time.
 * `ended`: without an agreement, or the work is done. `suspended`: it rests, and goes back to where it was. `archived`: after
 * its last return visit.
 */
export type MatterState =
  | 'telling'
  | 'reported'
  | 'screened'
  | 'assigned'
  | 'accepted'
  | 'mediating'
  | 'agreed'
  | 'effective'
  | 'performing'
  | 'performed'
  | 'broken'
  | 'ended'
  | 'suspended'
  | 'archived';

/**
 * How it ended. `dropped` 算了: before it was handed in. `refused`: a side said a clear no (Art. 17), and the other ways were
 * told. `withdrawn`: by whoever brought it (Art. 23 (2)). `no_contact`: the other side could not be reached. `handed_on`: to the
 * police, a court, an authority. `answered`, `done`: other kinds.
 */
export type MatterOutcome =
  | 'dropped'
  | 'agreed_written'
  | 'agreed_oral'
  | 'failed'
  | 'refused'
  | 'withdrawn'
  | 'no_contact'
  | 'handed_on'
  | 'answered'
  | 'done';

/** By which door it came in. */
export type MatterDoor = 'chat' | 'group' | 'page' | 'desk' | 'police' | 'door_code' | 'merged';

/**
 * Danger that comes before every form: violence at home or by others, a threat to somebody's life, somebody who wants to die, a
 * child in need, a crowd at a gate. Then no joint meeting is offered, and a person is called at once.
 */
export const dangers = ['violence', 'threat', 'self_harm', 'child', 'crowd'] as const;
export type Danger = (typeof dangers)[number];

/** What the teller is asked for, one at a time. Which of them a kind needs, and in which order: core/matter-intake.ts. */
export type MatterNeed =
  | 'about'
  | 'facts'
  | 'wants'
  | 'other_side'
  | 'sum'
  | 'place'
  | 'people'
  | 'evidence'
  | 'wish'
  | 'self'
  | 'consent'
  | 'time'
  | 'check';

/** What somebody asks for of their mediator, their room, their time. */
export interface MatterWish {
  womanMediator: boolean;
  /** Code of a room of the zone file; '' none. */
  room: string;
  /** When it suits them, in their own words. */
  time: string;
  words: string;
}

/** Somebody who was offered it and will not take it. */
export interface Pass {
  personId: PersonId;
  why: 'busy' | 'conflict' | 'left';
  at: Instant;
}

/** One police matter has three owners 一警情三推送, each of whom acknowledges it. */
export const pushTargets = ['on_scene', 'responsible', 'centre'] as const;
export type PushTarget = (typeof pushTargets)[number];
export interface PolicePush {
  to: PushTarget;
  personId: PersonId;
  acknowledgedAt: Instant | null;
  /** How often this person was asked for it; missing: once. */
  asked?: number;
}

/** A return visit, 7, 30 and 90 days after the end; no matter is archived before each was made, or a leader heard that it was not. */
export interface FollowUp {
  days: 7 | 30 | 90;
  dueAt: Instant;
  /** Who asked; null: it was answered by a tap of a party, or is still open. */
  byId: PersonId | null;
  at: Instant | null;
  /** Whether it holds, or helped; null: nobody could say. */
  holds: boolean | null;
  /** Nobody made it: the next one fell due, a leader said that none can be made, or it was given up (handlers/dispute/late-visit.ts). */
  missed?: true;
  /** When a leader heard last that nobody had made it; missing: never. */
  leaderAt?: Instant;
  words: string;
}

/** Everything of a matter that nobody without a right may see. Encrypted at rest as one piece; in no log, trace, metric or notice. */
export interface MatterBody {
  /** Of a dispute; null: not said yet, or another kind of matter. */
  about: DisputeKind | null;
  /** What happened, in the teller's own words, in the order in which they came. */
  facts: readonly string[];
  /** What they want to come of it. */
  wants: string;
  /** Key `a` is whoever tells; the others follow. */
  parties: readonly Party[];
  /** What is at stake, as told, in yuan; null: no sum, or not said. */
  sumYuan: number | null;
  /** "六千多": about so much. */
  sumApproximate: boolean;
  /** How many people are concerned; null: not said. */
  people: number | null;
  placeWords: string;
  placeId: PlaceId | null;
  /** The village, estate or part of the zone; '' unknown. */
  area: string;
  wish: MatterWish;
  /** The one that decides on its way, where several were told (`withDanger`, core/matter-danger.ts). */
  danger: Danger | null;
  /** Dangers of other kinds that were told of it too; missing: none. */
  otherDangers?: readonly Danger[];
  /** When the numbers for its dangers were told last; missing: never, or before this was kept. */
  dangerToldAt?: Instant;
  fileIds: readonly FileId[];
  /** Which questions were answered or left out, so that none is asked twice. */
  asked: readonly MatterNeed[];
  /** The codes of the rooms it goes to, nearest first, and why each (codes of reasons; bot/texts names them). */
  route: readonly { room: string; why: readonly string[] }[];
  passes: readonly Pass[];
  /** Of other kinds than disputes: since when whoever has it has done nothing with it, and how often that was said; missing: it was taken only. */
  idle?: { since: Instant; told: number };
  /** Who handed it to whoever has it; null or missing: they took it. */
  handedById?: PersonId | null;
  pushes: readonly PolicePush[];
  /** How often those who lead were told that nobody has taken it, or acknowledged it; missing: never, or somebody did. */
  unanswered?: number;
  /** Who asked not to be written to (他在家，别联系我) and has not written since; missing: nobody. */
  silentFor?: readonly PersonId[];
  sessions: readonly Session[];
  agreement: Agreement | null;
  court: CourtConfirmation | null;
  suspended: { from: MatterState; words: string; at: Instant } | null;
  /** More time, agreed by both sides: until when; what is asked just now, and for the how many-th time (missing: the first). */
  extension: { untilAt: Instant | null; askedDays: number; agreed: readonly PartyKey[]; round?: number } | null;
  followUps: readonly FollowUp[];
  /** Answer to a legal question: with the article and its edition, by a person. */
  answer: { words: string; article: string; edition: string; byId: PersonId; at: Instant } | null;
  endWords: string;
}

/** One private matter. All but `body` is in plain columns and says nothing about what it is about, but its kind. */
export interface Matter {
  id: MatterId;
  /** To say over the phone: `M-2611-0042`. */
  number: string;
  token: Token;
  kind: MatterKind;
  state: MatterState;
  outcome: MatterOutcome | null;
  door: MatterDoor;
  /** Null: told without a name (crime clues), or forgotten. */
  tellerId: PersonId | null;
  /** The direct room in which it is told; null: by page, or without a name. */
  roomId: RoomId | null;
  /** The zone file's room that has it now; '' none yet. */
  roomCode: string;
  /** Which stop of `body.route` that is, from 0; as many as there are stops: all had their time, and nobody took it. */
  stop: number;
  ownerId: PersonId | null;
  /** What the bot asked its teller last; null: nothing is open. */
  need: MatterNeed | null;
  /** Goes first, and is told loudly. */
  urgent: boolean;
  begunAt: Instant;
  reportedAt: Instant | null;
  assignedAt: Instant | null;
  acceptedAt: Instant | null;
  effectiveAt: Instant | null;
  endedAt: Instant | null;
  archivedAt: Instant | null;
  changedAt: Instant;
  /** The next thing that its owner has to do, for lists; null: nothing. */
  dueAt: Instant | null;
  /** When its body is to be forgotten; null: it is still open. */
  forgetAt: Instant | null;
  /** A tombstone: the body is blank and nobody is named any more. */
  forgottenAt: Instant | null;
  body: MatterBody;
}

/** What somebody is to a matter, kept so that rights and "mine" can be looked up. */
export const matterStandings = [
  /** Told it. */
  'teller',
  /** One of its sides, known to the bot. */
  'party',
  /** Has been offered it. */
  'offered',
  /** Takes in for its room, and asks the other side. */
  'desk',
  'owner',
  /** Works with the owner: a joint team, an officer of the three pushes. */
  'co_owner',
] as const;
export type MatterStanding = (typeof matterStandings)[number];
export interface MatterPerson {
  matterId: MatterId;
  personId: PersonId;
  standing: MatterStanding;
}

/** A note of the mediator; what one side said is sealed from the other, and from every side alike. */
export interface MatterNote {
  id: MatterNoteId;
  matterId: MatterId;
  /** Whose side it is about; null: of both. */
  side: PartyKey | null;
  byId: PersonId;
  at: Instant;
  words: string;
}

/** Break-glass: somebody without a right looks, because a second one agreed. Recorded for good. */
export interface Opening {
  id: OpeningId;
  token: Token;
  matterId: MatterId;
  askedById: PersonId;
  askedAt: Instant;
  /** Encrypted at rest. */
  reason: string;
  decidedById: PersonId | null;
  decidedAt: Instant | null;
  agreed: boolean | null;
  /** Until when it is open; null: not agreed to. */
  untilAt: Instant | null;
}

/** The subject under which its trace and its files are kept. */
export function matterSubject(matter: Pick<Matter, 'id'>): `matter:${string}` {
  return `matter:${matter.id}`;
}

/** A body in which nothing has been said yet; also what is left of a forgotten one. */
export const blankBody: MatterBody = {
  about: null,
  facts: [],
  wants: '',
  parties: [],
  sumYuan: null,
  sumApproximate: false,
  people: null,
  placeWords: '',
  placeId: null,
  area: '',
  wish: { womanMediator: false, room: '', time: '', words: '' },
  danger: null,
  fileIds: [],
  asked: [],
  route: [],
  passes: [],
  pushes: [],
  sessions: [],
  agreement: null,
  court: null,
  suspended: null,
  extension: null,
  followUps: [],
  answer: null,
  endWords: '',
};

/** Kinds for which somebody is seen at a time that suits both; disputes find theirs among all sides. */
export function isByAppointment({ kind }: Pick<Matter, 'kind'>): boolean {
  return kind === 'counselling' || kind === 'women_adviser' || kind === 'service_order';
}

/** Over for good or for now: nobody has to do anything but visit. */
export function isOver(matter: Pick<Matter, 'state'>): boolean {
  return matter.state === 'ended' || matter.state === 'performed' || matter.state === 'archived';
}

import type { MatterAnswer } from '../../core/matter-intake.ts';
import type { Worry } from '../../core/matter-worry.ts';
import type { Danger, MatterKind, MatterNeed } from '../../core/matter.ts';

/** While somebody tells, and just after. */
export interface MatterTalkTexts {
  /** First line of every private card; neutral, because phones show it to whoever looks. */
  title(number: string, head: string): string;
  /** The few words behind the number. */
  readonly head: Readonly<
    Record<
      'question' | 'worry' | 'check' | 'resume' | 'filed' | 'dropped' | 'safety' | 'danger' | 'facts' | 'next' | 'news',
      string
    >
  >;
  /** The question; some kinds of matter put it in their own way. `who`: whoever tells speaks for another, or writes down for one. */
  ask(need: MatterNeed, kind: MatterKind, who: 'self' | 'proxy' | 'desk'): string;
  /** Before the question who the other side is, where a sum was the answer to it. */
  readonly sumKept: string;
  /** What somebody asks who is afraid or tired; `told`: how far it is; `danger`: somebody is in danger. */
  worry(
    worry: Worry,
    kind: MatterKind,
    how: { told: 'telling' | 'waiting' | 'taken'; danger: boolean },
  ): readonly string[];
  /** Under the first question. */
  readonly private: string;
  readonly answer: Readonly<Record<Exclude<MatterAnswer, `edit_${string}`>, string>>;
  /** A button under the summary: change this. */
  edit(need: Exclude<MatterNeed, 'check'>): string;
  /** Every question that is left out: what stands in the summary. */
  readonly checkNext: string;
  /** Under the summary of a dispute: handing it in says yes to mediation, which nobody has to. */
  readonly voluntary: string;
  /** The same where somebody else than the side itself hands it in. */
  readonly theirWord: string;
  /** At the desk: it is read out before it is handed in. */
  readonly readOut: string;
  /** How it is kept, in one line. */
  readonly kept: string;
  readonly notSaid: string;
  resume(number: string, hours: number): string;
  /** Who gets it, and what happens next and by when. `room` '' not known. */
  filed(
    kind: MatterKind,
    facts: { room: string; takeMinutes: number; helpMinutes: number; nameless: boolean },
  ): readonly string[];
  /** To the desk: what whoever came takes home. */
  filedDesk(number: string): string;
  /** The same where somebody is in danger: nothing of talks with the other side. */
  readonly filedDanger: readonly string[];
  readonly filedUrgent: string;
  /** The receipt of a clue without a name. */
  receipt(code: string): string;
  readonly receiptHow: string;
  readonly dropped: Readonly<Record<'told' | 'silence', string>>;
  /** What to do first, by danger: short sentences, no blame. */
  readonly safety: Readonly<Record<Danger, readonly string[]>>;
  readonly safetyRing: string;
  safetyLine(name: string, phone: string): string;
  readonly safetyNext: string;
  /** In a group, with a button into the direct chat; `start`: how to begin where there are no links. */
  pointer(why: 'begun' | 'waiting', number: string): string;
  pointerHow(why: 'begun' | 'waiting', number: string): string;
  /** It waited here, and somebody has it now. */
  pointerOver(number: string): string;
  readonly pointerLink: string;
}

/** Labels of facts, in the summary and in `matter_facts`. */
export interface MatterFactTexts {
  /** `希望：把工钱结清`. */
  fact(name: keyof MatterFactTexts['name'], value: string): string;
  readonly name: Readonly<
    Record<
      | 'kind'
      | 'state'
      | 'facts'
      | 'wants'
      | 'sum'
      | 'people'
      | 'place'
      | 'area'
      | 'wish'
      | 'time'
      | 'evidence'
      | 'danger'
      | 'teller'
      | 'owner'
      | 'room'
      | 'consent'
      | 'session'
      | 'record'
      | 'agreed'
      | 'signed'
      | 'court'
      | 'visit'
      | 'notes'
      | 'answer'
      | 'end'
      | 'deadline'
      | 'rest'
      | 'pushes',
      string
    >
  >;
  yuan(sum: number, about: boolean): string;
  people(count: number): string;
  photos(count: number): string;
  /** The kind of what the police wrote down. */
  readonly police: string;
  /** So many pieces were told; what they say is not repeated. */
  pieces(count: number): string;
  readonly womanMediator: string;
  /** `对方：王某 199****1234（12人）`. */
  side(role: string, name: string, phone: string, people: number): string;
  readonly you: string;
  readonly nameless: string;
  proxy(name: string, phone: string, relation: string, agreed: boolean | null): string;
  /** `李梅的妈妈`: whom somebody speaks for, without a name. */
  relative(name: string, relation: string): string;
  readonly consent: Readonly<Record<'asked' | 'yes' | 'no' | 'unreached' | 'none', string>>;
  /** Over what an offer shows, so that nobody wonders where the rest is. */
  readonly offerOnly: string;
  readonly offerDanger: string;
  readonly sideOnly: string;
  readonly looked: string;
  session(n: number, state: string, when: string): string;
  readonly sessionState: Readonly<Record<'proposed' | 'booked' | 'held' | 'missed' | 'cancelled', string>>;
  readonly apart: string;
  absent(sides: readonly string[]): string;
  /** `1. 对方付给申请人 5000 元，11月30日（周一）前`. */
  term(n: number, from: string, to: string, what: string, due: string): string;
  paid(yuan: string, when: string, confirmed: boolean | null): string;
  readonly done: string;
  left(yuan: string): string;
  readonly signature: Readonly<Record<'tap' | 'paper' | 'oral', string>>;
  readonly unsigned: string;
  readonly sealed: string;
  readonly courtState: Readonly<Record<'none' | 'applied' | 'confirmed' | 'rejected', string>>;
  courtUntil(day: string): string;
  visit(days: number, holds: boolean | null, missed: boolean): string;
  note(when: string, side: string | null, words: string): string;
  readonly notLawyer: string;
  source(article: string, edition: string): string;
  readonly acknowledged: string;
  readonly waiting: string;
  readonly page: string;
  readonly forgotten: string;
}

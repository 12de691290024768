import type { Instant } from './clock.ts';
import type { FileId } from './ids.ts';
import type { PartyKey } from './party.ts';

/** One thing that a side promised: a sum by a day, or a deed. An instalment plan is several terms. */
export interface Term {
  /** From 1. */
  n: number;
  /** Who owes. */
  from: PartyKey;
  to: PartyKey;
  /** Null: a deed and no payment. */
  amountYuan: number | null;
  words: string;
  /** ISO date on the zone's calendar; null: at once. */
  dueOn: string | null;
  /** Told by one side and not yet by the other, or confirmed by both or by the owner. */
  payments: readonly Payment[];
  doneAt: Instant | null;
  /** Which reminders went out since it last changed. */
  reminded: readonly ('soon' | 'due' | 'late')[];
}

export interface Payment {
  yuan: number;
  toldBy: PartyKey | 'owner';
  at: Instant;
  /** Null: the other side has not said yet; false in `agreed`: it says that nothing came. */
  confirmedAt: Instant | null;
  agreed: boolean | null;
}

/** How a side put its name under it. `paper`: signed by hand or with a fingerprint, seen by the mediator. */
export interface Signature {
  key: PartyKey;
  how: 'tap' | 'paper' | 'oral';
  at: Instant;
}

/**
 * A mediation agreement (People's Mediation Act, Art. 28–31). `written`: in force from the day on which every side has signed and
 * the mediator has signed and the committee sealed it (Art. 29); `oral`: from the day on which the sides agreed, and the mediator
 * records its content (Art. 28, 30). It binds the sides, who shall perform it (Art. 31).
 */
export interface Agreement {
  form: 'written' | 'oral';
  /** When these terms were written down: what was sent before them asks nobody to sign them. Missing: not known. */
  writtenAt?: Instant;
  /** What it was about, as both say, beside the terms; '' it is written on the paper by hand. Of an oral one: all that was said. */
  facts: string;
  terms: readonly Term[];
  signatures: readonly Signature[];
  /** When the mediator signed and the committee's seal was put under it; null: not yet. */
  sealedAt: Instant | null;
  effectiveAt: Instant | null;
  /** Photos or scans of the signed paper. */
  fileIds: readonly FileId[];
}

/**
 * The joint application for judicial confirmation: both sides together, within thirty days from the day on which the agreement
 * took effect, to the court (Art. 33; Civil Procedure Law 2023, Art. 205–206).
 */
export interface CourtConfirmation {
  /** Last day of the thirty, ISO date on the zone's calendar. */
  lastDay: string;
  /** Which days of the reminders went out. */
  reminded: readonly (7 | 20 | 27)[];
  /** Null: not applied; `none`: the sides said that they do not want it. */
  state: null | 'none' | 'applied' | 'confirmed' | 'rejected';
  appliedAt: Instant | null;
  decidedAt: Instant | null;
}

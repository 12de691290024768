import type { DisputeKind } from '../../core/catalogue.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { Danger, MatterKind, MatterOutcome, MatterState, PushTarget } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { TraceWord } from '../../core/trace.ts';

type MatterTraceWord = Extract<
  TraceWord,
  | `matter_${string}`
  | `session_${string}`
  | `agreement_${string}`
  | `payment_${string}`
  | `data_${string}`
  | 'record_forgotten'
  | 'court_step'
  | 'paper_made'
  | 'consent_given'
  | 'keys_rotated'
>;

/** Which side is meant where no name may be said: who brought it, the other one, or the nth of several. */
export type SideRole = 'applicant' | 'respondent' | 'third';

/** What lists, buttons, words in place of buttons, and the trace call things. */
export interface MatterNames {
  /** Every private notice, to those who may not know what it is. */
  readonly notice: string;
  /** On a button without a value. */
  readonly verb: Readonly<Record<MatterVerb, string>>;
  /** The word to reply with where there are no buttons; no two, of hazards and incidents neither, are the same. */
  readonly word: Readonly<Record<MatterVerb, string>>;
  /** Buttons, and the words in their place, of verbs with one of a few values. */
  readonly choice: {
    readonly matter_consent: Readonly<Record<'yes' | 'no' | 'unreached', string>>;
    readonly matter_start: Readonly<Record<'own', string>>;
    readonly matter_time: Readonly<Record<'none', string>>;
    readonly matter_agree: Readonly<Record<'written' | 'oral', string>>;
    readonly matter_fail: Readonly<Record<'failed' | 'no_contact' | 'handed_on', string>>;
    readonly matter_sign: Readonly<Record<'yes' | 'no' | 'seal', string>>;
    readonly matter_court: Readonly<Record<'applied' | 'confirmed' | 'rejected' | 'none', string>>;
    readonly matter_extend: Readonly<Record<'yes' | 'no', string>>;
    readonly matter_visit: Readonly<Record<'yes' | 'no' | 'none', string>>;
  };
  /** Whom a matter other than a dispute is about: it has no sides. */
  readonly sole: string;
  /** Heads the notes on it. */
  readonly soleNotes: string;
  /** A side by what it is, for buttons and lines that may say no name: 申请人, 对方. */
  readonly side: Readonly<Record<SideRole, string>>;
  /** The same where several sides are alike: 对方C. */
  lettered(side: string, letter: string): string;
  /** A button and a word about a side: 对方愿意. */
  sideSays(side: string, said: 'yes' | 'no' | 'unreached'): string;
  sideAbsent(side: string): string;
  /** A button and a word: whoever was to be seen alone did not come. */
  readonly notMet: string;
  sideSigned(side: string): string;
  /** A button and a word: so many days more. */
  moreDays(days: number): string;
  /** A word that chooses the nth of what is listed: `时间 1`. */
  nth(word: string, n: number): string;
  readonly trace: Readonly<Record<MatterTraceWord, string>>;
  readonly state: Readonly<Record<MatterState, string>>;
  readonly outcome: Readonly<Record<MatterOutcome, string>>;
  readonly danger: Readonly<Record<Danger, string>>;
  readonly push: Readonly<Record<PushTarget, string>>;
  kind(code: MatterKind): string;
  about(code: DisputeKind): string;
  /** At most 20 characters, for a button. */
  aboutLabel(code: DisputeKind): string;
}

/** Every toast and answer of a private matter. */
export type MatterResultTexts = {
  readonly [Kind in MatterResult['kind']]: (result: Extract<MatterResult, { kind: Kind }>) => string;
};

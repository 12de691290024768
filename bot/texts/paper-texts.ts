import type { PaperKind } from '../../core/paper.ts';
import type { Notice } from './web-notice.ts';

/** What stands at the foot of a sheet. */
export interface Foot {
  zone: string;
  /** As it stands above the title. */
  number: string;
  page: string;
  pages: string;
}

/** What is printed on the papers of a mediation; the words follow the Ministry of Justice's forms, in plain language. */
export interface PaperTexts {
  readonly title: Readonly<Record<PaperKind, string>>;
  /** What the file is called: `M-2611-0042 调解协议书`. */
  file(number: string, title: string): string;
  number(number: string): string;
  /** `2026年12月9日`; of an ISO date. */
  date(iso: string): string;
  /** With weekday and time of day. */
  moment(iso: string, clock: string): string;
  yuan(sum: number): string;
  aboutYuan(sum: number): string;
  /** `甲`, `乙`; of a side's key. */
  letter(key: string): string;
  /** `甲方`; of a letter. */
  letteredSide(letter: string): string;
  /** A longer name stands in a table as the side's letter; in characters. */
  readonly longestInTable: number;
  /** `申请人（甲方）`, `被申请人（乙方）`. */
  side(role: 'applicant' | 'respondent' | 'third', letter: string): string;
  people(count: number): string;
  proxy(name: string, relation: string): string;
  readonly label: {
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly kind: string;
    readonly sum: string;
    readonly mediator: string;
    readonly room: string;
    readonly when: string;
    readonly where: string;
    readonly present: string;
    readonly absent: string;
    readonly reportedOn: string;
    readonly acceptedOn: string;
    readonly effectiveOn: string;
    readonly court: string;
    readonly lastDay: string;
    readonly visitor: string;
    readonly holds: string;
    readonly said: string;
    readonly payer: string;
    readonly payee: string;
    readonly amount: string;
    readonly what: string;
    readonly due: string;
    readonly atOnce: string;
    readonly deed: string;
  };
  readonly heading: {
    readonly sides: string;
    readonly facts: string;
    readonly wants: string;
    readonly terms: string;
    readonly record: string;
    readonly request: string;
    readonly rights: string;
    readonly duties: string;
    readonly attachments: string;
    readonly visits: string;
  };
  readonly yes: string;
  readonly no: string;
  readonly notYet: string;
  readonly notVisited: string;
  /** Paragraphs that are the same for every case. */
  readonly applicationPlea: string;
  readonly consentWords: string;
  readonly rightsLead: string;
  readonly rights: readonly string[];
  readonly duties: readonly string[];
  readonly agreementLead: string;
  readonly agreementForce: string;
  agreementCopies(count: number): string;
  readonly oralNote: string;
  confirmationPlea(room: string, date: string): string;
  readonly confirmationPromise: readonly string[];
  readonly attachments: readonly string[];
  readonly readBack: string;
  /** Of talks with one side by itself, on the record that all sign. */
  readonly apartNote: string;
  /** Lines to sign on. */
  readonly signature: string;
  readonly sealed: string;
  readonly signedOn: string;
  readonly draft: string;
  /** The link is too old, or the paper is not for whoever has it. */
  readonly expired: Notice;
  readonly forbidden: Notice;
  /** The number ties a sheet to its paper, also the one that is signed. */
  foot(foot: Foot): string;
}

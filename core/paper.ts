import type { Matter } from './matter.ts';

/**
 * The papers of a mediation: application, notice of rights and duties, consent, record, agreement, application for the court's
 * confirmation, record of visits (after the Ministry of Justice's forms for people's mediation, 司发通〔2010〕239号).
 */
export const paperKinds = ['application', 'rights', 'consent', 'record', 'agreement', 'confirmation', 'visit'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Which papers there is something to fill with by now, in the order in which a mediation needs them. */
export function readyPapers({ state, acceptedAt, body }: Pick<Matter, 'state' | 'acceptedAt' | 'body'>): PaperKind[] {
  if (state === 'telling') return [];
  const ready: Readonly<Record<PaperKind, boolean>> = {
    application: true,
    rights: true,
    consent: true,
    record: acceptedAt !== null && body.sessions.length > 0,
    agreement: body.agreement !== null,
    confirmation: body.agreement !== null && body.agreement.effectiveAt !== null,
    visit: body.followUps.length > 0,
  };
  return paperKinds.filter((kind) => ready[kind]);
}

/** One part of a paper, top to bottom; words are final, in the reader's language. */
export type PaperBlock =
  | { kind: 'heading'; text: string }
  /** An empty value is a line to write on. */
  | { kind: 'field'; label: string; value: string }
  | { kind: 'words'; text: string }
  /** So many lines to write on, from edge to edge. */
  | { kind: 'blank'; lines: number }
  | { kind: 'list'; items: readonly string[] }
  /** `shares` of the width, which add up to 1. */
  | { kind: 'table'; columns: readonly string[]; shares: readonly number[]; rows: readonly (readonly string[])[] }
  /** Who signs, one beside the other; each with a line for the date. */
  | { kind: 'signatures'; who: readonly string[]; date: string };

/** A filled paper, ready to be set as PDF or DOCX. */
export interface Paper {
  language: 'zh' | 'en';
  title: string;
  /** Above the title, to the right. */
  number: string;
  /** Said beside the title when it is not to be signed yet; '' nothing. */
  mark: string;
  blocks: readonly PaperBlock[];
  zone: string;
}

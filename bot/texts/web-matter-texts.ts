import type { MatterKind } from '../../core/matter.ts';
import type { Notice } from './web-notice.ts';

/** What is wrong in a form that came back. */
export type TellFault = 'nothing' | 'too_long' | 'phone' | 'broken';

/** The private pages: telling of something, and a matter's own. */
export interface MatterPageTexts {
  readonly forged: Notice;
  readonly expired: Notice;
  readonly unavailable: string;
  /** Where somebody tells; neutral, because it stands in a browser's history. */
  readonly tellTitle: string;
  tellLead(kind: MatterKind): string;
  /** `wordless`: nothing at all has to be written. */
  tellPrivate(wordless: boolean): string;
  readonly about: string;
  readonly facts: string;
  readonly factsHint: string;
  readonly wants: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherPhone: string;
  readonly third: string;
  readonly sum: string;
  readonly sumHint: string;
  readonly people: string;
  readonly place: string;
  readonly placeHint: string;
  photos(kind: MatterKind): string;
  readonly photosHint: string;
  readonly photoAlt: string;
  readonly wish: string;
  readonly woman: string;
  readonly room: string;
  readonly anyRoom: string;
  readonly time: string;
  readonly timeHint: string;
  readonly self: string;
  readonly selfName: string;
  readonly selfPhone: string;
  readonly nameless: string;
  readonly namelessHint: string;
  readonly desk: string;
  readonly deskHint: string;
  readonly proxyFor: string;
  readonly proxyHint: string;
  readonly optional: string;
  readonly send: string;
  readonly sending: string;
  readonly fault: Readonly<Record<TellFault, string>>;
  filed(number: string): string;
  readonly receiptInChat: string;
  readonly safetyFirst: string;
  /** Before a matter's page shows anything: who stands near by. */
  coverTitle(number: string): string;
  readonly cover: string;
  readonly coverNote: string;
  readonly open: string;
  readonly papers: string;
  readonly papersHint: string;
  readonly actions: string;
  readonly noActions: string;
  readonly say: string;
  readonly sayHint: string;
  readonly note: string;
  readonly noteHint: string;
  readonly noteAbout: string;
  readonly noteBoth: string;
  readonly noteKeep: string;
  /** Who the sides are, and whom else it concerns. */
  readonly name: string;
  readonly nameWho: string;
  readonly nameThird: string;
  readonly nameKeep: string;
  readonly record: string;
  readonly recordHint: string;
  readonly recordKeep: string;
  readonly times: string;
  readonly timesHint: string;
  readonly timesFor: string;
  readonly timesAll: string;
  readonly timesSend: string;
  readonly agreement: string;
  readonly agreementHint: string;
  readonly agreementFacts: string;
  readonly agreementFactsHint: string;
  readonly moreRows: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly due: string;
  readonly what: string;
  readonly row: (n: number) => string;
  readonly written: string;
  readonly oral: string;
  readonly oralFaults: string;
  readonly noTerms: string;
  readonly wrongAmount: string;
  /** Above the button that ends it. */
  readonly withdraw: string;
}

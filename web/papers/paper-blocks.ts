import type { PaperTexts } from '../../bot/texts/paper-texts.ts';
import { disputeKinds } from '../../core/catalogue.ts';
import { invited } from '../../core/dispute.ts';
import type { Language } from '../../core/message.ts';
import type { Matter } from '../../core/matter.ts';
import type { PaperBlock } from '../../core/paper.ts';
import { partyOf, takesPart, type Party, type PartyKey } from '../../core/party.ts';
import { zoneTime } from '../../core/zone-time.ts';

/** What a paper is filled from. */
export interface PaperFacts {
  matter: Matter;
  /** As people are told it; '' none yet. */
  roomName: string;
  mediatorName: string;
  zoneName: string;
  timeZone: string;
  language: Language;
}

/** A paper is being filled: its facts, and the words in the reader's language. */
export interface Filling extends PaperFacts {
  words: PaperTexts;
}

/** So much room for what nobody said yet. */
const blankLines = 3;

/** Somebody's words, or room for them. */
export function written(text: string): PaperBlock {
  return text.trim() === '' ? { kind: 'blank', lines: blankLines } : { kind: 'words', text };
}

/** A label with its value, or room for it. */
export function field(label: string, value: string): PaperBlock {
  return { kind: 'field', label, value };
}

/** The sides on a paper: once it is accepted those who take part. */
function sidesOf({ acceptedAt, body }: Matter): readonly Party[] {
  return acceptedAt === null ? body.parties : body.parties.filter(takesPart);
}

/** Who signs of the sides. */
export function keys(matter: Matter): PartyKey[] {
  return sidesOf(matter).map(({ key }) => key);
}

/** A day in words; '' where there is none yet. */
export function dayOf({ words, timeZone }: Filling, at: number | null): string {
  return at === null ? '' : words.date(zoneTime(at, timeZone).date);
}

function nameOf({ words }: Filling, party: Party): string {
  const many = party.people > 1 ? [words.people(party.people)] : [];
  const { proxy } = party;
  // Whom the side does not want to speak for it stands on no paper.
  return [
    party.name,
    ...many,
    ...(proxy === null || proxy.agreed === false ? [] : [words.proxy(proxy.name, proxy.relation)]),
  ]
    .filter((part) => part !== '')
    .join('　');
}

/** Confirmation is applied for by all together (Civil Procedure Law 2023, Art. 205), so each is an applicant. */
export function together(matter: Matter): Matter {
  const parties = matter.body.parties.filter(takesPart).map((party): Party => ({ ...party, role: 'applicant' }));
  return { ...matter, body: { ...matter.body, parties } };
}

/** Each side with its phone, and room for its address; `as`: the matter as this paper sees it. */
export function sides(filling: Filling, as = (matter: Matter): Matter => matter): PaperBlock[] {
  const { words, matter } = filling;
  return [
    { kind: 'heading', text: words.heading.sides },
    ...sidesOf(as(matter)).flatMap((party): PaperBlock[] => [
      field(words.side(party.role, words.letter(party.key)), nameOf(filling, party)),
      field(words.label.phone, party.phone),
      field(words.label.address, ''),
    ]),
  ];
}

/** What it is about, and the sum. */
export function dispute({ matter, words, language }: Filling): PaperBlock[] {
  const { about, sumYuan, sumApproximate } = matter.body;
  const kind = disputeKinds.find(({ code }) => code === about);
  const sum = sumYuan === null ? '' : sumApproximate ? words.aboutYuan(sumYuan) : words.yuan(sumYuan);
  return [field(words.label.kind, kind?.[language] ?? ''), ...(sum === '' ? [] : [field(words.label.sum, sum)])];
}

/** The mediator's words of what happened and what was agreed; never what one side told before. */
export function terms(filling: Filling): PaperBlock[] {
  const { words, matter } = filling;
  const { agreement, parties } = matter.body;
  if (agreement === null) return [];
  const called = (key: PartyKey): string => {
    const name = partyOf(parties, key)?.name ?? '';
    return name === '' || name.length > words.longestInTable ? words.letteredSide(words.letter(key)) : name;
  };
  const { label } = words;
  const table: PaperBlock = {
    kind: 'table',
    columns: ['', label.payer, label.payee, label.amount, label.due, label.what],
    shares: [0.06, 0.17, 0.17, 0.15, 0.19, 0.26],
    rows: agreement.terms.map(({ n, from, to, amountYuan, dueOn, words: what }) => [
      String(n),
      called(from),
      called(to),
      amountYuan === null ? label.deed : words.yuan(amountYuan),
      dueOn === null ? label.atOnce : words.date(dueOn),
      what,
    ]),
  };
  return [
    { kind: 'heading', text: words.heading.facts },
    written(agreement.facts),
    { kind: 'heading', text: words.heading.terms },
    { kind: 'words', text: agreement.form === 'oral' ? words.oralNote : words.agreementLead },
    ...(agreement.terms.length === 0 ? [] : [table]),
    ...(agreement.form === 'oral'
      ? []
      : [
          { kind: 'words', text: words.agreementForce } as const,
          { kind: 'words', text: words.agreementCopies(sidesOf(matter).length + 1) } as const,
        ]),
    field(words.label.effectiveOn, dayOf(filling, agreement.effectiveAt)),
  ];
}

/** What one side said by itself stands on no paper that all read and sign; that there were such talks is said. */
export function sessions(filling: Filling): PaperBlock[] {
  const { words, matter, timeZone } = filling;
  const names = (of: readonly Party[]): string => of.map(({ name }) => name).join('、');
  const over = matter.body.sessions.filter(({ state }) => state === 'held' || state === 'missed');
  const joint = over.filter(({ form }) => form === 'joint');
  return [
    ...joint.flatMap((session): PaperBlock[] => {
      const at = session.startsAt === null ? null : zoneTime(session.startsAt, timeZone);
      const asked = invited(session, matter.body.parties);
      const absent = asked.filter(({ key }) => session.absent.includes(key));
      const present = asked.filter(({ key }) => !session.absent.includes(key));
      return [
        { kind: 'heading', text: `${words.heading.record} ${String(session.n)}` },
        field(words.label.when, at === null ? '' : words.moment(at.date, at.clock)),
        field(words.label.where, session.placeWords),
        field(words.label.present, names(present)),
        ...(absent.length === 0 ? [] : [field(words.label.absent, names(absent))]),
        ...(session.state === 'missed' && session.record === '' ? [] : [written(session.record)]),
      ];
    }),
    ...(joint.length === over.length ? [] : [{ kind: 'words', text: words.apartNote } as const]),
  ];
}

/** Until when the court takes the application. */
export function lastDay({ matter, words }: Filling): string {
  const day = matter.body.court?.lastDay;
  return day === undefined ? '' : words.date(day);
}

/** What was said at each return visit. */
export function visits(filling: Filling): PaperBlock[] {
  const { words, matter } = filling;
  const said = (holds: boolean | null): string => (holds === null ? '' : holds ? words.yes : words.no);
  return [
    { kind: 'heading', text: words.heading.visits },
    {
      kind: 'table',
      columns: [words.label.when, words.label.holds, words.label.said],
      shares: [0.28, 0.28, 0.44],
      rows: matter.body.followUps.map(({ dueAt, at, holds, missed, words: told }) => [
        dayOf(filling, at ?? dueAt),
        at === null ? words.notYet : missed === true ? words.notVisited : said(holds),
        told,
      ]),
    },
  ];
}

/** Sides in order, then who signs beside them. */
export function signatures({ words, matter }: Filling, of: readonly PartyKey[], ...others: string[]): PaperBlock {
  const named = of.map((key) => {
    const party = partyOf(matter.body.parties, key);
    return party === undefined ? key : words.side(party.role, words.letter(key));
  });
  return { kind: 'signatures', who: [...named, ...others], date: words.signedOn };
}

import { leftOf } from '../../core/agreement-steps.ts';
import type { Agreement, Term } from '../../core/agreement.ts';
import type { CardLine } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import { fact } from './matter-fact-lines.ts';
import { sideNamed, type MatterShown } from './matter-shown.ts';
import { dateSaid, daySaid } from './matter-when.ts';
import { clip, line, type Presenting } from './presenting.ts';

const termLength = 200;
const factsLength = 600;

/** A side by its name, else by what it is; the reader is "you". */
function who(key: string, { matter, side }: MatterShown, { texts }: Presenting): string {
  const { parties } = matter.body;
  if (key === side) return texts.matter.fact.you;
  const party = partyOf(parties, key);
  if (party === undefined) return key;
  return party.name === '' ? sideNamed(party, parties, texts) : clip(party.name, 40);
}

/** One promise, what was paid of it, and what is left. */
export function termLines(term: Term, shown: MatterShown, presenting: Presenting): CardLine[] {
  const words = presenting.texts.matter.fact;
  const what =
    term.amountYuan === null
      ? clip(term.words, termLength)
      : [words.yuan(term.amountYuan, false), clip(term.words, termLength)].filter((part) => part !== '').join(' · ');
  const due = term.dueOn === null ? '' : dateSaid(term.dueOn, presenting);
  const left = leftOf(term);
  return [
    ...line(
      words.term(term.n, who(term.from, shown, presenting), who(term.to, shown, presenting), what, due),
      'hidden',
    ),
    ...term.payments.flatMap(({ yuan, at, agreed }) =>
      term.amountYuan === null
        ? []
        : line(words.paid(words.yuan(yuan, false), daySaid(at, presenting), agreed), 'hidden'),
    ),
    ...line(
      term.doneAt !== null
        ? words.done
        : left > 0 && left < (term.amountYuan ?? 0)
          ? words.left(words.yuan(left, false))
          : null,
      'hidden',
    ),
  ];
}

function signatureLines(agreement: Agreement, shown: MatterShown, presenting: Presenting): CardLine[] {
  const words = presenting.texts.matter.fact;
  const names = shown.matter.body.parties.map(({ key }) => {
    const signature = agreement.signatures.find((one) => one.key === key);
    return `${who(key, shown, presenting)} ${signature === undefined ? words.unsigned : words.signature[signature.how]}`;
  });
  const sealed = agreement.sealedAt === null ? [] : [words.sealed];
  return agreement.form === 'oral' ? [] : fact('signed', presenting.texts.name.list([...names, ...sealed]), presenting);
}

/** What was agreed, who has signed, and how the court stands: both sides share it. */
export function agreementLines(shown: MatterShown, presenting: Presenting): CardLine[] {
  const { agreement, court } = shown.matter.body;
  if (agreement === null) return [];
  const words = presenting.texts.matter.fact;
  const state =
    court === null
      ? ''
      : court.state === null
        ? words.courtUntil(dateSaid(court.lastDay, presenting))
        : words.courtState[court.state];
  return [
    ...fact(
      'agreed',
      presenting.texts.matter.outcome[agreement.form === 'oral' ? 'agreed_oral' : 'agreed_written'],
      presenting,
    ),
    // What binds the sides beside the terms is theirs to read before they sign.
    ...(agreement.form === 'oral' ? [] : line(clip(agreement.facts, factsLength), 'hidden')),
    ...agreement.terms.flatMap((term) => termLines(term, shown, presenting)),
    ...signatureLines(agreement, shown, presenting),
    ...fact('court', state, presenting),
  ];
}

import { canStep } from '../../core/dispute.ts';
import { isOver, type MatterOutcome } from '../../core/matter.ts';
import type { Card } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import type { NoticeOf } from './drawing.ts';
import { allowedRows, matterButton, privateCard, type MatterShown } from './matter-shown.ts';
import { line, type Presenting } from './presenting.ts';

/** Side: do you agree to mediation? Nobody is told here who asks, or about what: that comes by a tap. */
export function matterConsent(
  shown: MatterShown,
  { side }: NoticeOf<'matter_consent'>,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  const party = partyOf(matter.body.parties, side);
  if (party === undefined) return null;
  const { texts } = presenting;
  const words = texts.matter.toSide;
  const { matter_consent: label } = texts.matter.choice;
  const { consent } = party;
  const said = consent === 'yes' || consent === 'no' ? consent : null;
  const open = said === null && canStep(matter, 'note_consent');
  const yes = matterButton(texts, 'matter_consent', matter.token, { value: 'yes', label: label.yes });
  const no = matterButton(texts, 'matter_consent', matter.token, { value: 'no', label: label.no });
  const changed = said === 'no' ? [[yes]] : said === 'yes' && canStep(matter, 'note_consent') ? [[no]] : [];
  return privateCard(matter, open ? 'question' : 'news', presenting, {
    lines:
      said === null && isOver(matter)
        ? line(words.consentOver)
        : said === null
          ? [...words.consent(side !== 'a').flatMap((one) => line(one)), ...line(words.consentNote, 'quiet')]
          : line(words.consentSaid(said)),
    actions: allowedRows(shown, [
      [matterButton(texts, 'matter_look', matter.token)],
      ...(open ? [[yes, no]] : changed),
    ]),
  });
}

/** Said 算了 of what was handed in: nothing stops by a word that people say so easily, and a tap is all that it takes. */
export function matterStop(shown: MatterShown, presenting: Presenting): Card | null {
  const { matter } = shown;
  if (!canStep(matter, 'withdraw')) return null;
  const { texts } = presenting;
  return privateCard(matter, 'question', presenting, {
    lines: texts.matter.toSide.stop.flatMap((one) => line(one)),
    actions: allowedRows(shown, [[matterButton(texts, 'matter_withdraw', matter.token)]]),
  });
}

/** One line for each turn; an agreement can be read by a tap. */
export function matterTurn(shown: MatterShown, { turn }: NoticeOf<'matter_turn'>, presenting: Presenting): Card {
  const { matter } = shown;
  const { texts } = presenting;
  const words =
    turn === 'taken' && matter.kind !== 'dispute' ? texts.matter.toSide.takenOther : texts.matter.toSide.turn[turn];
  return privateCard(matter, 'news', presenting, {
    lines: line(words),
    actions: allowedRows(shown, [[matterButton(texts, 'matter_look', matter.token)]]),
  });
}

/** Ends after which somebody may want to go another way. */
const withWays: ReadonlySet<MatterOutcome> = new Set<MatterOutcome>(['failed', 'refused', 'withdrawn', 'no_contact']);

/** It is over; which other ways there are says what it was about, so they are covered. */
export function matterEnded(shown: MatterShown, { outcome }: NoticeOf<'matter_ended'>, presenting: Presenting): Card {
  const { matter } = shown;
  const { texts } = presenting;
  const { toSide, other } = texts.matter;
  const ways = matter.kind === 'dispute' && withWays.has(outcome) ? other.ways(matter.body.about) : [];
  return privateCard(matter, 'news', presenting, {
    lines: [
      ...line(toSide.ended(outcome)),
      ...line(ways.length === 0 ? null : toSide.waysTitle, 'strong'),
      ...ways.flatMap((way) => line(`· ${way}`, 'hidden')),
      ...line(matter.kind === 'dispute' ? toSide.again : null),
    ],
  });
}

/** A legal question is answered; the answer comes by a tap. */
export function matterAnswered(shown: MatterShown, presenting: Presenting): Card {
  const { texts } = presenting;
  return privateCard(shown.matter, 'news', presenting, {
    lines: [...line(texts.matter.toSide.answered), ...line(texts.matter.fact.notLawyer, 'quiet')],
    actions: allowedRows(shown, [[matterButton(texts, 'matter_look', shown.matter.token, { style: 'primary' })]]),
  });
}

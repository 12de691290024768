import { canStep, mediationEndsAt } from '../../core/dispute.ts';
import type { MatterNote } from '../../core/matter.ts';
import type { Card, CardLine } from '../../core/message.ts';
import { partyOf } from '../../core/party.ts';
import { matterSight, mayReadNotes } from '../../core/matter-permission.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { agreementLines } from './matter-agreement-lines.ts';
import { fact, factLines, type Sight } from './matter-fact-lines.ts';
import {
  allowedRows,
  matterButton,
  privateCard,
  roomNamed,
  partyNamed,
  sideNamed,
  type MatterShown,
} from './matter-shown.ts';
import { daySaid, timeSaid } from './matter-when.ts';
import { clip, line, type Presenting } from './presenting.ts';

const wordsLength = 600;

/** Meetings; what was said there is the mediators'. A talk with one side alone does not show to another. */
function sessionLines({ matter, side }: MatterShown, sight: Sight, presenting: Presenting): CardLine[] {
  const { texts } = presenting;
  const words = texts.matter.fact;
  const { parties } = matter.body;
  const seen = matter.body.sessions.filter((one) => sight === 'work' || one.side === undefined || one.side === side);
  return seen.flatMap((session) => {
    const when = session.startsAt === null ? '' : timeSaid(session.startsAt, presenting);
    const absent = session.absent.flatMap((key) => {
      const party = partyOf(parties, key);
      return party === undefined ? [] : sideNamed(party, parties, texts);
    });
    const text = [
      words.session(session.n, words.sessionState[session.state], when),
      session.state === 'booked' ? session.placeWords : '',
      session.form === 'apart' ? words.apart : '',
      absent.length === 0 || sight !== 'work' ? '' : words.absent(absent),
    ];
    return [
      ...fact('session', text.filter((part) => part !== '').join(' · '), presenting),
      ...(sight === 'work' ? fact('record', clip(session.record, wordsLength), presenting) : []),
    ];
  });
}

function noteLines(notes: readonly MatterNote[], { matter }: MatterShown, presenting: Presenting): CardLine[] {
  const { texts } = presenting;
  const { parties } = matter.body;
  if (notes.length === 0) return [];
  return [
    ...line(matter.kind === 'dispute' ? texts.matter.fact.name.notes : texts.matter.soleNotes, 'strong'),
    ...notes.flatMap(({ side, at, words }) => {
      const party = side === null ? undefined : partyOf(parties, side);
      const name = party === undefined ? null : partyNamed(matter, party, texts);
      return line(texts.matter.fact.note(daySaid(at, presenting), name, clip(words, wordsLength)), 'hidden');
    }),
  ];
}

function answerLines({ matter }: MatterShown, presenting: Presenting): CardLine[] {
  const { answer } = matter.body;
  if (answer === null) return [];
  const words = presenting.texts.matter.fact;
  return [
    ...fact('answer', clip(answer.words, 1_500), presenting),
    ...line(words.source(answer.article, answer.edition), 'hidden'),
    ...line(words.notLawyer, 'quiet'),
  ];
}

/** How it stands and who has it; for a side as much as it has to know to reach them. */
function stateLines(shown: MatterShown, presenting: Presenting): CardLine[] {
  const { matter, owner, rules } = shown;
  const words = presenting.texts.matter;
  const place = roomNamed(matter.roomCode, rules);
  const room = rules.rooms.find(({ code }) => code === matter.roomCode);
  const mediates = matter.kind === 'dispute' && canStep(matter, 'extend');
  const ends = mediates ? mediationEndsAt(matter, rules.mediationDays, presenting.timeZone) : null;
  return [
    ...fact('state', words.state[matter.state], presenting),
    ...fact('owner', owner === null ? '' : spokenName(owner), presenting),
    ...fact('room', [place, room?.phone ?? ''].filter((part) => part !== '').join(' '), presenting),
    ...(ends === null ? [] : fact('deadline', daySaid(ends - 1, presenting), presenting)),
    ...(matter.outcome === null ? [] : fact('end', words.outcome[matter.outcome], presenting)),
  ];
}

function workLines(shown: MatterShown, presenting: Presenting): CardLine[] {
  const { matter } = shown;
  const { suspended, pushes, followUps, endWords } = matter.body;
  const words = presenting.texts.matter;
  return [
    ...fact('rest', suspended === null ? '' : clip(suspended.words, 200), presenting),
    ...pushes.flatMap(({ to, acknowledgedAt }) =>
      fact(
        'pushes',
        `${words.push[to]} ${acknowledgedAt === null ? words.fact.waiting : words.fact.acknowledged}`,
        presenting,
      ),
    ),
    ...followUps
      .filter(({ at }) => at !== null)
      .flatMap((visit) =>
        fact(
          'visit',
          [words.fact.visit(visit.days, visit.holds, visit.missed === true), clip(visit.words, 200)]
            .filter(Boolean)
            .join(' '),
          presenting,
        ),
      ),
    ...fact('end', clip(endWords, 200), presenting),
  ];
}

/**
 * Everything that its reader may see, because they asked for it: covered, silent, not to be passed on. Whoever is offered it sees
 * who the sides are and not what happened; a side sees what the sides share and its own words. Null: they may see nothing.
 */
export function matterFacts(
  shown: MatterShown,
  notes: readonly MatterNote[],
  page: string | null,
  presenting: Presenting,
): Card | null {
  const sight = matterSight(shown.rights);
  if (sight === 'none') return null;
  const { matter } = shown;
  const { texts } = presenting;
  const words = texts.matter.fact;
  const telling = matter.state === 'telling';
  const shares =
    sight === 'offer' || shown.rights.has('asked')
      ? []
      : [...sessionLines(shown, sight, presenting), ...agreementLines(shown, presenting)];
  const hint =
    sight === 'offer'
      ? words.offerOnly
      : sight === 'side' && matter.kind === 'dispute' && !telling
        ? words.sideOnly
        : null;
  return privateCard(matter, 'facts', presenting, {
    lines: [
      ...line(matter.forgottenAt === null ? words.looked : words.forgotten, 'quiet'),
      ...line(matter.body.danger !== null && sight === 'offer' ? words.offerDanger : null, 'warning'),
      ...(telling || matter.forgottenAt !== null ? [] : sight === 'offer' ? [] : stateLines(shown, presenting)),
      ...(matter.forgottenAt === null ? factLines(shown, telling ? 'told' : sight, presenting) : []),
      ...shares,
      ...answerLines(shown, presenting),
      ...(sight === 'work' ? workLines(shown, presenting) : []),
      ...(sight === 'work' && mayReadNotes(shown.rights) ? noteLines(notes, shown, presenting) : []),
      ...line(hint, 'quiet'),
    ],
    actions: allowedRows(shown, factButtons(shown, sight, presenting)),
    links: page === null ? [] : [{ url: page, label: words.page }],
  });
}

/** Under an offer's facts the answer to it, so that nobody has to look for the question again. */
function factButtons({ matter }: MatterShown, sight: Sight, { texts }: Presenting) {
  if (matter.ownerId !== null || (sight !== 'offer' && sight !== 'work')) return [];
  const make = (verb: 'matter_take' | 'matter_pass' | 'matter_conflict') => matterButton(texts, verb, matter.token);
  return [[make('matter_take'), make('matter_pass')], [make('matter_conflict')]];
}

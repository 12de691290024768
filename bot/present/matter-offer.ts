import { dangersOf } from '../../core/matter-danger.ts';
import { minutesToTake } from '../../core/matter-time.ts';
import { isLastWord } from '../../core/matter-unanswered.ts';
import { isOver } from '../../core/matter.ts';
import type { Card, CardAction } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { sideOf } from '../../core/dispute.ts';
import { partyOf } from '../../core/party.ts';
import { mayOnMatter } from '../../core/matter-permission.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { mayMediate, mayTakeUnanswered } from '../../handlers/matter/matter-room.ts';
import type { NoticeOf } from './drawing.ts';
import { allowedRows, matterButton, partyNamed, privateCard, type MatterShown } from './matter-shown.ts';
import { line, type Presenting } from './presenting.ts';

/** Who has it now. */
function takenWords({ owner, reader }: MatterShown, presenting: Presenting): string {
  const words = presenting.texts.matter.work;
  const own = owner !== null && owner.id === reader?.id;
  return owner === null ? words.offerOver : own ? words.takenByYou : words.takenBy(spokenName(owner));
}

/** Who has it now, instead of the question. */
function takenCard(shown: MatterShown, presenting: Presenting): Card {
  return privateCard(shown.matter, 'next', presenting, { lines: line(takenWords(shown, presenting)) });
}

function answers(shown: MatterShown, { texts }: Presenting, urgent: boolean): CardAction[][] {
  const { token } = shown.matter;
  const look = matterButton(texts, 'matter_look', token);
  const take = matterButton(texts, 'matter_take', token, { style: urgent ? 'danger' : 'primary' });
  const pass = [matterButton(texts, 'matter_pass', token), matterButton(texts, 'matter_conflict', token)];
  return allowedRows(shown, [[look, take], pass]);
}

/** Take it? What it is about comes by a tap, and never by itself. */
export function matterOffer(shown: MatterShown, presenting: Presenting): Card {
  const { matter, rules } = shown;
  // Or it has gone on to others, or the reader passed.
  const theirs = mayOnMatter(shown.rights, 'matter_take');
  if (matter.ownerId !== null || isOver(matter) || !theirs) return takenCard(shown, presenting);
  const words = presenting.texts.matter.work;
  return privateCard(matter, 'next', presenting, {
    lines: [
      ...line(matter.urgent ? words.offerUrgent : null, 'strong'),
      ...line(words.offer),
      ...line(words.offerConflict(matter.kind)),
      ...line(
        words.offerUntil(minutesToTake(rules, matter), matter.kind, matter.stop >= matter.body.route.length - 1),
        'quiet',
      ),
    ],
    actions: answers(shown, presenting, matter.urgent),
    loud: matter.urgent,
  });
}

/** Somebody is in danger: the number and the kind of danger, until they look. Of a matter that somebody has, also who has it. */
export function matterDanger(shown: MatterShown, notice: NoticeOf<'matter_danger'>, presenting: Presenting): Card {
  const { matter } = shown;
  const has = matter.ownerId !== null;
  if (has && (notice.later !== true || isOver(matter))) return takenCard(shown, presenting);
  const words = presenting.texts.matter;
  const dangers = notice.dangers ?? dangersOf(matter.body);
  const named = presenting.texts.name.list(dangers.map((danger) => words.danger[danger]));
  const what = named === '' ? words.talk.head.danger : named;
  return privateCard(matter, 'danger', presenting, {
    lines: [
      ...line(has ? words.work.dangerLater(what) : words.work.danger(what), 'warning'),
      ...line(words.work.dangerNext),
      ...line(has ? takenWords(shown, presenting) : null, 'quiet'),
    ],
    actions: has
      ? allowedRows(shown, [[matterButton(presenting.texts, 'matter_look', matter.token)]])
      : answers(shown, presenting, true),
    loud: true,
  });
}

/** So many names with a button each are enough on a phone. */
const buttonsFor = 4;

/** Nobody has taken it: who was asked, to ring them, and to hand it to whoever says yes. */
export function matterUnanswered(shown: MatterShown, asked: readonly Person[], presenting: Presenting): Card {
  const { matter, reader, rights } = shown;
  const silent = matter.body.pushes.some(({ acknowledgedAt }) => acknowledgedAt === null);
  if (isOver(matter) || (matter.ownerId !== null && !silent)) return takenCard(shown, presenting);
  const { texts } = presenting;
  const words = texts.matter.work;
  const free = matter.ownerId === null;
  const takes = free && reader !== null && (mayOnMatter(rights, 'matter_take') || mayTakeUnanswered(reader, matter));
  const assigns = free && mayOnMatter(rights, 'matter_assign');
  const take = matterButton(texts, 'matter_take', matter.token);
  const named = asked.map((person) => [spokenName(person), person.phone].filter(Boolean).join(' '));
  return privateCard(matter, 'next', presenting, {
    lines: [
      ...line(matter.urgent ? words.offerUrgent : null, 'strong'),
      ...line(silent ? words.pushSilent(named) : words.unanswered(named)),
      ...line(silent ? null : words.unansweredNext(takes)),
      ...line(isLastWord(matter) ? words.unansweredLast : null, 'strong'),
      ...line(assigns ? words.assignHow(matter.number) : null, 'quiet'),
    ],
    actions: [
      ...allowedRows(shown, [[matterButton(texts, 'matter_look', matter.token)]]),
      ...(takes ? [[take]] : []),
      ...(assigns ? assignRows(shown, asked, presenting) : []),
      ...allowedRows(shown, [[matterButton(texts, 'matter_step_up', matter.token)]]),
    ],
    loud: matter.urgent,
  });
}

/** Those of them to whom it can be handed. */
function assignRows({ matter, reader }: MatterShown, asked: readonly Person[], { texts }: Presenting): CardAction[][] {
  const able = asked.filter((person) => person.id !== reader?.id && mayMediate(person, matter)).slice(0, buttonsFor);
  return able.map((person) => [
    matterButton(texts, 'matter_assign', matter.token, {
      value: person.id,
      label: texts.matter.work.giveTo(spokenName(person)),
    }),
  ]);
}

/** Nothing reaches somebody: a side by its role alone, whose number stands inside; a mediator by name and number. */
export function matterUnreached(shown: MatterShown, person: Person | null, presenting: Presenting): Card | null {
  const { matter } = shown;
  if (person === null) return null;
  const { texts } = presenting;
  const words = texts.matter.work;
  const key = sideOf(matter, person.id);
  const party = key === null ? undefined : partyOf(matter.body.parties, key);
  const role = party === undefined ? null : partyNamed(matter, party, texts);
  const told = matter.tellerId === person.id ? partyNamed(matter, { key: 'a', role: 'applicant' }, texts) : null;
  const side = role ?? told;
  const who = [spokenName(person), person.phone].filter(Boolean).join(' ');
  return privateCard(matter, 'next', presenting, {
    lines: line(side === null ? words.unreachedMediator(who) : words.unreachedSide(side)),
    actions: allowedRows(shown, [[matterButton(texts, 'matter_look', matter.token)]]),
  });
}

/** One of the three of a police matter. */
export function matterPush(shown: MatterShown, { to }: NoticeOf<'matter_push'>, presenting: Presenting): Card {
  const { matter, reader } = shown;
  const { texts } = presenting;
  const words = texts.matter.work;
  const own = matter.body.pushes.find((push) => push.to === to && push.personId === reader?.id);
  const done = own !== undefined && own.acknowledgedAt !== null;
  const look = matterButton(texts, 'matter_look', matter.token);
  const ack = matterButton(texts, 'matter_ack', matter.token, { style: 'primary' });
  return privateCard(matter, 'next', presenting, {
    lines: [...line(words.push(to)), ...line(done ? words.acknowledged : words.pushNext)],
    actions: allowedRows(shown, [done ? [look] : [look, ack]]),
    loud: !done,
  });
}

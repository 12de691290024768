import { disputeKinds } from '../../core/catalogue.ts';
import { isOver, type Danger, type Matter, type MatterNeed } from '../../core/matter.ts';
import { partyOf } from '../../core/party.ts';
import { answersOf, canSkip, editedNeed } from '../../core/matter-intake.ts';
import type { Worry } from '../../core/matter-worry.ts';
import type { Card, CardAction, CardLine } from '../../core/message.ts';
import type { PrivateRules } from '../../core/zone/private-rules.ts';
import type { NoticeOf } from './drawing.ts';
import { factLines } from './matter-fact-lines.ts';
import { allowedRows, matterButton, privateCard, roomNamed, type MatterShown } from './matter-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';
import { safetyLines, safetySteps } from './safety-lines.ts';

/** Buttons in rows of so many. */
function inRows(actions: readonly CardAction[], size: number): CardAction[][] {
  return Array.from({ length: Math.ceil(actions.length / size) }, (_, n) => actions.slice(n * size, (n + 1) * size));
}

function choices({ matter }: MatterShown, need: MatterNeed, { texts }: Presenting): CardAction[][] {
  const words = texts.matter;
  if (need === 'about') {
    const kinds = disputeKinds.map(({ code }) =>
      matterButton(texts, 'matter_about', matter.token, { value: code, label: words.aboutLabel(code) }),
    );
    return inRows(kinds, texts.language === 'zh' ? 3 : 2);
  }
  const answers = answersOf(matter, need).map((value) => {
    const edited = editedNeed(value);
    const label =
      edited === null ? words.talk.answer[value as keyof typeof words.talk.answer] : words.talk.edit(edited);
    return matterButton(texts, 'matter_answer', matter.token, { value, label });
  });
  return inRows(answers, 2);
}

/** Whether whoever tells is the side itself. */
function spokenFor({ door, body }: Matter): 'self' | 'proxy' | 'desk' {
  if (door === 'desk') return 'desk';
  return (partyOf(body.parties, 'a')?.proxy ?? null) === null ? 'self' : 'proxy';
}

/** Whether handing it in says yes to mediation: as `fileMatter` takes it. */
function agreesItself({ door, body }: Matter): boolean {
  const proxy = partyOf(body.parties, 'a')?.proxy ?? null;
  return door !== 'desk' && (proxy === null || proxy.agreed === true);
}

/**
 * The next question, with what can be tapped; under the last one everything that was told, covered.
 * @param page where all of it can be told at once, offered with the first question; null: there is none
 */
export function matterAsk(
  shown: MatterShown,
  { need, again, worry }: NoticeOf<'matter_ask'>,
  page: string | null,
  presenting: Presenting,
): Card | null {
  const { matter } = shown;
  if (matter.state !== 'telling' || matter.need !== need) return null;
  const { texts } = presenting;
  const { talk } = texts.matter;
  const check = need === 'check';
  // The question that is asked first is among those that were asked by now.
  const first = !check && matter.body.asked.length <= 1;
  const skip = canSkip(need, matter)
    ? [matterButton(texts, 'matter_skip', matter.token, { value: need, label: texts.matter.verb.matter_skip })]
    : [];
  const file = matterButton(texts, 'matter_file', matter.token, { style: 'primary' });
  const drop = matterButton(texts, 'matter_drop', matter.token);
  return privateCard(matter, check ? 'check' : 'question', presenting, {
    lines: [
      ...(worry === undefined ? [] : calmLines(shown, worry, presenting)),
      ...line(again === true && (need === 'other_side' || need === 'people') ? talk.sumKept : null),
      ...line(talk.ask(need, matter.kind, spokenFor(matter)), 'strong'),
      ...(check
        ? [...factLines(shown, 'told', presenting), ...line(matter.door === 'desk' ? talk.readOut : talk.checkNext)]
        : []),
      ...line(check && matter.kind === 'dispute' ? (agreesItself(matter) ? talk.voluntary : talk.theirWord) : null),
      ...line(check ? talk.kept : null, 'quiet'),
      ...line(first ? talk.private : null, 'quiet'),
    ],
    links: first && page !== null ? [{ url: page, label: texts.matter.list.linkLabel.tell }] : [],
    actions: allowedRows(shown, [...(check ? [[file]] : []), ...choices(shown, need, presenting), [...skip, drop]]),
  });
}

/** What whoever is worried wants to know, by how the matter stands. */
function calmLines({ matter }: MatterShown, worry: Worry, { texts }: Presenting): CardLine[] {
  const { state, kind, ownerId, body } = matter;
  const told = state === 'telling' ? 'telling' : ownerId === null ? 'waiting' : 'taken';
  return texts.matter.talk.worry(worry, kind, { told, danger: body.danger !== null }).flatMap((one) => line(one));
}

/** The same without a question below it. */
export function matterWorry(shown: MatterShown, { worry }: NoticeOf<'matter_worry'>, presenting: Presenting): Card {
  return privateCard(shown.matter, 'worry', presenting, { lines: calmLines(shown, worry, presenting) });
}

/** Still there? */
export function matterResume(shown: MatterShown, page: string | null, presenting: Presenting): Card | null {
  const { matter, rules } = shown;
  if (matter.state !== 'telling') return null;
  const { texts } = presenting;
  return privateCard(matter, 'resume', presenting, {
    lines: line(texts.matter.talk.resume(matter.number, rules.talkHours * 2)),
    links: page === null ? [] : [{ url: page, label: texts.matter.list.linkLabel.tell }],
    actions: allowedRows(shown, [
      [
        matterButton(texts, 'matter_resume', matter.token, { style: 'primary' }),
        matterButton(texts, 'matter_drop', matter.token),
      ],
    ]),
  });
}

/** Handed in: who gets it, what happens next and by when. What it is about stays out of it. */
export function matterFiled(shown: MatterShown, { receipt }: NoticeOf<'matter_filed'>, presenting: Presenting): Card {
  const { matter, rules } = shown;
  const { texts } = presenting;
  const { talk } = texts.matter;
  const room = roomNamed(matter.body.route[matter.stop]?.room ?? matter.roomCode, rules);
  const { takeMinutes, helpMinutes } = rules;
  const next =
    matter.body.danger === null
      ? talk.filed(matter.kind, { room, takeMinutes, helpMinutes, nameless: receipt !== null })
      : talk.filedDanger;
  const code: CardLine[] = receipt === null ? [] : [...line(talk.receipt(receipt), 'hidden'), ...line(talk.receiptHow)];
  return privateCard(matter, 'filed', presenting, {
    lines: [
      ...line(matter.urgent ? talk.filedUrgent : null, 'strong'),
      // Which room it goes to says what it is about.
      ...next.flatMap((one) => line(one, 'hidden')),
      ...code,
      ...line(matter.door === 'desk' ? talk.filedDesk(matter.number) : null),
    ],
    actions: allowedRows(shown, [[matterButton(texts, 'matter_look', matter.token)]]),
  });
}

/** Let be, by words or by silence. */
export function matterDropped(
  { matter }: MatterShown,
  { why }: NoticeOf<'matter_dropped'>,
  presenting: Presenting,
): Card {
  return privateCard(matter, 'dropped', presenting, { lines: line(presenting.texts.matter.talk.dropped[why]) });
}

/**
 * What to do first, and whom to ring. In plain sight: it has to be read at a glance. Silent, because whoever is the danger may
 * stand near by.
 * @param number null: nothing was begun
 */
export function matterSafety(
  dangers: readonly Danger[],
  number: string | null,
  rules: PrivateRules,
  { texts }: Presenting,
): Card {
  const { talk } = texts.matter;
  return cardOf({
    title: number === null ? talk.head.safety : talk.title(number, talk.head.safety),
    confidential: true,
    lines: [
      ...safetySteps(dangers, talk).flatMap((one) => line(one)),
      ...line(talk.safetyRing, 'strong'),
      ...safetyLines(dangers, rules).flatMap(({ name, phone }) =>
        line(talk.safetyLine(name[texts.language], phone), 'strong'),
      ),
      ...line(number === null ? null : talk.safetyNext),
    ],
  });
}

/** To a group: the number, and where it goes on. Nothing else, whatever it is. */
export function matterPointer(
  { matter }: Pick<MatterShown, 'matter'>,
  { why }: NoticeOf<'matter_pointer'>,
  directLink: string | null,
  { texts }: Presenting,
): Card {
  const { talk } = texts.matter;
  if (why === 'waiting' && (matter.ownerId !== null || isOver(matter)))
    return cardOf({ lines: line(talk.pointerOver(matter.number)) });
  return cardOf({
    lines: [
      ...line(talk.pointer(why, matter.number)),
      ...line(directLink === null ? talk.pointerHow(why, matter.number) : null),
    ],
    links: directLink === null ? [] : [{ url: directLink, label: talk.pointerLink }],
  });
}

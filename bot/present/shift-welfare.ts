import type { CheckIn } from '../../core/check-in.ts';
import type { Card, CardLine, Position } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { tellersOf, type Welfare } from '../../core/shift.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { lastWhere } from './check-in-cards.ts';
import { cardOf, clip, clockOf, durationOf, line, mapLink, type Presenting } from './presenting.ts';
import { crewIn, patrolButton } from './shift-lines.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** Of what was told after the first, so much stands on the card. */
const mostTold = 6;

/** How long nothing was heard; whole minutes, because seconds would be a false exactness. */
export function silence({ shift }: ShiftShown, presenting: Presenting): string {
  const since = shift.heardAt ?? shift.startsAt;
  return durationOf(presenting, Math.floor((presenting.now - since) / 60_000) * 60_000);
}

/** In a line, what is feared of a crew that is asked: nothing is heard of it, or one of it is not found. */
export function worry({ shift, who, ...shown }: ShiftShown, presenting: Presenting): string {
  const words = presenting.texts.patrol.welfare;
  const { trouble } = shift.welfare ?? {};
  if (trouble !== undefined) return words.troubleTitle(shift.name, nameOf(who, trouble.toldById));
  const missing = shift.welfare?.missing?.ids.map((id) => nameOf(who, id));
  if (missing !== undefined) return words.missingTitle(shift.name, missing);
  return words.officerTitle(shift.name, silence({ shift, who, ...shown }, presenting));
}

/** Asks one of a silent crew whether all is well, `again` where the answer was not understood; null once anything was heard. */
export function welfareAsk(shown: ShiftShown, presenting: Presenting, again = false): Card | null {
  if (shown.shift.welfare === null) return null;
  const words = presenting.texts.patrol.welfare;
  const { missing } = shown.shift.welfare;
  const ask = again
    ? words.askAgain
    : missing === undefined
      ? words.ask(silence(shown, presenting))
      : words.missingAsk(nameOf(shown.who, missing.toldById));
  return cardOf({
    lines: [...line(ask, 'strong'), ...line(words.askHow)],
    actions: [
      [
        patrolButton(presenting, 'shift_safe', shown.shift.token, { style: 'primary' }),
        patrolButton(presenting, 'shift_trouble', shown.shift.token),
      ],
    ],
    loud: true,
  });
}

/** Who is out there, with numbers to ring; those who came first. */
export function phoneLines(
  shown: ShiftShown,
  { texts }: Presenting,
  people = [...crewIn(shown, 'present'), ...crewIn(shown, 'expected')],
): CardLine[] {
  return people
    .map(({ personId }) => shown.who.get(personId))
    .filter((person): person is Person => person !== undefined)
    .flatMap((person) => line(texts.patrol.welfare.person(spokenName(person), person.phone)));
}

/**
 * The officer: a crew is silent and two of them did not answer, or one of it is missing. The one card about patrols that has
 * phone numbers, because here somebody has to ring. Null once anything was heard.
 */
export function welfareOfficer(
  facts: { shown: ShiftShown; checkIns: readonly CheckIn[]; lastPosition: Position | null },
  presenting: Presenting,
): Card | null {
  const { shown, checkIns, lastPosition } = facts;
  const { welfare } = shown.shift;
  if (welfare === null) return null;
  const words = presenting.texts.patrol.welfare;
  const { missing, trouble } = welfare;
  const whose = [...(trouble === undefined ? [] : tellersOf(trouble)), ...(missing?.ids ?? [])];
  const own = checkIns.filter(({ personId }) => missing?.ids.includes(personId) === true);
  const { last, place } = lastOf(own.length > 0 ? { shown, checkIns: own } : facts, presenting);
  const first = shown.people.filter(({ personId }) => whose.includes(personId));
  const others = [...crewIn(shown, 'present'), ...crewIn(shown, 'expected')].filter((one) => !first.includes(one));
  const who = whose.map((id) => nameOf(shown.who, id));
  const [told, next] =
    trouble !== undefined
      ? [troubleTold(shown, trouble, presenting), words.troubleNext(nameOf(shown.who, trouble.toldById))]
      : missing !== undefined
        ? [[words.missingTold(nameOf(shown.who, missing.toldById))], words.missingNext(who)]
        : [[words.officerAsked], words.officerNext];
  return cardOf({
    title: worry(shown, presenting),
    lines: [
      ...told.flatMap((one) => line(one)),
      ...line(last, 'strong'),
      ...phoneLines(shown, presenting, [...first, ...others]),
      ...line(next, 'warning'),
    ],
    actions: [
      [patrolButton(presenting, 'shift_safe', shown.shift.token, { label: words.officerSafe, style: 'primary' })],
    ],
    links: mapLink(presenting, lastPosition, place),
    loud: true,
  });
}

/** What was told first, what was told last, and whom they do not find besides. */
function troubleTold(
  { who, shift }: ShiftShown,
  trouble: NonNullable<Welfare['trouble']>,
  { texts }: Presenting,
): string[] {
  const words = texts.patrol.welfare;
  const missing = shift.welfare?.missing?.ids.map((id) => nameOf(who, id)) ?? [];
  const told = [trouble, ...(trouble.more ?? []).slice(-mostTold)];
  return [
    ...told.map((one) => words.troubleTold(nameOf(who, one.toldById), clip(one.words, 120))),
    ...(missing.length === 0 ? [] : [words.missing(missing)]),
  ];
}

/**
 * The officer: one of a crew is hurt. Where they were last and whom to ring; what is done about it is decided on the incident's own
 * card.
 */
export function welfareHurt(
  facts: { shown: ShiftShown; checkIns: readonly CheckIn[]; lastPosition: Position | null },
  teller: Person['id'],
  presenting: Presenting,
): Card | null {
  const { shown, lastPosition } = facts;
  const words = presenting.texts.patrol.welfare;
  const { last, place } = lastOf(facts, presenting);
  // Whoever has not come is of no help here.
  const there = crewIn(shown, 'present');
  return cardOf({
    title: words.hurtTitle(shown.shift.name),
    lines: [
      ...line(last, 'strong'),
      ...line(words.hurtTold(nameOf(shown.who, teller))),
      ...phoneLines(shown, presenting, there.length > 0 ? there : undefined),
      ...line(words.hurtNext, 'warning'),
    ],
    links: mapLink(presenting, lastPosition, place),
    loud: true,
  });
}

/** Where and when they were last heard of, as a line, and the place's name; '' for none. */
function lastOf(
  facts: { shown: ShiftShown; checkIns: readonly CheckIn[] },
  presenting: Presenting,
): { last: string; place: string } {
  const words = presenting.texts.patrol.welfare;
  const last = lastWhere(facts, presenting);
  const place = clip(last?.place ?? '', 40);
  const where = place === '' ? null : place;
  return { last: last === null ? words.neverHeard : words.last(last.clock, where, last.who), place };
}

/** The officer: somebody answered after all. */
export function welfareOk(shown: ShiftShown, personId: Person['id'], presenting: Presenting): Card | null {
  const clock = clockOf(presenting, shown.shift.heardAt ?? presenting.now);
  const who = nameOf(shown.who, personId);
  const rang = !shown.people.some((one) => one.personId === personId);
  return cardOf({ lines: line(presenting.texts.patrol.welfare.ok(shown.shift.name, who, clock, rang)) });
}

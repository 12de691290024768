import type { CardAction, CardLine } from '../../core/message.ts';
import { ownNumberOf } from '../../core/point-names.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { Shift, ShiftPerson, ShiftPoint } from '../../core/shift.ts';
import type { Token } from '../../core/ids.ts';
import type { Counted, PointNamed } from '../texts/patrol-night-texts.ts';
import { excuses } from '../texts/patrol-texts.ts';
import { clip, clockOf, line, type Presenting } from './presenting.ts';
import { subjectButton, type ButtonManner } from './subject-button.ts';
import { nameOf, type ShiftShown } from './shift-shown.ts';

/** Longest name of a point on a card. */
const pointLength = 24;
/** So many points are named in a line; the rest are counted. */
const mostNames = 15;

/** A button of patrols; a verb without a value says its own name. */
export function patrolButton(
  { texts }: Presenting,
  verb: PatrolVerb,
  token: Token,
  how: ButtonManner = {},
): CardAction {
  return subjectButton(verb, token, texts.patrol.verb[verb], how);
}

/** Why points will not be gone to, one tap each. */
export function excuseButtons({ token }: Pick<Shift, 'token'>, presenting: Presenting): CardAction[] {
  const labels = presenting.texts.patrol.choice.points_excuse;
  return excuses.map((value) => patrolButton(presenting, 'points_excuse', token, { value, label: labels[value] }));
}

/** What one of the crew is called on its cards: who stands in says for whom, a guest is marked. */
export function crewName({ who }: ShiftShown, person: ShiftPerson, { texts }: Presenting): string {
  const name = nameOf(who, person.personId);
  const whom = nameOf(who, person.standsInForId);
  if (whom !== '') return texts.patrol.card.standIn(name, whom);
  return person.guest ? texts.patrol.card.guest(name) : name;
}

/** Those of the crew in one of these states. */
export function crewIn({ people }: Pick<ShiftShown, 'people'>, ...states: ShiftPerson['state'][]): ShiftPerson[] {
  return people.filter(({ state }) => states.includes(state));
}

/** A list of gear by name. */
export function gearNamed(
  items: readonly { item: string; count: number }[],
  { texts }: Pick<Presenting, 'texts'>,
): Counted[] {
  return items.map(({ item, count }) => ({ item: texts.patrol.gear(item), count }));
}

/** A point by number and name, with its own window's end where it has one. */
export function pointNamed(
  { n, name, dueAt, notBeforeAt }: ShiftPoint,
  { kind, endsAt }: Shift,
  presenting: Presenting,
): PointNamed {
  return {
    n: numberShown({ n, name }, kind),
    name: clip(name, pointLength),
    by: dueAt < endsAt ? clockOf(presenting, dueAt) : null,
    ...(notBeforeAt !== null && notBeforeAt > presenting.now ? { from: clockOf(presenting, notBeforeAt) } : {}),
  };
}

/** A point's number on its route; null: things that bear numbers are gone round to, and 2号 is the one that bears a 2. */
export function numberShown({ n, name }: Pick<ShiftPoint, 'n' | 'name'>, kind: Shift['kind']): number | null {
  return kind === 'round' && ownNumberOf(name) !== null ? null : n;
}

/** Points that have been seen, in time or late. */
export function seenOf(points: readonly ShiftPoint[]): ShiftPoint[] {
  return points.filter(({ state }) => state === 'seen' || state === 'late');
}

/** Names of points in a line, shortened. */
export function pointNames(points: readonly ShiftPoint[]): string[] {
  return points.map(({ name }) => clip(name, pointLength));
}

/** A line that lists something, or none where there is nothing. */
export function listed<Item>(items: readonly Item[], text: (items: readonly Item[]) => string): CardLine[] {
  return line(items.length === 0 ? null : text(items));
}

/** The same of a long list: the first by name, and how many more there are. */
export function listedUpTo(
  names: readonly string[],
  text: (names: readonly string[], more: number) => string,
): CardLine[] {
  return listed(names.slice(0, mostNames), (some) => text(some, Math.max(0, names.length - mostNames)));
}

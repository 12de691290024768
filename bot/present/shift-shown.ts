import type { Find } from '../../core/check-in.ts';
import type { PersonId, ShiftId, Token } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import { patrolCode } from '../../core/patrol-code.ts';
import type { Person } from '../../core/people.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { usualPatrolRules, type PatrolRules } from '../../core/zone/patrol-rules.ts';
import type { Desk, Drawn } from './drawing.ts';

/** A shift as presenters take it: with its people by name, and the zone's rules. */
export interface ShiftShown extends ShiftView {
  who: ReadonlyMap<PersonId, Person>;
  rules: PatrolRules;
}

/** The zone's rules for patrols. */
export function patrolsOf({ tools }: Pick<Desk, 'tools'>): PatrolRules {
  return tools.zone.patrols ?? usualPatrolRules;
}

/** These people by their ids; who is gone is left out. */
export async function whoAre(
  ids: readonly (PersonId | null)[],
  { tools }: Pick<Desk, 'tools'>,
): Promise<ReadonlyMap<PersonId, Person>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people = known.length === 0 ? [] : await tools.read.people.byIds(known);
  return new Map(people.map((person) => [person.id, person]));
}

/** What somebody is called; '' for who is gone. */
export function nameOf(who: ReadonlyMap<PersonId, Person>, id: PersonId | null): string {
  const person = id === null ? undefined : who.get(id);
  return person === undefined ? '' : spokenName(person);
}

/** Makes a view one that presenters take. */
export async function shownOf(view: ShiftView, desk: Desk): Promise<ShiftShown> {
  const ids = view.people.flatMap(({ personId, standsInForId }) => [personId, standsInForId]);
  const { handover, welfare } = view.shift;
  // Who misses one of them may be their leader, or the officer.
  const said = [handover?.givenById ?? null, handover?.takenById ?? null, welfare?.missing?.toldById ?? null];
  return { ...view, who: await whoAre([...ids, ...said], desk), rules: patrolsOf(desk) };
}

/** Looks up a shift with all that its cards show. */
export async function shiftShown(id: ShiftId, desk: Desk): Promise<ShiftShown | null> {
  const view = await desk.tools.read.shifts.view(id);
  return view === null ? null : shownOf(view, desk);
}

/** A card of no incident, so never marked a drill; words in place of its buttons carry the codes of these. */
export function drawnOf(card: Card | null, named: readonly { token: Token }[] = []): Drawn | null {
  const numbers = new Map(named.map((one) => [one.token, patrolCode(one)]));
  return card === null ? null : { card, incident: null, numbers };
}

/** Draws a notice about a shift from its view. */
export function onShift<N extends { shiftId: ShiftId }>(
  present: (shown: ShiftShown, notice: N, desk: Desk) => Card | null | Promise<Card | null>,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const shown = await shiftShown(notice.shiftId, desk);
    return shown === null ? null : drawnOf(await present(shown, notice, desk));
  };
}

/** How many of each kind a crew came across. */
export function findCounts(finds: readonly Pick<Find, 'kind'>[]): Record<Find['kind'], number> {
  const of = (kind: Find['kind']): number => finds.filter((find) => find.kind === kind).length;
  return { suspicious: of('suspicious'), found: of('found'), lost: of('lost') };
}

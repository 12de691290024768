import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { isSide } from '../../core/matter-permission.ts';
import type { MatterRoom } from '../../core/zone/private-rules.ts';
import type { Work } from '../work.ts';
import { privateRules } from './rules.ts';

/** The room of the zone file with this code; null: it is no more. */
export function roomNamed(work: Pick<Work, 'zone'>, code: string): MatterRoom | null {
  return privateRules(work).rooms.find((room) => room.code === code) ?? null;
}

/** Active people by their call signs, in that order. */
export async function peopleSigned(work: Pick<Work, 'tx'>, signs: readonly string[]): Promise<Person[]> {
  const people: Person[] = [];
  for (const sign of signs) {
    const person = await work.tx.people.byCallSign(sign);
    if (person?.active === true) people.push(person);
  }
  return people;
}

/** Whether somebody has said that they can't take it; of a conflict, that stands for good. */
function hasPassed({ body }: Pick<Matter, 'body'>, { id }: Pick<Person, 'id'>): boolean {
  return body.passes.some(({ personId }) => personId === id);
}

/**
 * Whether somebody may be its mediator at all: active, no side of it, without a conflict, and a woman where one was asked for, or at 女人e家
 * (People's Mediation Act, Art. 19: the sides may choose or accept their mediator).
 */
export function mayMediate(person: Person, matter: Matter): boolean {
  const conflict = matter.body.passes.some(({ personId, why }) => personId === person.id && why === 'conflict');
  const forWoman = matter.body.wish.womanMediator || matter.kind === 'women_adviser';
  const wished = !forWoman || person.gender === 'female';
  return person.active && wished && !conflict && !isSide(person, matter);
}

/** Who of a room can be asked now: may take it, has not passed, is on duty or reachable, and something reaches them. */
export async function whoCanTake(work: Work, room: MatterRoom, matter: Matter): Promise<Person[]> {
  const able: Person[] = [];
  for (const person of await peopleSigned(work, room.mediators)) {
    if (person.duty === 'off' || hasPassed(matter, person) || !mayMediate(person, matter)) continue;
    if ((await work.tx.people.channelsOf(person.id)).length > 0) able.push(person);
  }
  return able;
}

/**
 * Whether somebody takes such matters in one of the rooms that it has come to, so that a mediator whom the desk rings up, or who
 * comes too late to the offer, can still take it.
 */
export function isOfItsRooms(work: Pick<Work, 'zone'>, person: Person, matter: Matter): boolean {
  const reached = matter.body.route.slice(0, matter.stop + 1);
  return (
    person.callSign !== null &&
    mayMediate(person, matter) &&
    reached.some(({ room }) => roomNamed(work, room)?.mediators.includes(person.callSign ?? '') === true)
  );
}

/**
 * Whether somebody who leads may take what nobody on its way has taken, rather than leave it lying. What is a named officer's alone
 * is not theirs, and the next who takes it by right is whom they hand it to.
 */
export function mayTakeUnanswered(person: Person, matter: Matter): boolean {
  const unanswered = matter.ownerId === null && matter.state === 'screened' && matter.stop >= matter.body.route.length;
  return unanswered && matter.kind !== 'crime_clue' && person.roles.includes('leader') && mayMediate(person, matter);
}

import type { Hazard } from '../../core/hazard.ts';
import { checkersFor, hazardArea, leadersFor, ownersFor, type HazardArea } from '../../core/hazard-owner.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Person, Place } from '../../core/people.ts';
import type { PeopleReads } from '../../core/ports/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { HazardRules } from '../../core/zone/hazard-rules.ts';

type Reads = Pick<PeopleReads, 'byCallSign' | 'withRole'>;
type Located = Pick<Hazard, 'kinds' | 'placeId' | 'position'>;

/** What the lines of the zone file are looked up with. */
export interface PeopleRules {
  rules: HazardRules;
  places: readonly Place[];
}

/** As many as fit on a card as buttons. */
const proposals = 8;

function areaOf({ places }: PeopleRules, hazard: Located): HazardArea {
  return hazardArea(places, places.find(({ id }) => id === hazard.placeId) ?? null, hazard.position);
}

async function present(people: Reads, callSigns: readonly string[]): Promise<Person[]> {
  const found = await Promise.all(callSigns.map((callSign) => people.byCallSign(callSign)));
  return found.filter((person): person is Person => person !== null && person.active);
}

/** Active people whom the zone file gives a hazard to, best first; somebody who left is passed over. */
export async function ownersOf(people: Reads, by: PeopleRules, hazard: Located): Promise<Person[]> {
  return present(people, ownersFor(by.rules, areaOf(by, hazard), hazard.kinds));
}

/** Whom the command can give it to, best first: the zone file's owners, then grid workers and safety officers. */
async function possibleOwners(people: Reads, by: PeopleRules, hazard: Located): Promise<Person[]> {
  const named = await ownersOf(people, by, hazard);
  const others = [...(await people.withRole('grid_worker')), ...(await people.withRole('safety_officer'))];
  const all = new Map<PersonId, Person>([...named, ...others].map((person) => [person.id, person]));
  return [...all.values()];
}

/** As many of them as a card has buttons for. */
export async function proposedOwners(people: Reads, by: PeopleRules, hazard: Located): Promise<Person[]> {
  return (await possibleOwners(people, by, hazard)).slice(0, proposals);
}

/** As names are compared: 网０２ is 网02. */
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * The possible owner whom a button names by id, or words by call sign, name or the beginning of both; null: nobody, or several.
 * Never by a place in a list, which is another one by the time of the tap.
 */
export async function namedOwner(
  people: Reads,
  by: PeopleRules,
  hazard: Located,
  value: string,
): Promise<Person | null> {
  const possible = await possibleOwners(people, by, hazard);
  const said = plain(value);
  const ways: readonly ((person: Person) => boolean)[] = [
    ({ id }) => id === value,
    ({ callSign }) => callSign !== null && plain(callSign) === said,
    (person) => plain(person.name) === said || plain(spokenName(person)) === said,
    (person) => said.length > 1 && plain(spokenName(person)).startsWith(`${said} `),
  ];
  for (const fits of ways) {
    const [one, another] = possible.filter(fits);
    if (one !== undefined) return another === undefined ? one : null;
  }
  return null;
}

/** The leader of a hazard's area; null: the zone file names none who is here. */
export async function leaderOf(people: Reads, by: PeopleRules, hazard: Located): Promise<Person | null> {
  const [leader] = await present(people, leadersFor(by.rules, areaOf(by, hazard), hazard.kinds));
  return leader ?? null;
}

/** Who is asked to look again: of the zone file's line, never its fixer or its owner; empty: the leader or the command. */
export async function checkersOf(
  people: Reads,
  by: PeopleRules,
  hazard: Located & Pick<Hazard, 'ownerId' | 'fixedById'>,
): Promise<Person[]> {
  const named = await present(people, checkersFor(by.rules, areaOf(by, hazard), hazard.kinds));
  return named.filter(({ id }) => id !== hazard.ownerId && id !== hazard.fixedById);
}

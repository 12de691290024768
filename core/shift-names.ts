import { namedPerson } from './named-person.ts';
import type { Person } from './people.ts';

/** Everybody of these whom a list of names names: `西01 西02 荷03`, `老徐 小何`; each once, in the order of the list. */
export function peopleNamed<Somebody extends Pick<Person, 'callSign' | 'name'>>(
  people: readonly Somebody[],
  words: string,
): Somebody[] {
  const found = words
    .split(/[\s,，、;；:：+和及]+/u)
    .map((part) => namedPerson(people, part))
    .filter((person) => person !== null);
  return [...new Set(found)];
}

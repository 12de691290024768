import type { Person } from './people.ts';

/** What somebody is called in front of others: the call sign and the name, `东03 张强`. */
export function spokenName(person: Pick<Person, 'callSign' | 'name'>): string {
  return [...new Set([person.callSign ?? '', person.name])].filter((part) => part !== '').join(' ');
}

import type { Matter } from '../../core/matter.ts';
import type { Party } from '../../core/party.ts';
import type { Work } from '../work.ts';

/** A side whose number is that of somebody known is that person: then the bot can ask them, and they cannot be the mediator. */
export async function withKnownSides(work: Work, matter: Matter): Promise<Matter> {
  const parties: Party[] = [];
  for (const party of matter.body.parties) {
    const isOpen = party.key !== 'a' && party.personId === null && party.phone !== '';
    const known = isOpen ? await work.tx.people.byPhone(party.phone) : [];
    // Who has been here longest, should two share a number.
    const person = known.find(({ id }) => id !== matter.tellerId);
    parties.push(person === undefined ? party : { ...party, personId: person.id });
  }
  return { ...matter, body: { ...matter.body, parties } };
}

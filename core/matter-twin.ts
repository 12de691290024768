import type { Matter } from './matter.ts';
import { plainPhone } from './matter-words.ts';
import { partyOf, type Party } from './party.ts';

/**
 * Whether two disputes are one, told by both of its sides: each names the other. `same`: whoever told second is known to be the
 * first one's other side, so both can be joined. `likely`: it looks so by names and numbers that somebody typed, which anybody can
 * type; joined by themselves they would let a stranger in, so that is a person's to say. Null: it is another one.
 * @param knownPhone the second teller's number as the zone knows it; '' unknown
 */
export function mirrors(first: Matter, second: Matter, knownPhone: string): 'same' | 'likely' | null {
  if (first.id === second.id || first.tellerId === second.tellerId) return null;
  const { about } = second.body;
  if (about !== null && first.body.about !== null && about !== first.body.about) return null;
  const other = partyOf(first.body.parties, 'b');
  const there = alike(other, first, partyOf(second.body.parties, 'a'), second);
  const back = alike(partyOf(first.body.parties, 'a'), first, partyOf(second.body.parties, 'b'), second);
  if (other === undefined || back === 'no') return null;
  const known = other.personId === null ? isNumber(other.phone, knownPhone) : other.personId === second.tellerId;
  if (known) return 'same';
  return there === 'certain' || (there === 'name' && back === 'certain') ? 'likely' : null;
}

function isNumber(phone: string, known: string): boolean {
  return known !== '' && plainPhone(phone) === plainPhone(known);
}

function alike(
  one: Party | undefined,
  of: Matter,
  other: Party | undefined,
  ofOther: Matter,
): 'certain' | 'name' | 'no' {
  if (one === undefined || other === undefined) return 'no';
  const [oneId, otherId] = [personOf(one, of), personOf(other, ofOther)];
  if (oneId !== null && otherId !== null) return oneId === otherId ? 'certain' : 'no';
  const [phone, otherPhone] = [plainPhone(one.phone), plainPhone(other.phone)];
  if (phone !== '' && otherPhone !== '') return phone === otherPhone ? 'certain' : 'no';
  const [name, otherName] = [plainName(one.name), plainName(other.name)];
  return name !== '' && name === otherName ? 'name' : 'no';
}

const personOf = (party: Party, matter: Matter): Party['personId'] =>
  party.personId ?? (party.key === 'a' ? matter.tellerId : null);
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

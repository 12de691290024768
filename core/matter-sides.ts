import type { PersonId } from './ids.ts';
import type { MatterBody } from './matter.ts';
import { nameIn, phoneIn } from './matter-words.ts';
import { partyOf, type Party, type Proxy } from './party.ts';

/** The side that tells, before anything is known of the other one. */
export function tellingSide(teller: { id: PersonId; name: string; phone: string } | null): Party {
  return {
    key: 'a',
    role: 'applicant',
    name: teller?.name ?? '',
    phone: teller?.phone ?? '',
    personId: teller?.id ?? null,
    people: 1,
    proxy: null,
    consent: null,
    consentAt: null,
  };
}

function withParty(parties: readonly Party[], key: string, change: (party: Party) => Party): readonly Party[] {
  return parties.map((party) => (party.key === key ? change(party) : party));
}

/** The teller's side is as many as are concerned, where it is a side of many. */
export function withPeople(body: MatterBody): MatterBody {
  const { people } = body;
  if (people === null) return body;
  return { ...body, parties: withParty(body.parties, 'a', (side) => ({ ...side, people })) };
}

/** Somebody speaks for another: that other one is the side, and whoever tells is its proxy. */
export function withProxy(body: MatterBody, relation: string): MatterBody {
  const teller = partyOf(body.parties, 'a');
  if (relation === '' || teller === undefined || teller.proxy !== null) return body;
  const proxy: Proxy = { name: teller.name, phone: teller.phone, relation, agreed: null };
  return { ...body, parties: withParty(body.parties, 'a', (side) => ({ ...side, name: '', proxy })) };
}

/** The other side with what was said of it. `over`: it was asked for, so it stands in the place of what was known. */
export function withOtherSide(body: MatterBody, said: { name: string; phone: string }, over: boolean): MatterBody {
  const known = partyOf(body.parties, 'b');
  if (known === undefined) {
    const side: Party = { ...tellingSide(null), key: 'b', role: 'respondent', ...said };
    return { ...body, parties: [...body.parties, side] };
  }
  const pick = (old: string, fresh: string): string => (fresh !== '' && (over || old === '') ? fresh : old);
  // Whoever was found by the old number need not be who is meant now.
  const same = said.phone === '' || said.phone === known.phone;
  const change = (side: Party): Party => ({
    ...side,
    name: pick(side.name, said.name),
    phone: pick(side.phone, said.phone),
    personId: same || !over ? side.personId : null,
  });
  return { ...body, parties: withParty(body.parties, 'b', change) };
}

/** The other side by the words of an answer; null: a whole story, which names nobody for certain. */
export function withOtherSideSaid(body: MatterBody, words: string): MatterBody | null {
  const found = phoneIn(words);
  const name = nameIn(found?.rest ?? words);
  if (found === null && words.length > 40) return null;
  return withOtherSide(body, { name: words.length > 60 ? '' : name, phone: found?.phone ?? '' }, true);
}

/** The key of somebody else who is concerned, such as a contractor between a worker and a firm. */
const third = 'c';

/** Somebody else who is concerned, beside the two; whoever is there already is left as they are. */
export function withThirdSide(body: MatterBody): MatterBody {
  if (partyOf(body.parties, third) !== undefined) return body;
  const { parties } = withOtherSide(body, { name: '', phone: '' }, false);
  return { ...body, parties: [...parties, { ...tellingSide(null), key: third, role: 'third' }] };
}

/** A side's name or number as whoever has the matter writes it; null: the words say neither. A third side is added by it. */
export function withSideNamed(body: MatterBody, key: string, words: string): MatterBody | null {
  const found = phoneIn(words);
  const name = nameIn(found?.rest ?? words);
  if (found === null && name === '') return null;
  const change = (side: Party): Party => ({
    ...side,
    name: name === '' ? side.name : name,
    phone: found?.phone ?? side.phone,
    // Whoever was found by the old number need not be who is meant now.
    personId: key === 'a' || found === null || found.phone === side.phone ? side.personId : null,
  });
  const known = key === third ? withThirdSide(body) : body;
  return { ...known, parties: withParty(known.parties, key, change) };
}

/** Who tells, or whom it is told for, by the words of an answer; null: they say neither a name nor a number. */
export function withTeller(body: MatterBody, words: string): MatterBody | null {
  const found = phoneIn(words);
  const name = words.length > 40 ? '' : nameIn(found?.rest ?? words);
  if (found === null && name === '') return null;
  const change = (side: Party): Party => ({
    ...side,
    phone: found?.phone ?? side.phone,
    name: name === '' ? side.name : name,
  });
  return { ...body, parties: withParty(body.parties, 'a', change) };
}

/** Whether whoever it is told for agreed to it. */
export function withProxyAgreed(body: MatterBody, agreed: boolean): MatterBody {
  const change = (side: Party): Party => ({ ...side, proxy: side.proxy === null ? null : { ...side.proxy, agreed } });
  return { ...body, parties: withParty(body.parties, 'a', change) };
}

/** Told without a name. */
export function withoutName(body: MatterBody): MatterBody {
  const change = (side: Party): Party => ({ ...side, name: '', phone: '', personId: null });
  return { ...body, parties: withParty(body.parties, 'a', change) };
}

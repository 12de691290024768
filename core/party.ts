import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';

/** Names a side inside one matter: `a` told of it, `b` is the other side, `c` and on are further ones. */
export type PartyKey = string & { readonly party?: never };

/** Somebody who speaks for a side, with its consent (People's Mediation Act, Art. 20 for helpers; Civil Code, Art. 165 for proxies). */
export interface Proxy {
  name: string;
  phone: string;
  /** In what way they belong to the side: 儿子, 工会, 律师. */
  relation: string;
  /** Whether the side agreed to it; null: not asked yet. */
  agreed: boolean | null;
}

/** One side of a dispute: a person, several who are one side (12 workers), or a firm. */
export interface Party {
  key: PartyKey;
  role: 'applicant' | 'respondent' | 'third';
  /** '' not said. */
  name: string;
  /** As dialled; '' not said. */
  phone: string;
  /** Null: not known to the bot; then the desk rings. */
  personId: PersonId | null;
  /** How many people this side is; 1 usually. */
  people: number;
  proxy: Proxy | null;
  /** Voluntary (Art. 3 (1), 17): whether this side agrees to mediation. `unreached`: nobody could ask. Null: not asked. */
  consent: 'asked' | 'yes' | 'no' | 'unreached' | null;
  consentAt: Instant | null;
}

/** The side with this key; undefined: there is none. */
export function partyOf(parties: readonly Party[], key: string): Party | undefined {
  return parties.find((party) => party.key === key);
}

/**
 * Whether a side takes part. Somebody else who is concerned, a third side, does so once it has agreed; until then, and after a no, the
 * two go on by themselves (People's Mediation Act, Art. 17).
 */
export function takesPart({ role, consent }: Pick<Party, 'role' | 'consent'>): boolean {
  return role !== 'third' || consent === 'yes';
}

/** Whether every side has agreed to mediation; false while there is but one side. A third side that will not is left out. */
export function allAgree(parties: readonly Party[]): boolean {
  const asked = parties.filter(({ role, consent }) => role !== 'third' || consent !== 'no');
  return asked.length > 1 && asked.every(({ consent }) => consent === 'yes');
}

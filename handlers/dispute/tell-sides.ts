import { isAware, readerOf } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { Priority } from '../../core/notice.ts';
import { takesPart, type Party, type PartyKey } from '../../core/party.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import { redrawFor, type Standing } from '../matter/matter-standings.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';

/** How the sides are told; missing: all of them, each in a message of its own. */
export interface Telling {
  /** These alone. */
  sides?: readonly PartyKey[];
  /** Knows it already, by having done it. */
  except?: PersonId | null;
  slot?: string;
}

const ofAsked: ReadonlySet<PrivateNotice['kind'] | undefined> = new Set(['matter_consent', 'matter_ended']);

/**
 * Says to each side that knows of the matter what is for it, in its own direct chat; null: nothing. Somebody who is more than one
 * side hears it once.
 * @returns the sides that nothing reaches: somebody rings them
 */
export async function tellSides(
  work: Work,
  matter: Matter,
  forSide: (party: Party) => PrivateNotice | null,
  priority: Priority = 'answer',
  { sides, except = null, slot }: Telling = {},
): Promise<PartyKey[]> {
  const unreached: PartyKey[] = [];
  const told = new Set<PersonId>(except === null ? [] : [except]);
  for (const party of matter.body.parties) {
    if (!isAware(party) || (sides !== undefined && !sides.includes(party.key))) continue;
    const notice = forSide(party);
    // A third side that has not agreed hears of nothing but the question, and that it is over.
    if (!takesPart(party) && (party.consent === 'no' || !ofAsked.has(notice?.kind))) continue;
    const reader = readerOf(matter, party);
    if (notice === null || (reader !== null && told.has(reader))) continue;
    const manner = { priority, ...(slot === undefined ? {} : { slot }) };
    const reached = reader !== null && (await sayPrivately(work, reader, notice, manner));
    if (reached) told.add(reader);
    else unreached.push(party.key);
  }
  return unreached;
}

/** Draws what stands with a side anew, in place; where nothing stands or nothing can be edited, it stays as it is. */
export async function redrawSide(
  work: Work,
  matter: Matter,
  party: Party,
  ...standings: readonly Standing[]
): Promise<void> {
  const reader = readerOf(matter, party);
  if (reader !== null) await redrawFor(work, reader, standings);
}

import type { PlaceId } from '../../core/ids.ts';
import type { PlaceResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { PlaceColour } from '../../core/place-colour.ts';
import { spokenName } from '../../core/spoken-name.ts';
import type { Work } from '../work.ts';
import { showColour } from './show-colour.ts';
import { tracePlace } from './weigh-place.ts';

/**
 * A person decides on the colour that the rules suggest: takes it, or keeps the one that is. Whoever comes second hears who was
 * first; a button of an older proposal decides nothing.
 * @param colour what the button or the words were about; '' when they named none
 */
export async function decideColour(
  work: Work,
  placeId: PlaceId,
  person: Person,
  decision: { accept: boolean; colour: string },
): Promise<PlaceResult | Refusal> {
  const [record, place] = [await work.tx.placeColours.lock(placeId), await work.tx.places.byId(placeId)];
  const proposal = record?.proposal ?? null;
  if (record === null || proposal === null || place === null) return { kind: 'stale' };
  if (decision.colour !== '' && decision.colour !== proposal.colour) return { kind: 'stale' };
  if (proposal.end !== null) {
    const by = proposal.end.how === 'dropped' ? null : await work.tx.people.byId(proposal.end.byId);
    return { kind: 'colour_already', code: place.code, colour: record.colour, by: by === null ? '' : spokenName(by) };
  }
  const colour = decision.accept ? proposal.colour : record.colour;
  const how = decision.accept ? 'accepted' : 'kept';
  const decided: PlaceColour = {
    ...record,
    colour,
    proposal: { ...proposal, end: { how, byId: person.id, at: work.now } },
  };
  await work.tx.placeColours.put(decided);
  await tracePlace(work, placeId, decision.accept ? 'colour_set' : 'colour_kept', person.id, {
    from: proposal.from,
    to: colour,
    suggested: proposal.colour,
    reasons: proposal.reasons,
  });
  await showColour(work, place, decided);
  return { kind: decision.accept ? 'colour_set' : 'colour_kept', code: place.code, colour };
}

import { sideOf, stepRefusal } from '../../core/dispute.ts';
import type { Matter } from '../../core/matter.ts';
import { partyOf } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Work } from '../work.ts';
import { endMatter } from './end-matter.ts';
import { noteConsent } from './note-consent.ts';

/**
 * A side does not want to go on, at any time before something is signed (People's Mediation Act, Art. 23 (2)). Whoever brought it
 * takes it back; when another side goes, it counts as a no.
 */
export async function withdrawMatter(work: Work, matter: Matter, person: Person): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'withdraw');
  if (refusal !== null) return refusal;
  const side = sideOf(matter, person.id);
  // A third side leaves, and the two go on.
  if (partyOf(matter.body.parties, side ?? '')?.role === 'third' && matter.state !== 'agreed')
    return noteConsent(work, matter, side ?? '', 'no', person.id);
  const brought = matter.tellerId === person.id || side === 'a';
  await endMatter(work, matter, brought ? 'withdrawn' : 'refused', '', person.id);
  return { kind: 'matter_withdrawn' };
}

import { stepRefusal } from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Matter, MatterOutcome } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import type { Work } from '../work.ts';
import { endMatter } from './end-matter.ts';

/** How mediation can come to nothing, by word of whoever has it. */
export const failures = ['failed', 'no_contact', 'handed_on', 'refused'] as const satisfies readonly MatterOutcome[];

/** It comes to nothing: the mediation is ended, and the sides hear where else they can go (People's Mediation Act, Art. 26). */
export async function failMatter(
  work: Work,
  matter: Matter,
  by: PersonId | null,
  outcome: (typeof failures)[number],
  words: string,
): Promise<MatterResult> {
  const refusal = stepRefusal(matter, 'fail');
  if (refusal !== null) return refusal;
  const { state } = await endMatter(work, matter, outcome, words, by);
  return { kind: 'matter_moved', state };
}

/** Private matters that no rule gives and likeness does, with what is said of them. */
import { joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Intent } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { stepDetails } from './course.ts';
import { sensedKind } from './crisis.ts';
import { disputeDetails } from './details.ts';
import { chosenKinds } from './dispute.ts';
import { likelyKinds } from './kinds.ts';
import { respelled } from './respelled.ts';

/** What is said of a matter of which `intent` speaks; nothing of any other. */
export function privateDetails(heard: Utterance, intent: Intent): Finding {
  const right = { ...heard, plain: respelled(heard.plain) };
  if (intent === 'dispute') return joined(disputeKinds(right), disputeDetails(right));
  if (intent === 'crisis') return { fields: { kinds: [sensedKind(right.plain)], severity: 'emergency' }, because: [] };
  return intent.startsWith('dispute_') ? stepDetails(right, intent) : nothing;
}

function disputeKinds({ plain }: Utterance): Finding {
  const chosen = chosenKinds(likelyKinds(plain), plain).map(({ kind }) => kind);
  return { fields: { kinds: chosen.length === 0 ? ['other'] : chosen }, because: [] };
}

/** Whether a caption that no rule knows is like those of check-ins. */
import { patrolExamples } from '../examples/patrol.ts';
import { hasHan, likenessTo } from '../likeness.ts';
import type { Utterance } from '../utterance.ts';

const captions = likenessTo(patrolExamples);
/** How far ahead of talk, and how much of the caption must be known. */
const enough = { lead: 1, known: 0.35 };

/** Whether it reads like the caption of a check-in rather than like talk. */
export function looksLikeCheckIn({ plain }: Utterance): boolean {
  if (!hasHan(plain)) return false;
  const like = captions(plain);
  return like?.meant === 'check_in' && like.lead >= enough.lead && like.known >= enough.known;
}

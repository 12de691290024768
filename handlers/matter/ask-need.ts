import type { Matter, MatterNeed } from '../../core/matter.ts';
import type { Work } from '../work.ts';
import { sayPrivately } from './say-privately.ts';
import { talkSlot } from './talk-timer.ts';

/** Puts this question, also when it was put before: its teller wants to change the answer, or comes back to it. */
export async function askNeed(work: Work, matter: Matter, need: MatterNeed): Promise<Matter> {
  const asked = [...new Set([...matter.body.asked, need])];
  const waiting: Matter = { ...matter, need, body: { ...matter.body, asked } };
  await work.tx.matters.put(waiting);
  if (matter.tellerId !== null)
    await sayPrivately(
      work,
      matter.tellerId,
      { kind: 'matter_ask', matterId: matter.id, need },
      { priority: 'answer', slot: talkSlot(waiting) },
      matter.roomId,
    );
  return waiting;
}

import type { Matter } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { traceMatter, type Work } from '../work.ts';
import { tellerActor } from './hand-in.ts';
import { sayPrivately } from './say-privately.ts';
import { talkSlot } from './talk-timer.ts';

/** What was told and never handed in is forgotten after so many days; until then its teller can still go on. */
const dropKeepDays = 3;

/**
 * 算了: it ends before anybody but its teller has seen it. `silence`: nobody went on with it for long; then a kind word says so.
 * @param matter locked
 */
export async function dropMatter(work: Work, matter: Matter, why: 'told' | 'silence'): Promise<MatterResult> {
  if (matter.state !== 'telling') return { kind: 'matter_already', state: matter.state };
  const dropped: Matter = {
    ...matter,
    state: 'ended',
    outcome: 'dropped',
    endedAt: work.now,
    changedAt: work.now,
    forgetAt: work.now + dropKeepDays * 86_400_000,
  };
  await work.tx.matters.put(dropped);
  await work.tx.timers.cancel('matter_talk', matter.id);
  await traceMatter(work, dropped, 'matter_dropped', tellerActor(dropped), { why });
  if (matter.tellerId !== null)
    await sayPrivately(
      work,
      matter.tellerId,
      { kind: 'matter_dropped', matterId: matter.id, why },
      { priority: why === 'told' ? 'answer' : 'reminder', slot: talkSlot(matter) },
      matter.roomId,
    );
  return { kind: 'matter_dropped' };
}

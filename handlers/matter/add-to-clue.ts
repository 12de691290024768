import type { FileId, MatterId } from '../../core/ids.ts';
import { plainTold } from '../../core/matter-told.ts';
import { isOver } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { showWork } from '../dispute/show-work.ts';
import type { Work } from '../work.ts';
import { forgetSender } from './hand-in.ts';
import { tellMatter } from './tell-matter.ts';

/**
 * More of a clue without a name, by its receipt: its officer hears of it, and again nothing is kept of who sent it. What is over takes
 * no more: it says how it stands.
 */
export async function addToClue(
  work: Work,
  id: MatterId,
  { words, fileIds }: { words: string; fileIds: readonly FileId[] },
): Promise<MatterResult> {
  const matter = await work.tx.matters.lock(id);
  if (matter === null) return { kind: 'matter_none' };
  if (isOver(matter)) return { kind: 'matter_moved', state: matter.state };
  const kept = await tellMatter(work, { ...matter, need: null }, { ...plainTold(words), fileIds });
  await forgetSender(work, kept);
  await showWork(work, kept, { loud: true, heard: { side: null, at: work.now } });
  return { kind: 'matter_words_passed_on', ...(kept.ownerId === null ? { waits: true as const } : {}) };
}

import type { Matter } from '../../core/matter.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';

/**
 * Shows whoever has the matter how it stands and what can be done now, in the message that stands there already. `loud`: something
 * happened that they should see, and an edit makes no sound, so it comes as a new one, which later ones edit. `moved`: other steps than
 * before are open, so it comes anew where nothing can be edited; the answers to the owner's own words say the rest there. False:
 * nobody has it, or nothing reaches them.
 */
export async function showWork(work: Work, matter: Matter, { loud = false, moved = false } = {}): Promise<boolean> {
  work.notify({ about: 'matter', id: matter.id });
  if (matter.ownerId === null) return false;
  const notice = { kind: 'matter_work', matterId: matter.id } as const;
  const slot = `matter:${matter.id}`;
  if (loud) return sayPrivately(work, matter.ownerId, notice, { priority: 'answer', slot });
  const [channel] = await work.tx.people.channelsOf(matter.ownerId);
  if (channel === undefined) return false;
  if (!moved && !work.can(channel.platform).edit) return true;
  return sayPrivately(work, matter.ownerId, notice, { priority: 'card', slot });
}

import type { Matter } from '../../core/matter.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';

/**
 * Shows whoever has the matter how it stands and what can be done now, in the message that stands there already. `loud`: something
 * happened that they should see, and an edit makes no sound, so it comes as a new one, which later ones edit. False: nobody has it,
 * or nothing reaches them.
 */
export async function showWork(work: Work, matter: Matter, { loud = false } = {}): Promise<boolean> {
  work.notify({ about: 'matter', id: matter.id });
  if (matter.ownerId === null) return false;
  const notice = { kind: 'matter_work', matterId: matter.id } as const;
  const slot = `matter:${matter.id}`;
  if (loud) return sayPrivately(work, matter.ownerId, notice, { priority: 'answer', slot });
  const [channel] = await work.tx.people.channelsOf(matter.ownerId);
  if (channel === undefined) return false;
  // Where nothing can be edited the answers to the owner's own words say it; the card comes once.
  if (!work.can(channel.platform).edit && (await work.tx.outbox.standingIn(channel.roomId, slot)) !== null) return true;
  return sayPrivately(work, matter.ownerId, notice, { priority: 'card', slot });
}

import type { Matter } from '../../core/matter.ts';
import { showQuestions } from '../matter/show-questions.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import { sayPrivately } from '../matter/say-privately.ts';
import type { Work } from '../work.ts';

type Heard = NonNullable<Extract<PrivateNotice, { kind: 'matter_work' }>['heard']>;

/**
 * Shows whoever has the matter how it stands and what can be done now, in the message that stands there already. `loud`: something
 * happened that they should see, and an edit makes no sound, so it comes as a new one, which later ones edit. `moved`: other steps than
 * before are open, so it comes anew where nothing can be edited; the answers to the owner's own words say the rest there. `heard`: a
 * side has written, which the message says; one that says what stands there already is not sent. False: nobody has it, or nothing
 * reaches them. What was asked and is over by now shows so too, whoever was asked.
 */
export async function showWork(
  work: Work,
  matter: Matter,
  { loud = false, moved = false, heard }: { loud?: boolean; moved?: boolean; heard?: Heard } = {},
): Promise<boolean> {
  work.notify({ about: 'matter', id: matter.id });
  await showQuestions(work, matter);
  if (matter.ownerId === null) return false;
  const notice = { kind: 'matter_work', matterId: matter.id, ...(heard === undefined ? {} : { heard }) } as const;
  const slot = `matter:${matter.id}`;
  if (loud) return sayPrivately(work, matter.ownerId, notice, { priority: 'answer', slot });
  const [channel] = await work.tx.people.channelsOf(matter.ownerId);
  if (channel === undefined) return false;
  if (!moved && !work.can(channel.platform).edit) return true;
  return sayPrivately(work, matter.ownerId, notice, { priority: 'card', slot });
}

import type { Worry } from '../../core/matter-worry.ts';
import type { Matter, MatterNeed } from '../../core/matter.ts';
import { askToAgree } from '../people/agree-to-data.ts';
import type { Work } from '../work.ts';
import { sayPrivately } from './say-privately.ts';
import { talkSlot } from './talk-timer.ts';

/**
 * Puts this question, also when it was put before: its teller wants to change the answer, or comes back to it. `worry`: what they
 * asked themselves, which is answered above it.
 */
export async function askNeed(work: Work, matter: Matter, need: MatterNeed, worry?: Worry): Promise<Matter> {
  // What was put and does not count as asked got an answer to something else.
  const again = matter.need === need && !matter.body.asked.includes(need);
  const asked = [...new Set([...matter.body.asked, need])];
  const waiting: Matter = { ...matter, need, body: { ...matter.body, asked } };
  await work.tx.matters.put(waiting);
  await closeOther(work, waiting);
  await tellWhatIsKept(work, waiting);
  if (matter.tellerId !== null)
    await sayPrivately(
      work,
      matter.tellerId,
      { kind: 'matter_ask', matterId: matter.id, need, ...(again ? { again: true } : {}), ...(worry ? { worry } : {}) },
      { priority: 'answer', slot: talkSlot(waiting) },
      matter.roomId,
    );
  return waiting;
}

/** Whatever else was asked there is not what is spoken of from now on; only an emergency's details are still wanted. */
async function closeOther(work: Work, { roomId, tellerId }: Matter): Promise<void> {
  if (roomId === null || tellerId === null) return;
  const open = await work.tx.rooms.question(roomId, tellerId, work.now);
  if (open !== null && open.kind !== 'incident_details') await work.tx.rooms.answered(roomId, tellerId);
}

/** Before the first question: what is kept. Who gives a clue, or stands at the desk, has nothing kept under their name yet. */
async function tellWhatIsKept(work: Work, { tellerId, roomId, kind, door }: Matter): Promise<void> {
  if (tellerId === null || roomId === null || kind === 'crime_clue' || door === 'desk') return;
  const person = await work.tx.people.byId(tellerId);
  if (person !== null) await askToAgree(work, person, { id: roomId, kind: 'direct' });
}

import type { PersonId, TimerId } from '../../core/ids.ts';
import { dangersOf } from '../../core/matter-danger.ts';
import { isOver, type Matter, type Pass } from '../../core/matter.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { traceMatter, type Work } from '../work.ts';
import { callInDanger, showCalled } from './call-in-danger.ts';
import { setStandings, showGivenAway } from './matter-standings.ts';
import { offerMatter } from './offer-matter.ts';

/**
 * Whoever has it can't go on: it is offered again, to the others of the same room first. What was agreed, told and done stays,
 * and the sides hear of the new mediator when there is one.
 * @param actorId null: the person is no longer there
 */
export async function giveBack(
  work: Work,
  matter: Matter,
  why: Pass['why'],
  actorId: PersonId | null,
): Promise<MatterResult> {
  const { ownerId } = matter;
  if (ownerId === null) return { kind: 'matter_already', state: matter.state };
  await setStandings(work, matter, { owner: [] });
  const pass = { personId: ownerId, why, at: work.now };
  await traceMatter(work, matter, 'matter_given_back', actorId, { owner: ownerId, why });
  const stop = Math.min(matter.stop, Math.max(0, matter.body.route.length - 1));
  const body = { ...matter.body, passes: [...matter.body.passes, pass] };
  const offered = await offerMatter(work, { ...matter, ownerId: null, stop, body });
  // Whoever was called sees that it needs somebody again; in danger nobody waits for the room.
  await showCalled(work, offered);
  if (!isOver(matter)) await callInDanger(work, offered, dangersOf(body), true);
  await showGivenAway(work, matter, ownerId);
  return { kind: 'matter_given_back' };
}

/** Somebody is no longer there: everything of theirs is looked at in a moment, so that nothing lies with nobody. */
export async function releaseLeaver(work: Pick<Work, 'tx' | 'ids' | 'now'>, personId: PersonId): Promise<void> {
  const matters = await work.tx.matters.ofPerson(personId, ['owner', 'offered'], { over: false, limit: 1_000 });
  for (const { id: subject } of matters) {
    const id = work.ids.next<TimerId>(work.now);
    await work.tx.timers.set({ id, kind: 'matter_offer', subject, dueAt: work.now });
  }
}

/** Whether its owner is still there; a matter that nobody owns has none to miss. */
export async function ownerIsGone(work: Work, { ownerId }: Pick<Matter, 'ownerId'>): Promise<boolean> {
  if (ownerId === null) return false;
  return (await work.tx.people.byId(ownerId))?.active !== true;
}

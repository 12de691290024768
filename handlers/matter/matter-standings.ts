import type { PersonId } from '../../core/ids.ts';
import type { Matter, MatterStanding } from '../../core/matter.ts';
import type { PrivateNotice } from '../../core/private-notice.ts';
import type { Priority } from '../../core/notice.ts';
import type { Work } from '../work.ts';
import { sayPrivately } from './say-privately.ts';
import { showQuestionsTo } from './show-questions.ts';

type WorkingStanding = Extract<MatterStanding, 'offered' | 'desk' | 'owner' | 'co_owner'>;

/** Says who is what to a matter from now on; a standing that is not named stays as it is. */
export async function setStandings(
  work: Work,
  matter: Pick<Matter, 'id'>,
  standings: Partial<Record<WorkingStanding, readonly PersonId[]>>,
): Promise<void> {
  const named = Object.entries(standings) as [WorkingStanding, readonly PersonId[]][];
  const others = (await work.tx.matters.people(matter.id)).filter(({ standing }) => !(standing in standings));
  await work.tx.matters.setPeople(matter.id, [
    ...others.map(({ personId, standing }) => ({ personId, standing })),
    ...named.flatMap(([standing, ids]) => [...new Set(ids)].map((personId) => ({ personId, standing }))),
  ]);
}

/** Everybody who is this to it, in no order. */
export async function thoseWho(work: Work, matter: Pick<Matter, 'id'>, standing: MatterStanding): Promise<PersonId[]> {
  const people = await work.tx.matters.people(matter.id);
  return people.filter((one) => one.standing === standing).map(({ personId }) => personId);
}

/** The slot of an offer's message: who took it shows in the same one. */
export function offerSlot({ id }: Pick<Matter, 'id'>): string {
  return `matter-offer:${id}`;
}

/** Shows whoever had it that it is theirs no more: on its offer, on the card with which they worked, and on what they were asked. */
export async function showGivenAway(work: Work, { id }: Pick<Matter, 'id'>, personId: PersonId): Promise<void> {
  await showAnew(work, [personId], { kind: 'matter_offer', matterId: id }, offerSlot({ id }));
  await showAnew(work, [personId], { kind: 'matter_work', matterId: id }, `matter:${id}`);
  await showQuestionsTo(work, { id }, personId);
}

/**
 * Shows what became of it in messages that were sent before, where they can be edited. Elsewhere it would be one more message to
 * everybody; there an answer to a late word says it.
 */
export async function showAnew(
  work: Work,
  personIds: readonly PersonId[],
  notice: PrivateNotice,
  slot: string,
  priority: Priority = 'card',
): Promise<void> {
  for (const id of personIds) {
    const [channel] = await work.tx.people.channelsOf(id);
    if (channel !== undefined && work.can(channel.platform).edit)
      await sayPrivately(work, id, notice, { priority, slot }, channel.roomId);
  }
}

/** Something that may stand with somebody: what it is drawn from now, and where it stands. */
export interface Standing {
  notice: PrivateNotice;
  slot: string;
}

/** Draws anew what stands with somebody, in place; what does not stand there, or where nothing can be edited, stays as it is. */
export async function redrawFor(work: Work, personId: PersonId, standings: readonly Standing[]): Promise<void> {
  for (const { platform, roomId } of await work.tx.people.channelsOf(personId)) {
    if (!work.can(platform).edit) continue;
    for (const { notice, slot } of standings) {
      if ((await work.tx.outbox.standingIn(roomId, slot)) === null) continue;
      await sayPrivately(work, personId, notice, { priority: 'card', slot }, roomId);
    }
  }
}

import type { MatterId } from '../../core/ids.ts';
import { isOver, type Matter } from '../../core/matter.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { askPushesAgain } from './acknowledge-matter.ts';
import { giveBack, ownerIsGone } from './give-back.ts';
import { isOpenToTake, offerMatter, offerOn } from './offer-matter.ts';

/**
 * The time to take it, or to acknowledge it, is over; or somebody who had it or was asked is no longer there. The next room is
 * asked, the next officer, or somebody else in the same room. Who has it and is there is left in peace.
 */
export async function offerDue(work: Work, subject: string): Promise<void> {
  const matter = await work.tx.matters.lock(subject as MatterId);
  if (matter === null || isOver(matter)) return;
  if (await ownerIsGone(work, matter)) {
    await giveBack(work, matter, 'left', null);
    return;
  }
  if (isOpenToTake(matter)) return offerAgain(work, matter);
  if (matter.body.pushes.some(({ acknowledgedAt }) => acknowledgedAt === null)) await askPushesAgain(work, matter);
}

/** Before its time is over somebody has only left: those who are still there keep what is left of it. */
async function offerAgain(work: Work, matter: Matter): Promise<void> {
  const early = matter.dueAt !== null && work.now < matter.dueAt;
  if (!early) await offerOn(work, matter);
  else if (matter.stop < matter.body.route.length) await offerMatter(work, matter);
  else await setTimer(work, 'matter_offer', matter.id, matter.dueAt ?? work.now);
}

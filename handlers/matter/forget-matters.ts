import { setTimer } from '../set-timer.ts';
import { traceMatter, type Work } from '../work.ts';

/** So many at once; what is left has its turn a minute later. */
const atOnce = 100;
const dayMs = 86_400_000;

/** Forgets what is past its time: the words and the names go, a tombstone with its number and dates stays. Once a day. */
export async function forgetMatters(work: Work): Promise<void> {
  const past = await work.tx.matters.toForget(work.now, atOnce);
  for (const id of past) {
    await work.tx.matters.forget(id, work.now);
    await traceMatter(work, { id }, 'matter_forgotten', null);
  }
  await setTimer(work, 'matter_forget', 'zone', work.now + (past.length === atOnce ? 60_000 : dayMs));
}

import { matterSubject, type Matter } from '../../core/matter.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';

/** So many at once; what is left has its turn a minute later. */
const atOnce = 100;
const dayMs = 86_400_000;

/** Forgets what is past its time: the words, the files and the names go, a tombstone with its number and dates stays. Once a day. */
export async function forgetMatters(work: Work): Promise<void> {
  const past = await work.tx.matters.toForget(work.now, atOnce);
  for (const id of past) await forgetMatter(work, { id });
  await setTimer(work, 'matter_forget', 'zone', work.now + (past.length === atOnce ? 60_000 : dayMs));
}

const timers = [
  'matter_talk',
  'matter_offer',
  'matter_consent',
  'matter_session',
  'matter_deadline',
  'matter_idle',
] as const;

/** Forgets one now. Its files are given up here; their bytes are removed by whoever keeps them. */
export async function forgetMatter(work: Pick<Work, 'tx' | 'now'>, { id }: Pick<Matter, 'id'>): Promise<void> {
  const subject = matterSubject({ id });
  for (const { id: fileId } of await work.tx.files.ofSubject(subject)) {
    const file = await work.tx.files.lock(fileId);
    if (file === null) continue;
    // The platform may still have it, so the reference goes as well.
    const attachment = { kind: file.attachment.kind, ref: '' };
    await work.tx.files.put({ ...file, attachment, personId: null, state: 'lost', why: 'forgotten' });
  }
  for (const kind of timers) await work.tx.timers.cancel(kind, id);
  await work.tx.matters.forget(id, work.now);
  await work.tx.trace.append({ subject, what: 'matter_forgotten', actorId: null, at: work.now, data: {} });
}

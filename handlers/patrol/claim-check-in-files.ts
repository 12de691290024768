import { checkInSubject, type CheckIn } from '../../core/check-in.ts';
import type { FileSubject } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';

/** What came with a message is evidence of a check-in now, unless it is of something else already. */
export async function claimFiles(
  work: Work,
  checkIn: Pick<CheckIn, 'id' | 'roomId'>,
  messageId: string | null,
): Promise<void> {
  if (messageId === null) return;
  for (const { id } of await work.tx.files.ofMessage(checkIn.roomId, messageId)) {
    const file = await work.tx.files.lock(id);
    if (file === null || file.incidentId !== null || file.subject !== null) continue;
    await work.tx.files.put({ ...file, subject: checkInSubject(checkIn) });
  }
}

/** The pictures of one check-in go over to the one that takes its place. */
export async function handFilesOver(work: Work, from: Pick<CheckIn, 'id'>, to: Pick<CheckIn, 'id'>): Promise<void> {
  const subject: FileSubject = checkInSubject(from);
  for (const { id } of await work.tx.files.ofSubject(subject)) {
    const file = await work.tx.files.lock(id);
    if (file?.subject === subject) await work.tx.files.put({ ...file, subject: checkInSubject(to) });
  }
}

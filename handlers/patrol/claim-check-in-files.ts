import { checkInSubject, type CheckIn } from '../../core/check-in.ts';
import type { FileId } from '../../core/ids.ts';
import type { Room } from '../../core/people.ts';
import type { FileSubject } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';

/** What came with a message is evidence of a check-in now, unless it is of something else already. */
export async function claimFiles(
  work: Work,
  checkIn: Pick<CheckIn, 'id'>,
  { room, messageId }: { room: Pick<Room, 'id'>; messageId: string | null },
): Promise<void> {
  if (messageId === null) return;
  for (const { id } of await work.tx.files.ofMessage(room.id, messageId)) {
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

/** What is wrong at a point has its pictures too: they are lent, as evidence of nothing yet, for whoever registers it. */
export async function lendFiles(work: Work, checkIn: Pick<CheckIn, 'id'>): Promise<void> {
  for (const file of await work.tx.files.ofSubject(checkInSubject(checkIn))) {
    await work.tx.files.add({
      ...file,
      id: work.ids.next<FileId>(work.now),
      subject: null,
      state: 'waiting',
      sha256: null,
      mime: null,
      sizeBytes: null,
      attempts: 0,
      dueAt: work.now,
      shownAt: null,
    });
  }
}

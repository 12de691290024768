import type { KeptFile } from '../../core/ports/files.ts';
import { photoRefused, settlePhoto } from '../hazard/settle-photo.ts';
import { photoStored } from '../hazard/show-hazard-photo.ts';
import { showLatePhoto } from '../patrol/keep-late-photo.ts';
import { showFindPhoto } from '../patrol/take-find.ts';
import { weighDoubts } from '../patrol/weigh-doubts.ts';
import { toRooms } from '../say.ts';
import type { Work } from '../work.ts';
import { showPhoto } from './show-photo.ts';

/**
 * What follows from a file that was fetched: a picture of an incident is shown, one of a hazard compared with earlier ones; who
 * sent one that could not be kept hears of it.
 */
export async function settleFile(work: Work, file: KeptFile): Promise<void> {
  if (file.state === 'stored') {
    await showPhoto(work, file);
    await settlePhoto(work, file);
    await photoStored(work, file);
    await weighDoubts(work, file);
    await showLatePhoto(work, file);
    await showFindPhoto(work, file);
  } else {
    await photoRefused(work, file);
    if (file.attachment.kind === 'photo') await askAgain(work, file);
  }
}

/** In a group only about what somebody waits for: a picture that belongs to nothing is nobody's concern there. */
async function askAgain(work: Work, file: KeptFile): Promise<void> {
  const room = await work.tx.rooms.byId(file.roomId);
  const isAwaited = room?.kind === 'direct' || file.incidentId !== null || file.subject !== null;
  if (room === null || !isAwaited) return;
  await toRooms(
    work,
    [room.id],
    { kind: 'photo_refused', fileId: file.id },
    {
      priority: 'answer',
      replyTo: file.messageId,
      ...(file.personId === null ? {} : { reader: file.personId }),
    },
  );
}

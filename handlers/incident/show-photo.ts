import type { IncidentId, RoomId } from '../../core/ids.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import { setTimer } from '../set-timer.ts';
import type { Work } from '../work.ts';
import { tellCommand } from './show-incident.ts';

/** The rest of an album comes within so long of each of its pictures. */
const albumPauseMs = 2_000;
/** A picture that is still not there so long after it was sent does not keep the others back. */
const albumPatienceMs = 20_000;

/** A picture of an incident is stored: the command rooms see it, those of an album together. */
export async function showPhoto(work: Work, file: KeptFile): Promise<void> {
  if (file.incidentId === null || file.attachment.kind !== 'photo' || file.shownAt !== null) return;
  if (file.albumId === null) await show(work, file.incidentId, [file]);
  else {
    const subject = [file.incidentId, file.roomId, file.albumId].join(' ');
    await setTimer(work, 'album', subject, work.now + albumPauseMs);
  }
}

/** No more pictures of an album have come for a moment: those that are stored are shown as one. */
export async function showAlbum(work: Work, subject: string): Promise<void> {
  const [incidentId = '', roomId = '', albumId = ''] = subject.split(' ');
  const album = await work.tx.files.ofAlbum(roomId as RoomId, albumId);
  const ours = album.filter((file) => file.incidentId === incidentId && file.attachment.kind === 'photo');
  const onTheWay = ours.some(({ state, receivedAt }) => state === 'waiting' && work.now - receivedAt < albumPatienceMs);
  if (onTheWay) return setTimer(work, 'album', subject, work.now + albumPauseMs);
  const unseen = ours.filter(({ state, shownAt }) => state === 'stored' && shownAt === null);
  if (unseen.length > 0) await show(work, incidentId as IncidentId, unseen);
}

async function show(work: Work, incidentId: IncidentId, files: readonly KeptFile[]): Promise<void> {
  const [first, ...others] = files;
  if (first === undefined) return;
  for (const file of files) await work.tx.files.put({ ...file, shownAt: work.now });
  const more = others.map(({ id }) => id);
  await tellCommand(
    work,
    { kind: 'incident_photo', incidentId, fileId: first.id, ...(more.length === 0 ? {} : { more }) },
    'reminder',
  );
}

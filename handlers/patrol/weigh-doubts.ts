import type { CheckIn, Doubt } from '../../core/check-in.ts';
import { farAway, seenBefore, takenEarlier, withDoubts, type Lookalike } from '../../core/doubts.ts';
import { distanceMetres } from '../../core/geo.ts';
import type { CheckInId } from '../../core/ids.ts';
import { sameWithinBits } from '../../core/photo.ts';
import type { FileSubject, KeptFile } from '../../core/ports/files.ts';
import type { Photo } from '../../core/ports/photos.ts';
import type { Work } from '../work.ts';
import { positionOf } from './keep-check-in.ts';
import { patrolRules } from './rules.ts';

/** The nearest few tell as much as all. */
const looked = 12;

/** The check-in under whose subject a file is kept; null: it is of something else. */
export function checkInOfSubject(subject: FileSubject | null): CheckInId | null {
  return subject?.startsWith('check_in:') === true ? (subject.slice('check_in:'.length) as CheckInId) : null;
}

/**
 * A photo of a check-in has been stored and looked into: whatever its leader may look at again is written down, with the fact
 * behind it. Nobody is told now. What the camera did not write is never a reason.
 */
export async function weighDoubts(work: Work, file: KeptFile): Promise<void> {
  if (file.state !== 'stored') return;
  const copies = await work.tx.files.sameBytes(file, looked);
  if (checkInOfSubject(file.subject) !== null) await weigh(work, file, copies);
  // What was sent later can have been fetched before.
  for (const later of copies)
    if (later.id > file.id && checkInOfSubject(later.subject) !== null) await weigh(work, later, [file]);
}

async function weigh(work: Work, file: KeptFile, copies: readonly KeptFile[]): Promise<void> {
  const id = checkInOfSubject(file.subject);
  const found = id === null ? null : await work.tx.shifts.checkIn(id);
  if (found === null) return;
  await work.tx.shifts.lock(found.shiftId);
  const checkIn = await work.tx.shifts.checkIn(found.id);
  if (checkIn === null) return;
  const photo = await work.tx.photos.of(file.id);
  const likes = [...(await copiesOf(work, checkIn, file, copies)), ...(await lookalikes(work, checkIn, file, photo))];
  const more = [
    seenBefore(likes),
    takenEarlier(photo?.camera.takenAt ?? null, checkIn.afterwards ? checkIn.at : file.receivedAt, work.zone.timeZone),
    photo === null ? null : cameraAway(work, checkIn, photo),
  ];
  const doubts = withDoubts(checkIn.doubts, more);
  if (more.some((doubt) => doubt !== null)) await work.tx.shifts.putCheckIn({ ...checkIn, doubts });
}

/** Where the message says nothing of where it was, the camera may. */
function cameraAway(work: Work, { position, placeId }: CheckIn, { camera }: Photo): Doubt | null {
  const there = positionOf(work, placeId);
  if (position !== null || camera.position === null || there === null) return null;
  return farAway(distanceMetres(camera.position, there), patrolRules(work).pointRadiusMetres);
}

/** What was sent before and is the same, byte for byte: found in the darkest picture, which looks like every other one. */
async function copiesOf(
  work: Work,
  checkIn: CheckIn,
  file: KeptFile,
  copies: readonly KeptFile[],
): Promise<Lookalike[]> {
  const likes: Lookalike[] = [];
  for (const earlier of copies) {
    if (earlier.id > file.id) continue;
    const like = await likeOf(work, checkIn, file, earlier);
    if (like !== null) likes.push({ ...like, bits: 0, mirrored: false, sameBytes: true });
  }
  return likes;
}

async function lookalikes(work: Work, checkIn: CheckIn, file: KeptFile, photo: Photo | null): Promise<Lookalike[]> {
  const seen = photo === null ? [] : await work.tx.photos.seenBefore(photo, sameWithinBits);
  const likes: Lookalike[] = [];
  for (const { fileId, distance, mirrored } of seen.slice(0, looked)) {
    const earlier = await work.tx.files.byId(fileId);
    const like = earlier === null ? null : await likeOf(work, checkIn, file, earlier);
    if (like !== null) likes.push({ ...like, bits: distance, mirrored, sameBytes: false });
  }
  return likes;
}

/** What an earlier picture is of; null: it is no reason to look again. */
async function likeOf(
  work: Work,
  checkIn: CheckIn,
  file: KeptFile,
  earlier: KeptFile,
): Promise<Pick<Lookalike, 'samePoint' | 'of'> | null> {
  if (sentTogether(earlier, file)) return null;
  const earlierId = checkInOfSubject(earlier.subject);
  const other = earlierId === null ? null : await work.tx.shifts.checkIn(earlierId);
  const samePoint = other !== null && other.placeId !== null && other.placeId === checkIn.placeId;
  const undone = other?.state === 'replaced' || other?.state === 'void';
  // More pictures of one point on one night look alike, and so does one that was corrected or taken back.
  if (other !== null && other.shiftId === checkIn.shiftId && (samePoint || undone)) return null;
  return { samePoint, of: earlier.subject ?? '' };
}

/** The same sending: an album, and the copy that a hazard has of the very photo. */
function sentTogether(one: KeptFile, other: KeptFile): boolean {
  if (one.subject !== null && one.subject === other.subject) return true;
  if (one.roomId !== other.roomId) return false;
  return one.messageId === other.messageId || (one.albumId !== null && one.albumId === other.albumId);
}

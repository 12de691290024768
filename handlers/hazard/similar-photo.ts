import type { Hazard } from '../../core/hazard.ts';
import { hazardOfSubject } from '../../core/hazard.ts';
import type { HazardId } from '../../core/ids.ts';
import { sameWithinBits } from '../../core/photo.ts';
import type { FileRole, KeptFile } from '../../core/ports/files.ts';
import type { Reads } from '../../core/ports/store.ts';

/** An earlier photo of a hazard that looks the same as another one. */
export interface SimilarPhoto {
  file: KeptFile;
  hazardId: HazardId;
}

/** What of an earlier photo is worth a human's look. */
export interface PhotoLikeness {
  /** Which hazard the earlier photo belongs to. */
  hazardId: HazardId;
  role: FileRole | null;
}

interface Looking {
  photos: Pick<Reads['photos'], 'of' | 'seenBefore'>;
  files: Pick<Reads['files'], 'byId'>;
}

/** A form that everybody photographs is seen a hundred times; the nearest few tell as much. */
const looked = 20;

/** Earlier photos of hazards that look the same, the nearest first; none for what is no stored picture. */
export async function similarPhotos(read: Looking, file: KeptFile): Promise<SimilarPhoto[]> {
  const photo = file.state === 'stored' ? await read.photos.of(file.id) : null;
  if (photo === null) return [];
  const seen = await read.photos.seenBefore(photo, sameWithinBits);
  const files = await Promise.all(seen.slice(0, looked).map(({ fileId }) => read.files.byId(fileId)));
  return files.flatMap((earlier) => {
    const hazardId = earlier === null ? null : hazardOfSubject(earlier.subject);
    return earlier === null || hazardId === null ? [] : [{ file: earlier, hazardId }];
  });
}

/**
 * Why a human should look at a photo of this hazard: one of how it was that another hazard has already; one of how it is now
 * that was there before the work. Nothing is decided by it: two extinguishers look alike, and so does a wall from the same
 * spot. Null: no reason. What the camera wrote, or did not, is never one.
 */
export async function photoLikeness(
  read: Looking,
  hazard: Pick<Hazard, 'id' | 'roundAt'>,
  file: KeptFile,
): Promise<PhotoLikeness | null> {
  if (file.role !== 'before' && file.role !== 'after') return null;
  const found = (await similarPhotos(read, file)).find(({ file: earlier, hazardId }) => {
    if (hazardId !== hazard.id) return true;
    if (file.role === 'before') return false;
    // Several pictures of the same work are sent together, and look alike.
    return earlier.role === 'before' || earlier.receivedAt < hazard.roundAt;
  });
  return found === undefined ? null : { hazardId: found.hazardId, role: found.file.role };
}

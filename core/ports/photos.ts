import type { FileId } from '../ids.ts';
import type { PhotoFacts } from '../photo.ts';

/** What is known of a stored picture, and its copies for showing. There for every stored picture. */
export interface Photo extends PhotoFacts {
  fileId: FileId;
  /** The upright copy without anything that the camera wrote, at most 1280 pixels; hex name of its content. Null: it can't be drawn here. */
  sharedSha256: string | null;
  /** The same, at most 320 pixels. */
  smallSha256: string | null;
}

/** A picture that was there before and looks the same. */
export interface SeenPhoto {
  fileId: FileId;
  /** Bits that differ, of 64. */
  distance: number;
  /** It is the same picture seen in a mirror. */
  mirrored: boolean;
}

export interface PhotoReads {
  of(id: FileId): Promise<Photo | null>;
  /**
   * Earlier files whose picture differs in at most `bits` of 64 (up to 7; see `sameWithinBits`), the nearest first. Nothing
   * for a picture that is too plain to be told from others.
   */
  seenBefore(photo: Photo, bits: number): Promise<SeenPhoto[]>;
}

export interface PhotoWrites extends PhotoReads {
  put(photo: Photo): Promise<void>;
  remove(id: FileId): Promise<void>;
}

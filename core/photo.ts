import type { Position } from './message.ts';

/** What the camera wrote beside the picture. Evidence to look at, never to be relied on: most chats cut it off, anybody can change it. */
export interface CameraFacts {
  /** The camera's clock as it stood, `2026-11-21T20:05:11`, in no known time zone unless it ends in an offset such as `+08:00`. */
  takenAt: string | null;
  /** WGS-84. */
  position: Position | null;
  /** EXIF's number, 1 to 8: how the pixels must be turned to be upright (CIPA DC-008, tag 0x0112). */
  orientation: number | null;
  /** Maker and model. */
  device: string | null;
}

/** What was found in the bytes of a picture. */
export interface PhotoFacts {
  /** Pixels, upright. */
  width: number;
  height: number;
  camera: CameraFacts;
  /** Part of the picture is missing: it could be read only so far. */
  damaged: boolean;
  /** 64 bits in hex that stay nearly the same when a picture is shrunk or compressed again; null: the picture is too plain to tell it from others. */
  hash: string | null;
  /** The same of the picture seen in a mirror. */
  mirroredHash: string | null;
}

/** Pictures whose hashes differ in at most this many of 64 bits are taken for the same one. */
export const sameWithinBits = 6;

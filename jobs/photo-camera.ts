import readExif from 'exif-reader';
import type { Position } from '../core/message.ts';
import type { CameraFacts } from '../core/photo.ts';

const longestDevice = 80;

/** What the camera wrote, of a picture's EXIF block as it stands in the file. What is missing, damaged or impossible is null. */
export function cameraFacts(exif: Buffer | undefined, orientation: number | undefined): CameraFacts {
  const tags = exif === undefined ? null : parsed(exif);
  return {
    takenAt: takenAt(tags?.Photo),
    position: positionOf(tags?.GPSInfo),
    orientation: orientation ?? null,
    device: deviceOf(tags?.Image),
  };
}

type Tags = ReturnType<typeof readExif>;

function parsed(exif: Buffer): Tags | null {
  try {
    return readExif(exif);
  } catch {
    // A damaged block says nothing, and a picture without one is no worse.
    return null;
  }
}

/** The camera's clock has no zone; the reader gives its digits as if they were UTC. */
function takenAt(photo: Tags['Photo']): string | null {
  const at: unknown = photo?.DateTimeOriginal ?? photo?.DateTimeDigitized;
  if (!(at instanceof Date) || Number.isNaN(at.getTime())) return null;
  const offset: unknown = photo?.['OffsetTimeOriginal'];
  const known = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
  return `${at.toISOString().slice(0, 19)}${known}`;
}

function positionOf(gps: Tags['GPSInfo']): Position | null {
  const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S');
  const lon = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W');
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  // What cameras write that have not found any satellite yet.
  return lat === 0 && lon === 0 ? null : { lat, lon };
}

function degrees(parts: unknown, negative: boolean): number | null {
  if (!Array.isArray(parts)) return null;
  const [whole, minutes = 0, seconds = 0] = parts.map(Number);
  const value = (whole ?? NaN) + minutes / 60 + seconds / 3600;
  return Number.isFinite(value) ? Math.round((negative ? -value : value) * 1e7) / 1e7 : null;
}

function deviceOf(image: Tags['Image']): string | null {
  const words = [image?.Make, image?.Model]
    .filter((word): word is string => typeof word === 'string')
    .map((word) => word.replaceAll(/\p{Cc}+/gu, ' ').trim());
  const device = words.filter((word) => word !== '').join(' ');
  return device === '' ? null : device.slice(0, longestDevice);
}

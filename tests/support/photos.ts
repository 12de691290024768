import sharp from 'sharp';
import type { Exif } from 'sharp';

/** Numbers that look random and are the same each time. */
function dice(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A scene with shapes and shades of its own: the same for the same number, and unlike that of any other. */
export async function scene(number: number, { width = 1_600, height = 1_200 } = {}): Promise<Buffer> {
  const roll = dice(number);
  const at = (most: number): number => Math.round(roll() * most);
  const shade = (): string => `rgb(${at(255)},${at(255)},${at(255)})`;
  const shapes = Array.from({ length: 14 }, () => {
    const [x, y, wide, high] = [at(width), at(height), at(width / 2), at(height / 2)];
    return roll() < 0.5
      ? `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${shade()}"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${wide / 2}" ry="${high / 2}" fill="${shade()}"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${shade()}"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}

/** The scene as a phone's JPEG. */
export async function photo(number: number, size?: { width: number; height: number }): Promise<Buffer> {
  return sharp(await scene(number, size))
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** What a phone writes into a photo that was taken in Shanghai on a November evening, 28.905 north and 120.055 east. */
export const phoneExif: Exif = {
  IFD0: { Make: 'Qun', Model: 'Fang 1' },
  IFD2: { DateTimeOriginal: '2026:11:21 20:05:11', OffsetTimeOriginal: '+08:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '28/1 54/1 1800/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '120/1 3/1 1800/100',
  },
};

/** A phone held upright: the pixels lie on their side, and the file says how to turn them. */
export async function photoFromPhone(number: number): Promise<Buffer> {
  return sharp(await photo(number))
    .withExif(phoneExif)
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A HEIC picture of 32 × 32 pixels: `hevc32.heif` of libheif's test corpus. */
export const heic = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAXttZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABnwABAAAAAAAAAGwAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA+2lwcnAAAADbaXBjbwAAAHZodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAACAAAAABAAAAIAAAAAH////gAAAAAv///+AAAAACAAAADnBpeGkAAAAAAQgAAAAYaXBtYQAAAAAAAAABAAEFgQIDBYQAAAB0bWRhdAAAAGgoAa8TgPUrAhGDczL1mz4HCRRzxqbGjnnUrr1cLTO799zRz6nw0QjRMp+4I2Da10D3ghQEMvB53CWoI0S3qXIb99YsvLFaQ9ZLHxsJsZ9SxlvNJ5EgD4Y4miuaKu3bxPGXDHirp/9TzA==',
  'base64',
);

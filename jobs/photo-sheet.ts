import sharp from 'sharp';

const cell = 480;
const gap = 8;
const mostPictures = 16;

/**
 * Draws pictures beside each other into one, in rows, none of them cut: for platforms that have no albums.
 * @param paths upright pictures on this machine, at most 16 of which are drawn
 * @returns JPEG
 */
export async function photoSheet(paths: readonly string[]): Promise<Uint8Array> {
  const shown = paths.slice(0, mostPictures);
  const columns = Math.ceil(Math.sqrt(shown.length));
  const rows = Math.ceil(shown.length / columns);
  const cells = await Promise.all(
    shown.map(async (path, at) => ({
      input: await sharp(path).resize(cell, cell, { fit: 'contain', background: '#ffffff' }).png().toBuffer(),
      left: (at % columns) * (cell + gap),
      top: Math.floor(at / columns) * (cell + gap),
    })),
  );
  const [width, height] = [columns, rows].map((count) => count * (cell + gap) - gap) as [number, number];
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(cells)
    .jpeg({ quality: 80 })
    .toBuffer();
}

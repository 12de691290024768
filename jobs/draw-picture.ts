import sharp from 'sharp';

/** Enough for flat colours and the edges of letters; a picture of a night comes out at some 60 KB. */
const colours = 64;

/** A picture in SVG as a PNG. To be run where the fonts are set: in the process of jobs/photo-desk.ts. @throws Error when it is no SVG */
export async function drawPicture(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ palette: true, colours, compressionLevel: 9 }).toBuffer();
}

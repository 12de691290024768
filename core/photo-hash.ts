/** Edge of the grey picture that a hash is made of, in pixels. */
export const hashEdge = 32;
/** Frequencies in each direction that make the 64 bits. */
const waves = 8;
/** Mean contrast in grey levels of 256 below which there is nothing to tell one picture from another by: a wall, the night. */
const plainBelow = 1.5;

/**
 * The perceptual hash of a grey picture of 32 × 32 pixels, row by row, and that of the same picture in a mirror: whether
 * each of the 64 lowest waves across it (without the flat ones) is stronger than the middle one. Null for a picture without
 * contrast. Source: Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010, section 3.2.2.
 */
export function photoHash(grey: Uint8Array): { hash: string; mirroredHash: string } | null {
  const strengths = wavesOf(grey);
  const energy = strengths.reduce((sum, strength) => sum + strength ** 2, 0);
  if (Math.sqrt(energy) / hashEdge < plainBelow) return null;
  // In a mirror the waves that are odd across change their sign; the first wave across is number 1.
  const mirrored = strengths.map((strength, at) => ((at % waves) % 2 === 0 ? -strength : strength));
  return { hash: bitsOf(strengths), mirroredHash: bitsOf(mirrored) };
}

/** Discrete cosine transform, the waves 1 to 8 in both directions, row by row. */
function wavesOf(grey: Uint8Array): number[] {
  const across = new Float64Array(hashEdge * waves);
  for (let y = 0; y < hashEdge; y += 1)
    for (let u = 0; u < waves; u += 1) {
      let sum = 0;
      for (let x = 0; x < hashEdge; x += 1) sum += (grey[y * hashEdge + x] ?? 0) * wave(u, x);
      across[y * waves + u] = sum;
    }
  return Array.from({ length: waves * waves }, (_, at) => {
    const [v, u] = [Math.floor(at / waves), at % waves];
    let sum = 0;
    for (let y = 0; y < hashEdge; y += 1) sum += (across[y * waves + u] ?? 0) * wave(v, y);
    return (sum * 2) / hashEdge;
  });
}

const cosines = Float64Array.from({ length: waves * hashEdge }, (_, at) => {
  const [k, x] = [Math.floor(at / hashEdge) + 1, at % hashEdge];
  return Math.cos((Math.PI * k * (2 * x + 1)) / (2 * hashEdge));
});

function wave(k: number, x: number): number {
  return cosines[k * hashEdge + x] ?? 0;
}

function bitsOf(strengths: readonly number[]): string {
  const sorted = strengths.toSorted((a, b) => a - b);
  const middle = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2;
  let text = '';
  for (let at = 0; at < strengths.length; at += 4) {
    let digit = 0;
    for (const strength of strengths.slice(at, at + 4)) digit = digit * 2 + (strength > middle ? 1 : 0);
    text += hex(digit, 1);
  }
  return text;
}

/** How many bits differ between two hashes of the same length in hex. */
export function bitsApart(one: string, other: string): number {
  let bits = 0;
  for (let at = 0; at < one.length; at += 4) {
    bits += ones(Number.parseInt(one.slice(at, at + 4), 16) ^ Number.parseInt(other.slice(at, at + 4), 16));
  }
  return bits;
}

/** The four parts of 16 bits of a hash of 64 bits, in hex. */
export function bandsOf(hash: string): [string, string, string, string] {
  return [hash.slice(0, 4), hash.slice(4, 8), hash.slice(8, 12), hash.slice(12, 16)];
}

/**
 * A part of 16 bits and all that differ from it in one bit, in hex. Of hashes that differ in at most 7 bits, at least one of
 * the four parts differs in at most one bit, so that looking these up finds them all.
 */
export function nearBands(band: string): string[] {
  const bits = Number.parseInt(band, 16);
  return [bits, ...Array.from({ length: 16 }, (_, at) => bits ^ (1 << at))].map((near) => hex(near, 4));
}

/** A number in hex with leading zeros. */
function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

function ones(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count += 1;
  return count;
}

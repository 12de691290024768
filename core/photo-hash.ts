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
export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

function ones(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count += 1;
  return count;
}

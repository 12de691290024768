import type { Instant } from '../core/clock.ts';

/** A line has so many octets at the most, its end left out (RFC 5545, 3.1). */
const longestLine = 75;

/** The lines of an iCalendar object as they are sent: long ones folded, each with its end. */
export function icalFile(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261123T120000Z` (3.3.5). */
export function icalInstant(at: Instant): string {
  const seconds = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
  return seconds.replaceAll(/[-:]/g, '');
}

/** A value of words (3.3.11): what has a meaning in it is escaped, and it holds no control characters. */
export function icalText(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** Continues a long line on the next, never within a character. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > longestLine) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += length;
  }
  return result;
}

/**
 * Cuts a text into parts of at most `limit` UTF-16 units: between lines where that is possible, else inside a line, but
 * never inside a character. Nothing but the line breaks at the cuts is lost.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let part: string | null = null;
  for (const line of text.split('\n').flatMap((long) => pieces(long, limit))) {
    const longer: string = part === null ? line : `${part}\n${line}`;
    if (part !== null && longer.length > limit) {
      parts.push(part);
      part = line;
    } else {
      part = longer;
    }
  }
  if (part !== null) parts.push(part);
  return parts;
}

function pieces(line: string, limit: number): string[] {
  const found: string[] = [];
  let start = 0;
  while (line.length - start > limit) {
    const isSplitPair = /[\uD800-\uDBFF]/.test(line.charAt(start + limit - 1));
    const end = start + limit - (isSplitPair && limit > 1 ? 1 : 0);
    found.push(line.slice(start, end));
    start = end;
  }
  found.push(line.slice(start));
  return found;
}

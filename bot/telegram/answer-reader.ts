/** An answer as it stands on the wire (RFC 9112). */
export interface WireAnswer {
  status: number;
  body: Buffer;
  /** How long the connection takes another request; 0: it is over. */
  keepAliveMs: number;
}

interface Head {
  status: number;
  keepAliveMs: number;
  /** Where the body begins. */
  bodyAt: number;
  /** Bytes of the body, or how its end is found. */
  length: number | 'chunked' | 'to the end';
}

const HEAD_LIMIT_BYTES = 64 * 1024;
const headEnd = Buffer.from('\r\n\r\n');
const statusLine = /^HTTP\/1\.([01]) (\d{3})(?: |\r|$)/;
const lengthField = /\r\ncontent-length:[ \t]*(\d+)[ \t]*(?:\r|$)/i;
const chunkedField = /\r\ntransfer-encoding:[^\r]*chunked/i;
const connectionField = /\r\nconnection:[ \t]*([^\r]*)/i;
const keepAliveField = /\r\nkeep-alive:[^\r]*timeout=(\d+)/i;
const chunkSize = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i;

/** Puts the pieces of one answer together. What it cannot read it refuses, and the connection is to be given up. */
export class AnswerReader {
  readonly #limitBytes: number;
  #pieces: Buffer[] = [];
  #size = 0;
  #head: Head | null = null;

  /** @param limitBytes how large a body may be */
  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** The answer once it is whole; null: more is to come. @throws RangeError too large, Error not an answer */
  take(piece: Buffer): WireAnswer | null {
    this.#pieces.push(piece);
    this.#size += piece.length;
    this.#head ??= this.#readHead();
    const head = this.#head;
    if (head === null) return null;
    const came = this.#size - head.bodyAt;
    if (came > this.#limitBytes || (typeof head.length === 'number' && head.length > this.#limitBytes))
      throw new RangeError('The answer is too large');
    if (head.length === 'to the end') return null;
    if (head.length === 'chunked') return this.#dechunk(head);
    if (came < head.length) return null;
    if (came > head.length) throw new Error('More came than the answer');
    return answerOf(head, this.#together().subarray(head.bodyAt));
  }

  /** The connection has ended: the answer when that is how its end is told, else null. */
  end(): WireAnswer | null {
    const head = this.#head;
    return head?.length === 'to the end' ? answerOf(head, this.#together().subarray(head.bodyAt)) : null;
  }

  #together(): Buffer {
    const [first] = this.#pieces;
    if (this.#pieces.length === 1 && first !== undefined) return first;
    const all = Buffer.concat(this.#pieces, this.#size);
    this.#pieces = [all];
    return all;
  }

  #readHead(): Head | null {
    const bytes = this.#together();
    const end = bytes.indexOf(headEnd);
    if (end < 0 && this.#size > HEAD_LIMIT_BYTES) throw new Error('The head of the answer has no end');
    if (end < 0) return null;
    const head = headOf(bytes.toString('latin1', 0, end), end + headEnd.length);
    if (head.status >= 200) return head;
    // "Continue" and its like go before the answer.
    const rest = bytes.subarray(head.bodyAt);
    this.#pieces = [rest];
    this.#size = rest.length;
    return this.#readHead();
  }

  #dechunk(head: Head): WireAnswer | null {
    const bytes = this.#together();
    const parts: Buffer[] = [];
    for (let at = head.bodyAt; ;) {
      const lineEnd = bytes.indexOf('\r\n', at);
      if (lineEnd < 0) return null;
      const size = Number.parseInt(chunkSize.exec(bytes.toString('latin1', at, lineEnd))?.[1] ?? '', 16);
      if (Number.isNaN(size)) throw new Error('A chunk of the answer has no size');
      if (size === 0) return bytes.indexOf(headEnd, lineEnd) < 0 ? null : answerOf(head, Buffer.concat(parts));
      const end = lineEnd + 2 + size;
      if (bytes.length < end + 2) return null;
      parts.push(bytes.subarray(lineEnd + 2, end));
      at = end + 2;
    }
  }
}

function headOf(text: string, bodyAt: number): Head {
  const [, minor, code] = statusLine.exec(text) ?? [];
  if (code === undefined) throw new Error('What came is no answer');
  const status = Number(code);
  const length = lengthOf(text, status);
  const said = connectionField.exec(text)?.[1]?.toLowerCase() ?? '';
  const ends = length === 'to the end' || (minor === '1' ? said === 'close' : said !== 'keep-alive');
  const keepAliveMs = ends ? 0 : Number(keepAliveField.exec(text)?.[1] ?? Infinity) * 1000;
  return { status, keepAliveMs, bodyAt, length };
}

function lengthOf(text: string, status: number): Head['length'] {
  if (status === 204 || status === 304) return 0;
  if (chunkedField.test(text)) return 'chunked';
  const length = lengthField.exec(text)?.[1];
  return length === undefined ? 'to the end' : Number(length);
}

function answerOf({ status, keepAliveMs }: Head, body: Buffer): WireAnswer {
  return { status, keepAliveMs, body };
}

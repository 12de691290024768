import { describe, expect, it } from 'vitest';
import { AnswerReader, type WireAnswer } from '../../../bot/telegram/answer-reader.ts';

/** What comes of an answer that arrives in pieces of this many bytes. */
function read(wire: string, pieceBytes = wire.length, limitBytes = 1_000): (WireAnswer & { text: string }) | null {
  const reader = new AnswerReader(limitBytes);
  const bytes = Buffer.from(wire);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const answer = reader.take(bytes.subarray(at, at + pieceBytes));
    if (answer !== null) return { ...answer, text: answer.body.toString() };
  }
  const answer = reader.end();
  return answer && { ...answer, text: answer.body.toString() };
}

const ok = 'HTTP/1.1 200 OK\r\n';

describe('an HTTP answer', () => {
  it.each([1, 2, 7, 1_000])('is put together from pieces of %i bytes', (pieceBytes) => {
    const sized = `${ok}Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{"words":"好"}`;
    expect(read(sized, pieceBytes)).toMatchObject({ status: 200, text: '{"words":"好"}', keepAliveMs: Infinity });
    const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;x=y\r\n!\r\n0\r\n\r\n`;
    expect(read(chunked, pieceBytes)).toMatchObject({ status: 200, text: 'hello!' });
    const trailed = `${ok}transfer-encoding: gzip, chunked\r\n\r\n2\r\nhi\r\n0\r\nx: y\r\n\r\n`;
    expect(read(trailed, pieceBytes)).toMatchObject({ text: 'hi' });
  });

  it('may have no body', () => {
    expect(read('HTTP/1.1 204 No Content\r\n\r\n')).toMatchObject({ status: 204, text: '' });
    expect(read('HTTP/1.1 502 \r\ncontent-length: 0\r\n\r\n')).toMatchObject({ status: 502, text: '' });
  });

  it('comes after those that only say to go on', () => {
    expect(read(`HTTP/1.1 100 Continue\r\n\r\n${ok}content-length: 2\r\n\r\nhi`, 3)).toMatchObject({ text: 'hi' });
  });

  it('without a length ends with its connection', () => {
    expect(read(`${ok}\r\nhello`, 4)).toMatchObject({ text: 'hello', keepAliveMs: 0 });
  });

  it('tells how long its connection takes another request', () => {
    expect(read(`${ok}Connection: close\r\ncontent-length: 0\r\n\r\n`)).toMatchObject({ keepAliveMs: 0 });
    expect(read('HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n')).toMatchObject({ keepAliveMs: 0 });
    expect(read(`${ok}Keep-Alive: timeout=5, max=100\r\ncontent-length: 0\r\n\r\n`)).toMatchObject({
      keepAliveMs: 5_000,
    });
  });

  it('that breaks off is none', () => {
    expect(read(`${ok}content-length: 10\r\n\r\nhello`)).toBeNull();
    expect(read(`${ok}transfer-encoding: chunked\r\n\r\n5\r\nhel`)).toBeNull();
    expect(read('HTTP/1.1 2')).toBeNull();
  });

  it('is refused when it is too large, whether it says so or not', () => {
    expect(() => read(`${ok}content-length: 1001\r\n\r\n`)).toThrow(RangeError);
    expect(() => read(`${ok}transfer-encoding: chunked\r\n\r\n`.padEnd(2_000, '1'), 500)).toThrow(RangeError);
    expect(() => read(ok.padEnd(70_000, 'x'), 9_000)).toThrow('has no end');
  });

  it('is refused when it is something else', () => {
    expect(() => read('SSH-2.0-OpenSSH_9.6\r\n\r\n')).toThrow('no answer');
    expect(() => read(`${ok}transfer-encoding: chunked\r\n\r\nzz\r\n`)).toThrow('no size');
    expect(() => read(`${ok}content-length: 2\r\n\r\nhi!`)).toThrow('More came');
  });
});

import { FileBox } from 'file-box';
import { TransportError } from '../../core/error.ts';
import type { Attachment } from '../../core/message.ts';
import type { Puppet } from './settings.ts';
import { fetchFailure } from './transport-failure.ts';
import { within } from './within.ts';

/** The bytes of a message's file, as they come, at most `limitBytes`, all of them within `waitMs`. @throws TransportError */
export async function* fetchFile(
  puppet: Puppet,
  attachment: Attachment,
  { limitBytes, waitMs }: { limitBytes: number; waitMs: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const until = performance.now() + waitMs;
  const soon = <Result>(promise: Promise<Result>): Promise<Result> =>
    within(promise, Math.max(1, Math.round(until - performance.now())));
  let pieces: AsyncIterator<unknown> | null = null;
  let size = 0;
  try {
    pieces = (await soon(open(puppet, attachment.ref)))[Symbol.asyncIterator]();
    for (let next = await soon(pieces.next()); next.done !== true; next = await soon(pieces.next())) {
      const piece = bytesOf(next.value);
      size += piece.byteLength;
      if (size > limitBytes) {
        throw new TransportError('permanent', `the file is over ${limitBytes} bytes`, { reason: 'refused' });
      }
      yield piece;
    }
    if (size === 0) throw new Error('the puppet gave an empty file');
  } catch (error) {
    throw fetchFailure(error);
  } finally {
    // The rest is not downloaded. A puppet that hangs is not waited for.
    pieces?.return?.().catch(() => undefined);
  }
}

async function open(puppet: Puppet, messageId: string): Promise<AsyncIterable<unknown>> {
  const file: unknown = await puppet.messageFile(messageId);
  if (!FileBox.valid(file)) throw new Error('the puppet gave no file');
  return file.toStream();
}

function bytesOf(piece: unknown): Uint8Array {
  if (!(piece instanceof Uint8Array)) throw new Error('the puppet gave a file that is not bytes');
  return piece;
}

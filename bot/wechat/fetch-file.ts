import { FileBox } from 'file-box';
import { TransportError } from '../../core/error.ts';
import type { Attachment } from '../../core/message.ts';
import type { Puppet } from './settings.ts';
import { fetchFailure } from './transport-failure.ts';
import { within } from './within.ts';

/** The bytes of a message's file, at most `limitBytes`. @throws TransportError */
export async function fetchFile(
  puppet: Puppet,
  attachment: Attachment,
  { limitBytes, waitMs }: { limitBytes: number; waitMs: number },
): Promise<Uint8Array> {
  try {
    return await within(readAll(puppet, attachment.ref, limitBytes), waitMs);
  } catch (error) {
    throw fetchFailure(error);
  }
}

async function readAll(puppet: Puppet, messageId: string, limitBytes: number): Promise<Uint8Array> {
  const file: unknown = await puppet.messageFile(messageId);
  if (!FileBox.valid(file)) throw new Error('the puppet gave no file');
  const stream: AsyncIterable<unknown> = await file.toStream();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error('the puppet gave a file that is not bytes');
    size += chunk.byteLength;
    if (size > limitBytes) {
      // Leaving the loop closes the stream, so the rest is not downloaded.
      throw new TransportError('permanent', `the file is over ${limitBytes} bytes`, { reason: 'refused' });
    }
    chunks.push(chunk);
  }
  if (size === 0) throw new Error('the puppet gave an empty file');
  return Buffer.concat(chunks);
}

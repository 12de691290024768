import { TransportError } from '../../core/error.ts';
import type { Attachment } from '../../core/message.ts';
import type { TelegramApi } from './api.ts';
import { DOWNLOAD_LIMIT_BYTES } from './capabilities.ts';
import { toTransportError } from './errors.ts';

/**
 * The bytes of an attachment, as they come. The address of a file holds the token, so it is made anew each time, used once, and neither
 * kept nor logged.
 * @throws TransportError `permanent` for what is larger than `limitBytes` or than Telegram hands over
 */
export async function* fetchFile(
  { api, download }: TelegramApi,
  attachment: Attachment,
  limitBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const limit = Math.min(limitBytes, DOWNLOAD_LIMIT_BYTES);
  if ((attachment.sizeBytes ?? 0) > limit) throw tooLarge(limit);
  const file = await api.getFile(attachment.ref).catch((error: unknown) => {
    throw toTransportError(error);
  });
  if ((file.file_size ?? 0) > limit) throw tooLarge(limit);
  if (file.file_path === undefined) throw new TransportError('retryable', 'getFile: no path yet');
  yield* download(file.file_path, limit);
}

function tooLarge(limit: number): TransportError {
  return new TransportError('permanent', `the file is larger than ${limit} bytes`, { reason: 'refused' });
}

import { TransportError } from '../../core/error.ts';
import type { Log } from '../../core/ports/log.ts';

/** Takes a secret out of texts. A puppet service that refuses a token says it in its answer. */
export type Hide = (text: string) => string;

/** Hides this secret; with null there is none. */
export function hiding(secret: string | null): Hide {
  return (text) => (secret === null ? text : text.replaceAll(secret, '…'));
}

/** A log that never gets to see the secret, not even inside errors. */
export function hidingLog(log: Log, hide: Hide): Log {
  const hidden = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        if (typeof value === 'string') return [name, hide(value)];
        return [name, value instanceof Error ? hiddenError(value, hide) : value];
      }),
    );
  return {
    info: (fields, message) => log.info(hidden(fields), message),
    warn: (fields, message) => log.warn(hidden(fields), message),
    error: (fields, message) => log.error(hidden(fields), message),
  };
}

/** The same failure, with a cause that has no secret. */
export function hiddenFailure(failure: TransportError, hide: Hide): TransportError {
  if (!(failure.cause instanceof Error)) return failure;
  const { failure: kind, message, reason, retryAfterMs } = failure;
  return new TransportError(kind, message, {
    cause: hiddenError(failure.cause, hide),
    ...(reason === undefined ? {} : { reason }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** gRPC's errors carry metadata too, so a new one is made of what is safe. */
function hiddenError(error: Error, hide: Hide): Error {
  const safe = new Error(
    hide(error.message),
    error.cause instanceof Error ? { cause: hiddenError(error.cause, hide) } : {},
  );
  safe.name = error.name;
  safe.stack = hide(error.stack ?? '');
  return safe;
}

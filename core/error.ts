/** Why a person's wish was refused. Safe to show: the text tells what to do next. */
export type AppErrorCode = 'invalid' | 'not_found' | 'conflict' | 'forbidden' | 'rate_limited';

/** A refusal that the person may see. `message` is a key-free English sentence for the log; what is shown comes from texts. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  constructor(code: AppErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/**
 * What is known about a call to a chat platform that did not succeed.
 * - `permanent`: refused for good (blocked, chat gone, text refused); sending it again cannot help.
 * - `retryable`: certainly not carried out (limit, 5xx before work, no connection); send it again.
 * - `unknown`: it may have been carried out (answer lost); never resend blindly.
 */
export type TransportFailure = 'permanent' | 'retryable' | 'unknown';

/** Why a `permanent` failure is one, where the platform said. */
export type PermanentReason = 'blocked' | 'room_gone' | 'not_a_member' | 'message_gone' | 'refused';

/** A failed call to a chat platform. The message never contains a secret. */
export class TransportError extends Error {
  readonly failure: TransportFailure;
  readonly reason: PermanentReason | undefined;
  /** How long this room's lane must wait before the next call, in milliseconds (a 429's `retry_after`). */
  readonly retryAfterMs: number | undefined;
  /** The room's new external id, when the platform says that it moved. */
  readonly movedTo: string | undefined;
  constructor(
    failure: TransportFailure,
    message: string,
    options: { cause?: unknown; reason?: PermanentReason; retryAfterMs?: number; movedTo?: string } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'TransportError';
    this.failure = failure;
    this.reason = options.reason;
    this.retryAfterMs = options.retryAfterMs;
    this.movedTo = options.movedTo;
  }
}

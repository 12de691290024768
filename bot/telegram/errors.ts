import { GrammyError } from 'grammy';
import { TransportError, type PermanentReason } from '../../core/error.ts';

/**
 * What a failed call means. The Bot API tells its refusals apart by their words only, so they are matched here; see
 * https://core.telegram.org/api/errors and the wording of the open-source server.
 */
const PERMANENT: readonly (readonly [RegExp, PermanentReason])[] = [
  [/blocked by the user|user is deactivated|can't initiate conversation|can't send messages to bots/, 'blocked'],
  [/was kicked|not a member|CHAT_WRITE_FORBIDDEN|not enough rights|have no rights/, 'not_a_member'],
  [/chat not found|chat was deleted|group is deactivated|PEER_ID_INVALID|upgraded to a supergroup/, 'room_gone'],
  [/message to (edit|react|delete|be replied) not found|message can't be edited|MESSAGE_ID_INVALID/, 'message_gone'],
];

/** Statuses of a gateway that gave up waiting: what was asked for may have been done. */
const GATEWAY_TIMEOUT = 504;

/** Makes what a call threw into what is known about it. Anything that is not about the call is given back as it is. */
export function toTransportError(error: unknown): unknown {
  if (error instanceof TransportError) return error;
  if (!(error instanceof GrammyError)) return error;
  const { error_code: code, description, parameters, method } = error;
  const words = `${method}: ${code} ${description}`;
  if (code === 429)
    return new TransportError('retryable', words, { retryAfterMs: (parameters.retry_after ?? 1) * 1000 });
  if (code === GATEWAY_TIMEOUT) return new TransportError('unknown', words);
  if (code >= 500) return new TransportError('retryable', words);
  const movedTo = parameters.migrate_to_chat_id;
  if (movedTo !== undefined)
    return new TransportError('permanent', words, { reason: 'room_gone', movedTo: String(movedTo) });
  const [, reason] = PERMANENT.find(([pattern]) => pattern.test(description)) ?? [undefined, 'refused' as const];
  return new TransportError('permanent', words, { reason });
}

/** The server says that the message shows this already: then it is as it should be. */
export function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('message is not modified');
}

/** The message standing there is of the other sort: a photo with a caption, or words. */
export function isOtherSort(error: unknown): boolean {
  return error instanceof GrammyError && /there is no (text|caption) in the message to edit/.test(error.description);
}

/** The server understood and does not want it: a photo it cannot read, a message that is gone. */
export function isRefused(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400;
}

/** Somebody else takes this bot's updates: another poll, or a webhook. */
export function isConflict(error: unknown, by: 'poll' | 'webhook'): boolean {
  if (!(error instanceof GrammyError) || error.error_code !== 409) return false;
  return error.description.includes(by === 'poll' ? 'other getUpdates' : 'ebhook');
}

/** The token is wrong or was revoked; a misshapen one makes the address unknown as well. */
export function isTokenRefused(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  const { error_code: code, description } = error;
  return (code === 401 && description.startsWith('Unauthorized')) || (code === 404 && description === 'Not Found');
}

/** No address at all would be taken as the webhook's in this form, however often it is offered. */
export function isWebhookRefused(error: unknown): boolean {
  if (!(error instanceof GrammyError) || error.method !== 'setWebhook') return false;
  return /HTTPS URL must be provided|can be set up only on ports|invalid webhook URL|IP address .*is reserved/i.test(
    error.description,
  );
}

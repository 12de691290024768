import { TransportError } from '../../core/error.ts';
import type { RoomKind } from '../../core/message.ts';
import type { Puppet } from './settings.ts';
import { TooLong, within } from './within.ts';

/** Later is soon enough: the account has to come back first, or WeChat has to forget the last burst. */
const OFFLINE_WAIT_MS = 5_000;
const BUSY_WAIT_MS = 60_000;
const MEMBERSHIP_MS = 3_000;

/** What the lanes hear while nobody is logged in. */
export function offline(): TransportError {
  return new TransportError('retryable', 'WeChat is not logged in', { retryAfterMs: OFFLINE_WAIT_MS });
}

/** Words of puppets and of WeChat itself, by what they mean. The first that fits counts. */
const meanings: readonly (readonly [RegExp, (cause: unknown) => TransportError])[] = [
  [/not logged in|no grpc manager|no client|channel has been (?:shut down|closed)/i, offline],
  [/no connection established|name resolution|ECONNREFUSED/i, offline],
  [
    /频繁|too (?:frequent|many)|rate limit|\b1205\b/i,
    (cause) => new TransportError('retryable', 'WeChat asks for a pause', { cause, retryAfterMs: BUSY_WAIT_MS }),
  ],
  [
    /朋友验证|不是.{0,6}好友|拒收|blacklist|not (?:a |your )?friend/i,
    (cause) =>
      new TransportError('permanent', 'this person does not take messages of the account', {
        cause,
        reason: 'blocked',
      }),
  ],
  [
    /not in (?:the |this )?(?:chat)?room|已被移出群聊|不在群聊/i,
    (cause) => new TransportError('permanent', 'the account is not in this room', { cause, reason: 'not_a_member' }),
  ],
  [
    /unsupported|unimplemented|not implemented/i,
    (cause) => new TransportError('permanent', 'this puppet cannot do that', { cause, reason: 'refused' }),
  ],
];

/**
 * What is known after a send did not succeed. Puppets say little, so what is not understood is looked up: a room that the
 * account is no longer in cannot have got the message. The rest is `unknown`: WeChat gives no way to ask.
 */
export async function sendFailure(
  cause: unknown,
  puppet: Puppet,
  room: { externalId: string; kind: RoomKind },
): Promise<TransportError> {
  if (cause instanceof TransportError) return cause;
  if (cause instanceof TooLong) return new TransportError('unknown', 'WeChat did not answer', { cause });
  const known = meanings.find(([words]) => words.test(wordsOf(cause)));
  if (known) return known[1](cause);
  if (await isGone(puppet, room)) {
    return room.kind === 'group'
      ? new TransportError('permanent', 'the account is not in this room', { cause, reason: 'not_a_member' })
      : new TransportError('permanent', 'WeChat does not know this person', { cause, reason: 'room_gone' });
  }
  return new TransportError('unknown', 'WeChat refused or lost the message', { cause });
}

/** Fetching changes nothing, so all but "it is not there any more" can be tried again. */
export function fetchFailure(cause: unknown): TransportError {
  if (cause instanceof TransportError) return cause;
  const isGone = /no (?:filebox|payload)|not found|not exist|expired|过期|已被清理/i.test(wordsOf(cause));
  return isGone
    ? new TransportError('permanent', 'WeChat does not have this file any more', { cause, reason: 'message_gone' })
    : new TransportError('retryable', 'the file could not be fetched', { cause, retryAfterMs: OFFLINE_WAIT_MS });
}

async function isGone(puppet: Puppet, room: { externalId: string; kind: RoomKind }): Promise<boolean> {
  try {
    const known = await within(room.kind === 'group' ? puppet.roomList() : puppet.contactList(), MEMBERSHIP_MS);
    return known.length > 0 && !known.includes(room.externalId);
  } catch {
    // No list, so nothing is known.
    return false;
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

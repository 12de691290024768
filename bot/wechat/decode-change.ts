import type { payloads } from 'wechaty';
import type { Instant } from '../../core/clock.ts';
import type { Inbound, InboundChange } from '../../core/message.ts';
import { instantOf } from './decode-message.ts';

/** Names that a change speaks of; '' where the puppet does not know them. */
export interface ChangeNames {
  selfId: string;
  roomTitle: string;
  /** By id. */
  people: ReadonlyMap<string, string>;
  now: Instant;
}

/** One event for each person that came; for the bot itself `bot_joined`. */
export function decodeJoin(payload: payloads.EventRoomJoin, names: ChangeNames): Inbound[] {
  return payload.inviteeIdList.map((id) => {
    const event: InboundChange =
      id === names.selfId
        ? { kind: 'bot_joined' }
        : { kind: 'member_joined', memberExternalId: id, name: names.people.get(id) ?? '' };
    return roomChange(payload, names, { id: `join:${id}`, by: payload.inviterId, event });
  });
}

/** One event for each person that went or was removed; for the bot itself `bot_left`. */
export function decodeLeave(payload: payloads.EventRoomLeave, names: ChangeNames): Inbound[] {
  return payload.removeeIdList.map((id) => {
    const event: InboundChange =
      id === names.selfId
        ? { kind: 'bot_left' }
        : { kind: 'member_left', memberExternalId: id, name: names.people.get(id) ?? '' };
    return roomChange(payload, names, { id: `leave:${id}`, by: payload.removerId, event });
  });
}

/** A room with a new title; the title is in `room`. */
export function decodeTopic(payload: payloads.EventRoomTopic, names: ChangeNames): Inbound {
  return roomChange(
    payload,
    { ...names, roomTitle: payload.newTopic },
    {
      id: 'topic',
      by: payload.changerId,
      event: { kind: 'other', what: 'room_title' },
    },
  );
}

/**
 * A room that the account is in, reported after each login: ids may be new, the title tells which room it is. `other`,
 * not `bot_joined`: nothing happened there, so nobody is to be greeted. Without new ids or titles it is the same update again.
 */
export function decodePresence(room: { id: string; title: string }, login: { selfId: string; at: Instant }): Inbound {
  return {
    platform: 'wechat',
    updateId: `present:${login.selfId}:${room.id}:${room.title}`,
    sentAt: login.at,
    room: { externalId: room.id, kind: 'group', title: room.title },
    sender: null,
    event: { kind: 'other', what: 'room_present' },
    raw: JSON.stringify(room),
  };
}

/** What the app writes into a friend request by itself. */
const greeting = /^(?:我是.{0,32}|I['’]?m .{0,32})?$/i;

/**
 * A friend request that was accepted. Words that came with it are words to the bot: a binding code, or a cry for help. Where
 * nobody wrote any, it reads like a bare start.
 */
export function decodeFriendship(payload: payloads.Friendship, name: string, now: Instant): Inbound {
  const text = (payload.hello ?? '').trim();
  return {
    platform: 'wechat',
    updateId: `friend:${payload.id}`,
    sentAt: instantOf(payload.timestamp, now),
    room: { externalId: payload.contactId, kind: 'direct', ...(name === '' ? {} : { title: name }) },
    sender: { externalId: payload.contactId, name },
    event: {
      kind: 'message',
      messageId: payload.id,
      text,
      attachments: [],
      mentionsBot: true,
      edited: false,
      ...(greeting.test(text) ? { start: '' } : {}),
    },
    raw: JSON.stringify(payload),
  };
}

function roomChange(
  payload: { roomId: string; timestamp: number },
  names: ChangeNames,
  change: { id: string; by: string; event: InboundChange },
): Inbound {
  const by = change.by === '' || change.by === names.selfId ? null : change.by;
  return {
    platform: 'wechat',
    updateId: `${change.id}:${payload.roomId}:${payload.timestamp}`,
    sentAt: instantOf(payload.timestamp, names.now),
    room: {
      externalId: payload.roomId,
      kind: 'group',
      ...(names.roomTitle === '' ? {} : { title: names.roomTitle }),
    },
    sender: by === null ? null : { externalId: by, name: names.people.get(by) ?? '' },
    event: change.event,
    raw: JSON.stringify(payload),
  };
}

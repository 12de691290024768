import { types, type payloads } from 'wechaty';
import type { Instant } from '../../core/clock.ts';
import type { ChangeNames } from './decode-change.ts';
import { talkerOf, type Surroundings } from './decode-message.ts';
import { spotInPayload, spotInXml, type Spot } from './read-location.ts';
import { asXml } from './read-xml.ts';
import type { Puppet } from './settings.ts';
import { within } from './within.ts';

/** Who asks, when, and how long an answer may take. */
export interface Asked {
  selfId: string;
  now: Instant;
  waitMs: number;
}

/** Everything around a message that its decoding needs. What cannot be looked up in time is left empty. */
export async function lookUpMessage(puppet: Puppet, payload: payloads.Message, asked: Asked): Promise<Surroundings> {
  const roomId = payload.roomId ?? '';
  const talkerId = talkerOf(payload);
  const [sender, alias, self, selfAlias, roomTitle, spot] = await Promise.all([
    contact(puppet, talkerId, asked.waitMs),
    roomAlias(puppet, roomId, talkerId, asked.waitMs),
    contact(puppet, asked.selfId, asked.waitMs),
    roomAlias(puppet, roomId, asked.selfId, asked.waitMs),
    lookUpTitle(puppet, roomId, asked.waitMs),
    lookUpSpot(puppet, payload, asked.waitMs),
  ]);
  return {
    selfId: asked.selfId,
    selfNames: [self?.name ?? '', selfAlias].filter((name) => name !== ''),
    senderName: alias === '' ? (sender?.name ?? '') : alias,
    isService: sender?.type === types.Contact.Official,
    roomTitle,
    spot,
    now: asked.now,
  };
}

/** Names for what happened to a room. */
export async function lookUpChange(
  puppet: Puppet,
  roomId: string,
  people: readonly string[],
  asked: Asked,
): Promise<ChangeNames> {
  const ids = [...new Set(people)].filter((id) => id !== '');
  const [roomTitle, ...names] = await Promise.all([
    lookUpTitle(puppet, roomId, asked.waitMs),
    ...ids.map((id) => lookUpName(puppet, id, asked.waitMs)),
  ]);
  return { selfId: asked.selfId, now: asked.now, roomTitle, people: new Map(ids.map((id, n) => [id, names[n] ?? ''])) };
}

/** The name that somebody goes by; '' when it cannot be had. */
export async function lookUpName(puppet: Puppet, contactId: string, waitMs: number): Promise<string> {
  return (await contact(puppet, contactId, waitMs))?.name ?? '';
}

/** A group's title; '' when it has none or cannot be had. */
export async function lookUpTitle(puppet: Puppet, roomId: string, waitMs: number): Promise<string> {
  if (roomId === '') return '';
  return (await orNull(() => puppet.roomPayload(roomId), waitMs))?.topic ?? '';
}

/**
 * Where a location message points. Its own XML is asked first: it is what the sender's phone wrote, while puppets lose the
 * coordinates on the way or make them up.
 */
async function lookUpSpot(puppet: Puppet, payload: payloads.Message, waitMs: number): Promise<Spot | null> {
  const xml = asXml(payload.text ?? '');
  const written = xml === null ? null : spotInXml(xml);
  if (written !== null || payload.type !== types.Message.Location) return written;
  const answer = await orNull(() => puppet.messageLocation(payload.id), waitMs);
  return answer === null ? null : spotInPayload(answer);
}

async function contact(puppet: Puppet, id: string, waitMs: number): Promise<payloads.Contact | null> {
  return id === '' ? null : orNull(() => puppet.contactPayload(id), waitMs);
}

async function roomAlias(puppet: Puppet, roomId: string, memberId: string, waitMs: number): Promise<string> {
  if (roomId === '' || memberId === '') return '';
  return (await orNull(() => puppet.roomMemberPayload(roomId, memberId), waitMs))?.roomAlias ?? '';
}

async function orNull<Answer>(ask: () => Promise<Answer>, waitMs: number): Promise<Answer | null> {
  try {
    return await within(ask(), waitMs);
  } catch {
    // A name is not worth holding a message up for.
    return null;
  }
}

import { createHash } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { TransportError } from '../../core/error.ts';
import type { Ids } from '../../core/ids.ts';
import type { Outgoing } from '../../core/ports/chat.ts';
import type { Tx } from '../../core/ports/store.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import { sameContent, wordsOf } from './standing-card.ts';
import type { Say } from './submission.ts';

/** How far back a repeated submission is recognised, in messages of its room. */
const REPEAT_REACH = 200;

interface Stamp {
  clock: Clock;
  ids: Ids;
}

/** The row of somebody's words: the one that stands there from an earlier try, or a new one. */
export async function keepSaid(
  tx: Tx,
  say: Say,
  { clock, ids }: Stamp,
): Promise<{ message: WebMessage; quoted: WebMessage | null }> {
  const quoted = say.quoting === undefined ? null : await tx.webMessages.byId(say.quoting);
  // The page's own id is part of the row's, so that a second try finds the first, even after a restart.
  const mark = `-${createHash('sha256').update(say.updateId).digest('hex').slice(0, 16)}`;
  const recent = await tx.webMessages.of([say.room.externalId], REPEAT_REACH);
  const standing = recent.find(({ id }) => id.endsWith(mark));
  if (standing !== undefined) return { message: standing, quoted };
  const at = clock.now();
  const message: WebMessage = {
    id: `${ids.next(at)}${mark}`,
    room: say.room.externalId,
    sender: say.person.externalId,
    at,
    editedAt: null,
    content: saidContent(say, quoted),
    reactions: [],
  };
  await tx.webMessages.put(message);
  return { message, quoted };
}

function saidContent(say: Say, quoted: WebMessage | null): WebMessage['content'] {
  return {
    kind: 'text',
    text: say.text,
    ...(quoted === null ? {} : { quote: { messageId: quoted.id, text: wordsOf(quoted.content) } }),
    ...(say.photo === undefined ? {} : { photo: say.photo }),
    ...(say.position === undefined ? {} : { position: { lat: say.position.lat, lon: say.position.lon } }),
  };
}

/** Puts a card into a room, or changes the one that stands there. @throws TransportError message_gone */
export async function putCard(
  tx: Tx,
  { room, card, edit, replyTo }: Extract<Outgoing, { kind: 'card' }> & { room: string },
  { clock, ids }: Stamp,
): Promise<string> {
  const at = clock.now();
  const content = { kind: 'card', card, replyTo } as const;
  if (edit === null) {
    const id = ids.next(at);
    await tx.webMessages.put({ id, room, sender: null, at, editedAt: null, content, reactions: [] });
    return id;
  }
  const standing = await tx.webMessages.byId(edit);
  if (standing?.sender !== null) throw gone();
  if (!sameContent(standing.content, content)) await tx.webMessages.put({ ...standing, content, editedAt: at });
  return edit;
}

/** Puts the bot's reaction on a message, in place of an earlier one. @throws TransportError message_gone */
export async function putReaction(
  tx: Tx,
  { messageId, emoji }: Extract<Outgoing, { kind: 'reaction' }>,
): Promise<string> {
  const standing = await tx.webMessages.byId(messageId);
  if (standing === null) throw gone();
  const others = standing.reactions.filter(({ sender }) => sender !== null);
  await tx.webMessages.put({ ...standing, reactions: [...others, { emoji, sender: null }] });
  return messageId;
}

function gone(): TransportError {
  return new TransportError('permanent', 'no such message', { reason: 'message_gone' });
}

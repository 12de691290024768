import { TransportError } from '../../core/error.ts';
import type { RoomKind } from '../../core/message.ts';
import type { Outgoing } from '../../core/ports/chat.ts';
import type { Log } from '../../core/ports/log.ts';
import { encodeCard } from './encode-card.ts';
import type { Puppet, WechatPace } from './settings.ts';
import { photoBox } from './photo-box.ts';
import { sendFailure } from './transport-failure.ts';
import { within } from './within.ts';

/** Somebody whose message is answered in a group. */
export interface Addressee {
  externalId: string;
  name: string;
}

/**
 * Puts a card into a room: its words, as several messages where they are long, then its photo. Words come first because they
 * are what somebody waits for. An edit is a new message. When something is out and the rest is not, the whole counts as
 * `unknown`: sending it again would say the first part twice.
 * @param addressee named at the start, because WeChat lets nobody quote through wechaty
 * @returns the id of the first message, where the puppet gives one
 * @throws TransportError
 */
export async function sendCard(
  puppet: Puppet,
  room: { externalId: string; kind: RoomKind },
  outgoing: Extract<Outgoing, { kind: 'card' }>,
  how: { textLimit: number; pace: WechatPace; addressee: Addressee | null; log: Log },
): Promise<string | null> {
  const called = (how.addressee?.name ?? '').replaceAll(/\s+/g, ' ').slice(0, 40).trim();
  const call = called === '' ? '' : `@${called}\u2005\n`;
  const mentions = how.addressee === null || called === '' ? [] : [how.addressee.externalId];
  const parts = encodeCard(outgoing.card, how.textLimit - call.length);
  const sendText = (text: string, to: string[]): Promise<unknown> =>
    within(puppet.messageSendText(room.externalId, text, to), how.pace.sendMs);
  const steps = parts.map((part, n) => () => (n > 0 ? sendText(part, []) : sendText(call + part, mentions)));
  const photo = outgoing.photoPath === null ? null : await readable(outgoing.photoPath, how.log);
  if (photo) steps.push(() => within(puppet.messageSendFile(room.externalId, photo), how.pace.fileMs));
  return inOrder(steps, (cause) => sendFailure(cause, puppet, room));
}

/** The words must not wait for a photo that is gone from the disk. */
async function readable(photoPath: string, log: Log): Promise<Awaited<ReturnType<typeof photoBox>> | null> {
  try {
    return await photoBox(photoPath);
  } catch (error) {
    log.error({ err: error }, 'a photo for WeChat could not be read; its card goes without');
    return null;
  }
}

async function inOrder(
  steps: readonly (() => Promise<unknown>)[],
  failureOf: (cause: unknown) => Promise<TransportError>,
): Promise<string | null> {
  if (steps.length === 0) throw new TransportError('permanent', 'the card is empty', { reason: 'refused' });
  let first: string | null = null;
  for (const [n, step] of steps.entries()) {
    try {
      const id = await step();
      if (n === 0 && typeof id === 'string' && id !== '') first = id;
    } catch (cause) {
      const failure = await failureOf(cause);
      if (n === 0) throw failure;
      throw new TransportError('unknown', `only the first ${n} of ${steps.length} parts are sent`, { cause: failure });
    }
  }
  return first;
}

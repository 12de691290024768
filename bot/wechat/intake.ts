import { types, type payloads } from 'wechaty';
import type { Inbound } from '../../core/message.ts';
import type { Receive } from '../../core/ports/chat.ts';
import { decodeFriendship, decodeJoin, decodeLeave, decodePresence, decodeTopic } from './decode-change.ts';
import { decodeMessage, talkerOf, unreadable, type Surroundings } from './decode-message.ts';
import { HandOver } from './hand-over.ts';
import { lookUpChange, lookUpMessage, lookUpName, lookUpTitle, type Asked } from './look-up.ts';
import type { Addressee } from './send-card.ts';
import type { Puppet, WechatPace, WechatParts } from './settings.ts';
import { within } from './within.ts';

/** Reading a message's own payload is tried again after these waits: without it there is nothing to keep. */
const READ_AGAIN_MS = [500, 2_000, 5_000];
/** Rooms reported after a login, and messages whose authors are remembered for answers. */
const MOST_ROOMS = 500;
const REMEMBERED = 2_000;

/** Turns what a puppet tells into neutral events and hands them over, those of one room in their order. */
export class Intake {
  readonly #parts: WechatParts;
  readonly #pace: WechatPace;
  readonly #handOver: HandOver;
  /** The last message event; the next one is placed into its room after it. */
  #turn: Promise<void> = Promise.resolve();
  readonly #authors = new Map<string, Addressee>();

  constructor(parts: WechatParts, pace: WechatPace, receive: Receive) {
    this.#parts = parts;
    this.#pace = pace;
    this.#handOver = new HandOver(receive, parts.log, pace.handOverAgainMs);
  }

  /** Who wrote a message of a group, for answers to it. */
  authorOf(messageId: string): Addressee | null {
    return this.#authors.get(messageId) ?? null;
  }

  /** Waits for what is in hand, gives up what cannot be stored. */
  async stop(waitMs: number): Promise<void> {
    await within(this.#turn, waitMs).catch(() => undefined);
    await this.#handOver.stop(waitMs);
  }

  message(puppet: Puppet, messageId: string): void {
    const read = this.#readPayload(puppet, messageId);
    // Puppets answer in order unless one read has to be repeated; others do not wait long for that one.
    const inTurn = within(read, this.#pace.lookUpMs).catch(() => null);
    this.#turn = this.#turn
      .then(() => inTurn)
      .then(() => {
        void read.then((payload) => payload && this.#messageRead(puppet, payload));
      });
  }

  #messageRead(puppet: Puppet, payload: payloads.Message): void {
    const asked = this.#asked(puppet);
    if (talkerOf(payload) === asked.selfId) return;
    const room = payload.roomId === undefined || payload.roomId === '' ? talkerOf(payload) : payload.roomId;
    this.#handOver.inOrder(room, async () => {
      const inbound = this.#decoded(payload, await lookUpMessage(puppet, payload, asked));
      if (inbound === null) return [];
      if (inbound.room.kind === 'group' && inbound.sender) this.#remember(payload.id, inbound.sender);
      return [inbound];
    });
  }

  /** A puppet's oddity that breaks the decoding must not lose the message: it is kept as it came. */
  #decoded(payload: payloads.Message, around: Surroundings): Inbound | null {
    try {
      return decodeMessage(payload, around);
    } catch (error) {
      this.#parts.log.error({ err: error, messageId: payload.id }, 'WeChat message could not be decoded');
      return unreadable(payload, around);
    }
  }

  join(puppet: Puppet, payload: payloads.EventRoomJoin): void {
    this.#change(puppet, payload, [...payload.inviteeIdList, payload.inviterId], (names) => decodeJoin(payload, names));
  }

  leave(puppet: Puppet, payload: payloads.EventRoomLeave): void {
    this.#change(puppet, payload, [...payload.removeeIdList, payload.removerId], (names) =>
      decodeLeave(payload, names),
    );
  }

  topic(puppet: Puppet, payload: payloads.EventRoomTopic): void {
    this.#change(puppet, payload, [payload.changerId], (names) => [decodeTopic(payload, names)]);
  }

  /** Everybody who asks becomes a friend: only friends can be reached directly, and residents are meant to. */
  friendship(puppet: Puppet, friendshipId: string): void {
    this.#handOver.inOrder(friendshipId, async () => {
      const payload = await within(puppet.friendshipPayload(friendshipId), this.#pace.sendMs);
      // The other kinds tell what became of a request.
      if (payload.type !== types.Friendship.Receive) return [];
      await within(puppet.friendshipAccept(friendshipId), this.#pace.sendMs);
      const name = await lookUpName(puppet, payload.contactId, this.#pace.lookUpMs);
      return [decodeFriendship(payload, name, this.#parts.clock.now())];
    });
  }

  /** Groups of more than 40 can only be joined by accepting an invitation. Being there gives nobody any right. */
  invitation(puppet: Puppet, invitationId: string): void {
    this.#handOver.inOrder(invitationId, async () => {
      await within(puppet.roomInvitationAccept(invitationId), this.#pace.sendMs);
      return [];
    });
  }

  /** Reports the rooms that the account is in, so that known rooms can be found again under new ids. */
  rooms(puppet: Puppet, login: { selfId: string; at: number }): void {
    this.#handOver.inOrder(`rooms of ${login.selfId}`, async () => {
      const ids = await within(puppet.roomList(), this.#pace.sendMs);
      const found: Inbound[] = [];
      for (const id of ids.slice(0, MOST_ROOMS)) {
        const title = await lookUpTitle(puppet, id, this.#pace.lookUpMs);
        if (title !== '') found.push(decodePresence({ id, title }, login));
      }
      return found;
    });
  }

  #change(
    puppet: Puppet,
    payload: { roomId: string },
    people: readonly string[],
    decode: (names: Parameters<typeof decodeJoin>[1]) => Inbound[],
  ): void {
    const asked = this.#asked(puppet);
    this.#handOver.inOrder(payload.roomId, async () =>
      decode(await lookUpChange(puppet, payload.roomId, people, asked)),
    );
  }

  #asked(puppet: Puppet): Asked {
    return {
      // wechaty throws where nobody is logged in; a last message may still be on its way then.
      selfId: puppet.isLoggedIn ? puppet.currentUserId : '',
      now: this.#parts.clock.now(),
      waitMs: this.#pace.lookUpMs,
    };
  }

  #remember(messageId: string, author: Addressee): void {
    this.#authors.set(messageId, { externalId: author.externalId, name: author.name });
    const [oldest] = this.#authors.keys();
    if (this.#authors.size > REMEMBERED && oldest !== undefined) this.#authors.delete(oldest);
  }

  async #readPayload(puppet: Puppet, messageId: string): Promise<payloads.Message | null> {
    for (const wait of [...READ_AGAIN_MS, null]) {
      try {
        return await within(puppet.messagePayload(messageId), this.#pace.sendMs);
      } catch (error) {
        this.#parts.log[wait === null ? 'error' : 'warn']({ err: error, messageId }, 'WeChat message cannot be read');
        if (wait !== null) await this.#handOver.pause(wait);
      }
    }
    return null;
  }
}

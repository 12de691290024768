import { readFile } from 'node:fs/promises';
import type { Clock } from '../../core/clock.ts';
import { AppError, TransportError } from '../../core/error.ts';
import type { FileId, Ids } from '../../core/ids.ts';
import type { Attachment, Capabilities, Card, Quote, SendLimits } from '../../core/message.ts';
import type { Finding } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import type { ChatAdapter, Outgoing, Receive } from '../../core/ports/chat.ts';
import type { Store } from '../../core/ports/store.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';
import { saidInbound, tapInbound } from './inbound.ts';
import { PhotoShelf, type Photo } from './photo-shelf.ts';
import { keepSaid, putCard, putReaction } from './room-log.ts';
import { shortened, wordsOf } from './standing-card.ts';
import type { Say, Tap } from './submission.ts';
import { TapAnswers } from './tap-answers.ts';

const TAP_PATIENCE_MS = 4_000;

/** Everything a web page may do, on top of what every chat platform can. */
export interface WebChat extends ChatAdapter {
  /** Puts the words into the room and hands them on. @throws AppError when they cannot be taken; whatever storing throws */
  say(say: Say): Promise<WebMessage>;
  /** Hands the tap on. @returns the words that answer it, '' when none came in time */
  tap(tap: Tap): Promise<string>;
  /** Keeps an uploaded photo; its `ref` then goes with a `say`. @throws AppError invalid */
  storePhoto(bytes: Uint8Array): Promise<Photo>;
  /** A kept photo, for the page. */
  openPhoto(ref: string): Promise<(Photo & { bytes: Uint8Array<ArrayBuffer> }) | undefined>;
}

/** What the web chat stands on. */
export interface WebChatParts {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** Folder for the photos of the web chat. */
  photoFolder: string;
}

/** The web chat: rooms whose messages are rows of our own database, so it can do everything a chat can. */
export function webChatAdapter(parts: WebChatParts): WebChat {
  return new WebChatAdapter(parts);
}

const capabilities: Capabilities = {
  buttons: true,
  editWindowMs: Number.MAX_SAFE_INTEGER,
  reactions: true,
  seesAllGroupMessages: true,
  stableIds: true,
  returnsMessageId: true,
  writesFirst: true,
  textLimit: 8_000,
  photoByEdit: true,
};
/** No platform sets a limit here; these only keep a runaway from filling the disk. */
const limits: SendLimits = { perSecond: 2_000, perRoomPerSecond: 200, perGroupPerMinute: 12_000 };

/** The words of a row as people quote them, and who wrote it. What came with it reached the bot when it was sent. */
function quoteOf({ id, sender, at, content }: WebMessage): Quote {
  const position = content.kind === 'text' ? content.position : undefined;
  return {
    messageId: id,
    text: wordsOf(content),
    at,
    ...(sender === null ? {} : { authorId: sender }),
    ...(position === undefined ? {} : { position: { ...position, live: false } }),
  };
}

class WebChatAdapter implements WebChat {
  readonly platform = 'web';
  readonly capabilities = capabilities;
  readonly limits = limits;
  readonly #parts: WebChatParts;
  readonly #photos: PhotoShelf;
  readonly #answers = new TapAnswers();
  /** The last thing in hand of each room: what people write follows one another. */
  readonly #inHand = new Map<string, Promise<unknown>>();
  #receive: Receive | null = null;

  constructor(parts: WebChatParts) {
    this.#parts = parts;
    this.#photos = new PhotoShelf(parts.photoFolder);
  }

  start(receive: Receive): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#receive = null;
    await Promise.allSettled(this.#inHand.values());
  }

  async say(say: Say): Promise<WebMessage> {
    const receive = this.#taking();
    return this.#afterOthers(say.room.externalId, async () => {
      const photo = await this.#photoOf(say);
      const { message, quoted } = await this.#parts.store.transaction((tx) => keepSaid(tx, say, this.#parts));
      this.#tell(say.room.externalId);
      const quote = quoted === null ? undefined : quoteOf(quoted);
      const answersBot = quoted?.sender === null;
      await receive([saidInbound(say, { messageId: message.id, at: message.at, quote, answersBot, photo })]);
      return message;
    });
  }

  async tap(tap: Tap): Promise<string> {
    const receive = this.#taking();
    await this.#afterOthers(tap.room.externalId, () => receive([tapInbound(tap, this.#parts.clock.now())]));
    return this.#answers.wait(tap.updateId, TAP_PATIENCE_MS);
  }

  storePhoto(bytes: Uint8Array): Promise<Photo> {
    return this.#photos.put(bytes);
  }

  openPhoto(ref: string): Promise<(Photo & { bytes: Uint8Array<ArrayBuffer> }) | undefined> {
    return this.#photos.open(ref);
  }

  async send(room: Pick<Room, 'externalId' | 'kind'>, outgoing: Outgoing): Promise<{ messageId: string | null }> {
    try {
      const messageId = await this.#put(room.externalId, outgoing);
      this.#tell(room.externalId);
      return { messageId };
    } catch (error) {
      if (error instanceof TransportError) throw error;
      // What our own database refused was rolled back, so it certainly does not stand there.
      throw new TransportError('retryable', 'the web room could not be written', { cause: error });
    }
  }

  answerTap(tapId: string, text: string): Promise<void> {
    this.#answers.say(tapId, text);
    return Promise.resolve();
  }

  /** Nothing outside of this program can be wrong with it. */
  selfCheck(): Promise<Finding[]> {
    return Promise.resolve([{ platform: 'web', code: 'ok', severity: 'info', detail: '' }]);
  }

  fetchFile(attachment: Attachment, limitBytes: number): AsyncIterable<Uint8Array> {
    return this.#photos.fetch(attachment.ref, limitBytes);
  }

  async #put(room: string, outgoing: Outgoing): Promise<string> {
    const { store } = this.#parts;
    if (outgoing.kind === 'reaction') return store.transaction((tx) => putReaction(tx, outgoing));
    const card = shortened(await this.#withPicture(outgoing), capabilities.textLimit);
    return store.transaction((tx) => putCard(tx, { room, ...outgoing, card }, this.#parts));
  }

  /** The card with its picture on the shelf; what was drawn for it goes there under a name of its own. */
  async #withPicture({ card, photoPath }: Extract<Outgoing, { kind: 'card' }>): Promise<Card> {
    const { drawing, ...plain } = card;
    if (photoPath === null) return plain;
    if (drawing !== undefined) {
      const { ref } = await this.#photos.put(await readFile(photoPath));
      return { ...plain, photo: ref as FileId };
    }
    if (plain.photo !== undefined) await this.#photos.copyIn(plain.photo, photoPath);
    return plain;
  }

  #taking(): Receive {
    if (this.#receive === null) throw new AppError('conflict', 'the web chat does not take messages now');
    return this.#receive;
  }

  async #afterOthers<Result>(room: string, run: () => Promise<Result>): Promise<Result> {
    const before = this.#inHand.get(room) ?? Promise.resolve();
    const mine = before.then(run, run);
    this.#inHand.set(room, mine);
    try {
      return await mine;
    } finally {
      if (this.#inHand.get(room) === mine) this.#inHand.delete(room);
    }
  }

  async #photoOf(say: Say): Promise<Photo | undefined> {
    if (say.photo === undefined) return undefined;
    const photo = await this.#photos.open(say.photo);
    if (photo === undefined) throw new AppError('invalid', 'the photo was not uploaded');
    return { ref: photo.ref, mime: photo.mime, sizeBytes: photo.sizeBytes };
  }

  /** Open pages look at the room again. */
  #tell(room: string): void {
    this.#parts.store.notify({ about: 'room', id: room });
  }
}

import type { Attachment, Capabilities, Card, Inbound, Platform, SendLimits } from '../message.ts';
import type { Finding } from '../notice.ts';
import type { Room } from '../people.ts';

/** What is to be put into a room. */
export type Outgoing =
  /**
   * A new message, or an edit of the one that stands there. `photoPath`: the card's photo on disk; `albumPaths`: all photos
   * of an album, that one first, for platforms with an `albumLimit`. `otherPhoto`: the message that is edited shows another
   * photo than the card has now, or one where it has none any more.
   */
  | {
      kind: 'card';
      card: Card;
      edit: string | null;
      replyTo: string | null;
      photoPath: string | null;
      albumPaths?: readonly string[];
      otherPhoto?: true;
    }
  | { kind: 'reaction'; messageId: string; emoji: string };

/** Takes events from a platform. Resolves after they are committed: only then may the platform be told "received". Rejects when they could not be stored. */
export type Receive = (events: readonly Inbound[]) => Promise<void>;

/** One chat platform, as the rest of the program sees it. */
export interface ChatAdapter {
  readonly platform: Platform;
  readonly capabilities: Capabilities;
  readonly limits: SendLimits;
  /** A link that opens the bot's direct chat and begins there with this word; null: not known yet. Missing: there are none. */
  directLink?(start: string): string | null;
  /**
   * Begins to take events (polling, webhook registration, log-in). Resolves after the first try; keeps trying by itself after that.
   * @throws Error with one line that names a setting, when the platform refused it there and then and no other try can help
   */
  start(receive: Receive): Promise<void>;
  /** Stops taking events and finishes what is in hand. */
  stop(): Promise<void>;
  /**
   * Puts something into a room. An edit to what already stands there is success.
   * @returns the platform's id of the message that now stands there, or null where the platform gives none
   * @throws TransportError
   */
  send(room: Pick<Room, 'externalId' | 'kind'>, outgoing: Outgoing): Promise<{ messageId: string | null }>;
  /** Answers a tap at once; failures are harmless and only logged by the caller. @throws TransportError */
  answerTap(tapId: string, text: string): Promise<void>;
  /** Looks at itself and at these rooms. */
  selfCheck(rooms: readonly Room[]): Promise<Finding[]>;
  /**
   * The bytes of an attachment, piece by piece as they come: nothing is fetched before the first is asked for, and whoever
   * stops asking ends it. @throws TransportError while it is read; `permanent` past `limitBytes`
   */
  fetchFile(attachment: Attachment, limitBytes: number): AsyncIterable<Uint8Array>;
}

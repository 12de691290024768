import type { CardAction, Position, RoomKind } from '../../core/message.ts';
import type { ChatAdapter } from '../../core/ports/chat.ts';

/** A message as somebody in the room sees it now, after edits. */
export interface SeenMessage {
  /** The platform's id of it; null where the bot never learns one. */
  messageId: string | null;
  text: string;
  /** Labels of the buttons under it; [] where the platform has none. */
  buttons: readonly string[];
  hasPhoto: boolean;
  /** Emojis that the bot put on it. */
  reactions: readonly string[];
}

/**
 * What can go wrong with the next send.
 * - `blocked`: this person does not want the bot any more; stays so.
 * - `busy`: refused once with nothing sent, a later try succeeds.
 * - `answer_lost`: carried out, but the answer never comes back; once.
 */
export type Trouble = 'blocked' | 'busy' | 'answer_lost';

/**
 * An adapter, not yet started, together with the platform's fake and one person who uses the real app there. The person
 * has written to the bot before, so that it may write first; both are in one group, and the bot may read all of it where
 * the platform can allow that. Every act resolves when the fake took it, not when the adapter heard of it.
 */
export interface AdapterHarness {
  adapter: ChatAdapter;
  person: { externalId: string; name: string };
  room(kind: RoomKind): { externalId: string; kind: RoomKind };

  /** The person writes; `quoting` one of the bot's messages, as the app would send it. */
  says(kind: RoomKind, text: string, quoting?: SeenMessage): Promise<void>;
  sendsPhoto(kind: RoomKind, bytes: Uint8Array, caption: string): Promise<void>;
  sendsLocation(kind: RoomKind, position: Position): Promise<void>;
  /**
   * The person answers with one action of a card: taps its button, or what stands in for it (writes the reply code,
   * opens the link and presses the button there).
   */
  answers(kind: RoomKind, message: SeenMessage, action: CardAction, code: string): Promise<void>;
  /** The platform delivers the person's last act once more, as after a lost confirmation. */
  deliversAgain(): Promise<void>;

  /** Everything from the bot that stands in the room, oldest first. */
  seen(kind: RoomKind): Promise<SeenMessage[]>;
  /** What the person's last tap was answered with; null where taps get no answer of their own. */
  toast(): Promise<string | null>;
  /** Reactions of the bot on the person's last message there. */
  reactionsOnLast(kind: RoomKind): Promise<readonly string[]>;
  /** Makes the next send to the direct room go wrong. */
  breaks(trouble: Trouble): Promise<void>;
  /** Stops the adapter and everything started for it. */
  close(): Promise<void>;
}

/** How a platform's tests plug in. */
export interface AdapterUnderTest {
  makeHarness: () => Promise<AdapterHarness>;
  /** What can happen on this platform; tests of the others are not made. */
  troubles: readonly Trouble[];
}

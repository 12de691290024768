import type { Instant } from '../clock.ts';
import type { Card } from '../message.ts';

/** One message of the web chat, which is a platform of its own and so keeps its own rooms' messages. */
export interface WebMessage {
  /** Unique; sorted by age. */
  id: string;
  /** The web room's external id. */
  room: string;
  /** External id of the sender; null: the bot. */
  sender: string | null;
  at: Instant;
  editedAt: Instant | null;
  /** A person's text, or the bot's card. */
  content:
    | {
        kind: 'text';
        text: string;
        quote?: { messageId: string; text: string };
        photo?: string;
        position?: { lat: number; lon: number };
      }
    | { kind: 'card'; card: Card; replyTo: string | null };
  reactions: readonly { emoji: string; sender: string | null }[];
}

export interface WebMessageReads {
  /** Messages of these rooms of the present scene, oldest first, at most `limit` of each room's newest. */
  of(rooms: readonly string[], limit: number): Promise<WebMessage[]>;
  byId(id: string): Promise<WebMessage | null>;
}

export interface WebMessageWrites extends WebMessageReads {
  put(message: WebMessage): Promise<void>;
  /** Empties every web room: the scene starts over. */
  clear(): Promise<void>;
}

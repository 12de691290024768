import type { Inbound } from '../../core/message.ts';

/** Who the bot is, as getMe says. */
export interface BotIdentity {
  id: number;
  username: string;
}

/** One event before it has its ids. `key` tells it from the other events of the same update, and from older updates. */
export type Draft = Pick<Inbound, 'sentAt' | 'room' | 'sender' | 'event'> & {
  /** In place of the update's id: the same thing told in two kinds of update is one event. */
  key?: string;
};

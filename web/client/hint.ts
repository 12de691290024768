import type { CardAction } from '../../core/message.ts';

/** The button that the page points at. */
export interface Hint {
  person: string;
  room: string;
  messageId: string;
  action: CardAction;
}

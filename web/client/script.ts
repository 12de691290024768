import type { CardAction } from '../../core/message.ts';
import type { Sketch } from './sketch-photo.ts';

/** Words that type themselves on somebody's phone. */
export interface Script {
  /** Tells one start from the next. */
  id: number;
  person: string;
  room: string;
  text: string;
  /** A picture that goes with them, drawn on the spot. */
  photo?: Sketch;
}

/** A button that is pressed for somebody. */
export interface Press {
  id: number;
  person: string;
  room: string;
  messageId: string;
  action: CardAction;
}

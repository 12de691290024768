import type { Language, Position, RoomKind } from '../../core/message.ts';

/** Who acts in the web chat, as the page names them. */
export interface WebPerson {
  /** The `web` identity's external id. */
  externalId: string;
  name: string;
  language: Language;
}

/** Where it happens: a web room's external id; a direct room's is `direct:<person's external id>`. */
export interface WebRoom {
  externalId: string;
  kind: RoomKind;
  title: string;
}

interface Submission {
  /** Made by the page, kept for a repeat: the same id twice changes nothing. */
  updateId: string;
  person: WebPerson;
  room: WebRoom;
}

/** Words, a photo or a position, as somebody submits them. */
export interface Say extends Submission {
  text: string;
  /** What `storePhoto` gave for an uploaded photo. */
  photo?: string;
  position?: Position & { live: boolean };
  /** The message of the same room that is quoted. */
  quoting?: string;
}

/** A tap on a card's button. */
export interface Tap extends Submission {
  messageId: string;
  /** As `tapData` made it; whatever else comes is passed on and refused by its reader. */
  data: string;
}

/** The external id of the direct room between this person and the bot. */
export function directRoomOf(personExternalId: string): string {
  return `direct:${personExternalId}`;
}

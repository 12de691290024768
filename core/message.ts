import type { Instant } from './clock.ts';
import type { HazardVerb } from './hazard-verb.ts';
import type { FileId, Token } from './ids.ts';
import type { MatterVerb } from './matter-verb.ts';
import type { PatrolVerb } from './patrol-verb.ts';

/** The kinds of chat that the bot lives in. */
export type Platform = 'telegram' | 'wechat' | 'web';
export const platforms = ['telegram', 'wechat', 'web'] as const satisfies readonly Platform[];

export type RoomKind = 'direct' | 'group';
export type Language = 'zh' | 'en';

/** A point on the earth, WGS-84 degrees. GCJ-02 is converted at the edge that needs it. */
export interface Position {
  lat: number;
  lon: number;
}

/** A file that came with a message. The bytes are fetched later; here is how to fetch them. */
export interface Attachment {
  kind: 'photo' | 'video' | 'voice' | 'document';
  /** What the platform needs to hand over the bytes (a Telegram file_id, a WeChat message id, a web upload id). Never a URL. */
  ref: string;
  /** The platform's name for the same bytes in every chat, where it has one (Telegram file_unique_id). */
  uniqueRef?: string;
  mime?: string;
  sizeBytes?: number;
  width?: number;
  height?: number;
  durationSeconds?: number;
  fileName?: string;
  /** How a picture came: through the app's own compression, as a file with all its pixels, or by a form of ours. */
  sentAs?: 'photo' | 'document' | 'web_form';
  /** It was handed on from another chat, so its sender need not have taken it. */
  forwarded?: boolean;
}

/** What somebody quotes. WeChat often gives only the text, so all else can be missing. */
export interface Quote {
  messageId?: string;
  text: string;
  /** The platform's id of the person who wrote it; missing: not said, or no person. */
  authorId?: string;
  /** When it was written. */
  at?: Instant;
  /** What came with it, where the platform tells: it need not have reached the bot when it was sent. */
  attachments?: readonly Attachment[];
  albumId?: string;
  position?: NonNullable<InboundMessage['position']>;
}

/** Words, pictures or a place that somebody sent. */
export interface InboundMessage {
  kind: 'message';
  /** The platform's id of this message inside its room. */
  messageId: string;
  /** The text or the caption; '' when there is none. Line breaks are "\n". A leading mention of the bot is removed. */
  text: string;
  attachments: readonly Attachment[];
  position?: Position & { accuracyMetres?: number; live: boolean; placeName?: string };
  quote?: Quote;
  /** Photos of one album share it. */
  albumId?: string;
  /** The bot's own message, handed on: nobody says by it what stands in it. */
  isOurs?: true;
  /** The bot was named, or its message was answered. */
  mentionsBot: boolean;
  /** The sender changed an earlier message; a live location's next position comes so as well. */
  edited: boolean;
  /** When one that was changed was first sent; missing: it was not changed, or the platform does not say. */
  writtenAt?: Instant;
  /** The word behind a deep link (`/start WORD`), '' for a bare start. */
  start?: string;
  /** A command without slash and bot name, lower case: `help` of `/help@qunfang_bot`. `text` keeps what follows it. */
  command?: string;
}

/** A tap on a button. `data` is whatever came back: forgeable, so checked by the reader of it. */
export interface InboundTap {
  kind: 'tap';
  data: string;
  messageId?: string;
  /** What the platform needs for the answer to this tap (a Telegram callback query id). */
  tapId: string;
}

/** Things that happen to a room or to the bot in it. */
export type InboundChange =
  | { kind: 'reaction'; messageId: string; emoji: string }
  | { kind: 'member_joined' | 'member_left'; memberExternalId: string; name: string }
  | { kind: 'bot_joined' | 'bot_left' | 'blocked' | 'unblocked' }
  | { kind: 'room_moved'; toExternalId: string }
  | { kind: 'other'; what: string };

/** One event from a platform, in neutral form. */
export interface Inbound {
  platform: Platform;
  /** Unique with the platform; the inbox refuses a second one. Telegram: `update_id` and the part of it. */
  updateId: string;
  /** When the platform says that it happened. */
  sentAt: Instant;
  room: { externalId: string; kind: RoomKind; title?: string };
  /** Null for events without an author. `name` is as the platform shows it, perhaps ''. */
  sender: { externalId: string; name: string; language?: Language } | null;
  event: InboundMessage | InboundTap | InboundChange;
  /** The platform's own JSON, kept as it came. */
  raw: string;
}

/** What a platform can do. Each adapter declares it; what is missing is compiled to something else, never dropped. */
export interface Capabilities {
  buttons: boolean;
  /** Messages can be edited for this long; 0: never. */
  editWindowMs: number;
  reactions: boolean;
  /** Every message of a group reaches the bot, not only those that name it. */
  seesAllGroupMessages: boolean;
  /** Ids of people and rooms stay the same from login to login. */
  stableIds: boolean;
  /** A sent message's own id comes back, so that it can be edited and quotes of it recognised. */
  returnsMessageId: boolean;
  /** The bot may write first. */
  writesFirst: boolean;
  /** Longest text of one message, in UTF-16 code units. */
  textLimit: number;
  /** An edit can make words that stand there into a photo with words; missing: it cannot. */
  photoByEdit?: boolean;
  /** Several pictures can be one message, at most so many; missing or 1: they cannot. */
  albumLimit?: number;
}

/** How many calls a platform takes; enforced by the outbox's token buckets. */
export interface SendLimits {
  perSecond: number;
  perRoomPerSecond: number;
  /** Edits count too. */
  perGroupPerMinute: number;
}

/** An enterprise's colour: take the one that the rules suggest, or keep the one that is [colour that was suggested]. */
export type PlaceVerb = 'colour_accept' | 'colour_keep';

/** The verbs that a button can carry. What one does and who may do it is in core/permission.ts and the *-permission.ts beside it. */
export type Verb =
  | 'confirm'
  | 'not_incident'
  | 'call_out'
  | 'choose_kind'
  | 'set_kind'
  | 'more_people'
  | 'stand_down'
  | 'cancel'
  | 'false_alarm'
  | 'close'
  | 'split'
  | 'accept'
  | 'standby'
  | 'decline'
  | 'withdraw'
  | 'eta'
  | 'underway'
  | 'on_scene'
  | 'done'
  | 'safe'
  | 'received'
  | PlaceVerb
  | HazardVerb
  | PatrolVerb
  | MatterVerb;

/** One button. `token` names the order or incident; `value` is the verb's small argument (minutes, a kind's code). */
export interface CardAction {
  verb: Verb;
  token: Token;
  value?: string;
  label: string;
  style: 'primary' | 'danger' | 'plain';
}

/** A link button, for pages and maps. */
export interface CardLink {
  url: string;
  label: string;
}

/** Part of a card's text. */
export interface CardLine {
  text: string;
  /** `hidden`: covered until it is touched, where the platform can, so that no preview and nobody looking over a shoulder reads it. */
  style?: 'strong' | 'quiet' | 'warning' | 'hidden';
}

/**
 * A message ready to be encoded for one platform: words in the reader's language, buttons not yet compiled. Texts are plain:
 * whoever encodes escapes them.
 */
export interface Card {
  /** Shown above everything, in every platform's loudest way: drill 演练, or possible repeat. */
  banner?: string;
  title?: string;
  lines: readonly CardLine[];
  photo?: FileId;
  /** Shown with `photo` as one album, where the platform can. */
  morePhotos?: readonly FileId[];
  /** Instead of a photo: a picture in SVG, drawn when it is sent. */
  drawing?: string;
  /** Rows of buttons, top to bottom. */
  actions: readonly (readonly CardAction[])[];
  links: readonly CardLink[];
  /** The reply code of the order, for platforms without buttons: `A7K`. */
  code?: string;
  /** Loud (sound, notification) or silent where the platform can. */
  loud: boolean;
  /** Of a private matter: not to be forwarded or saved, where the platform can forbid it. */
  confidential?: boolean;
}

/** Text of a button's data: `<token>.<verb>` or `<token>.<verb>.<value>`, at most 64 bytes. */
export function tapData(action: Pick<CardAction, 'token' | 'verb' | 'value'>): string {
  return [action.token, action.verb, ...(action.value === undefined ? [] : [action.value])].join('.');
}

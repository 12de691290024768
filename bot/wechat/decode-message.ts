import { createHash } from 'node:crypto';
import { types, type payloads } from 'wechaty';
import type { Instant } from '../../core/clock.ts';
import type { Attachment, Inbound, InboundChange, InboundMessage, Quote } from '../../core/message.ts';
import { readMention } from './read-mention.ts';
import { readQuote, type QuotedText } from './read-quote.ts';
import { neutralPosition, spotName, type Spot } from './read-location.ts';
import { asXml, xmlAttribute, xmlInside, xmlText } from './read-xml.ts';

/** What is known around a message and is not in it. */
export interface Surroundings {
  /** The bot's own account. */
  selfId: string;
  /** What the bot is called: its own name, and its name in that room. */
  selfNames: readonly string[];
  /** As the room shows it; '' when unknown. */
  senderName: string;
  /** A service account (公众号) or WeChat itself wrote. */
  isService: boolean;
  roomTitle: string;
  /** Where a location message points; null when that is lost, or for other messages. */
  spot: Spot | null;
  now: Instant;
}

const { Message } = types;
const attachmentKinds: Partial<Record<types.Message, Attachment['kind']>> = {
  [Message.Image]: 'photo',
  [Message.Video]: 'video',
  [Message.Audio]: 'voice',
  [Message.Attachment]: 'document',
};

/** Pictures that were sent as files, to keep them sharp, are photos all the same. */
const pictureName = /\.(?:jpe?g|png|webp|heic|heif|avif)$/i;

/** Codes of `<appmsg><type>`: an answer with a quote, and a 接龙 made with WeChat's own form. */
const QUOTE_APP = '57';
const LIST_APP = '53';
const DAY_MS = 86_400_000;

/** Who wrote; puppets before wechaty 1.20 call it `fromId`. '' when the puppet does not say. */
export function talkerOf(payload: payloads.Message): string {
  // Their types promise a talker, but system messages and old puppets come without one.
  const said: { talkerId?: string; fromId?: string } = payload;
  return said.talkerId ?? said.fromId ?? '';
}

/** A message in neutral form; null for the bot's own, which come back like anybody's. */
export function decodeMessage(payload: payloads.Message, around: Surroundings): Inbound | null {
  const talkerId = talkerOf(payload);
  if (talkerId === around.selfId) return null;
  // System notices of a room carry the room, or nobody, as their author.
  const isPerson = talkerId !== '' && talkerId !== payload.roomId;
  const event = isPerson && !around.isService ? eventOf(payload, around) : ({ kind: 'other', what: 'notice' } as const);
  return inbound(payload, around, { talkerId: isPerson ? talkerId : null, event });
}

/** A message that cannot be decoded, kept as it came. */
export function unreadable(payload: payloads.Message, around: Surroundings): Inbound {
  return inbound(payload, around, { talkerId: null, event: { kind: 'other', what: 'unreadable' } });
}

function inbound(
  payload: payloads.Message,
  { now, senderName, roomTitle }: Surroundings,
  read: { talkerId: string | null; event: Inbound['event'] },
): Inbound {
  const isGroup = payload.roomId !== undefined && payload.roomId !== '';
  const title = isGroup ? roomTitle : senderName;
  return {
    platform: 'wechat',
    updateId: updateIdOf(payload),
    sentAt: instantOf(payload.timestamp, now),
    room: {
      externalId: isGroup ? (payload.roomId ?? '') : talkerOf(payload),
      kind: isGroup ? 'group' : 'direct',
      ...(title === '' ? {} : { title }),
    },
    sender: read.talkerId === null ? null : { externalId: read.talkerId, name: senderName },
    event: read.event,
    raw: JSON.stringify(payload),
  };
}

/**
 * The puppet's message id, and eight digits of what was said and when. A second delivery has both the same, also after a
 * new login where ids of people differ; a puppet that begins to count from the start again after its own restart gives an
 * id twice for different words, and neither is lost.
 */
function updateIdOf(payload: payloads.Message): string {
  const said = JSON.stringify([payload.type, payload.timestamp, payload.text ?? '', payload.filename ?? '']);
  return `${payload.id}.${createHash('sha256').update(said).digest('hex').slice(0, 8)}`;
}

/** Puppets count in seconds or milliseconds. An instant that cannot be becomes `now`; old ones stay as they are. */
export function instantOf(timestamp: number, now: Instant): Instant {
  const at = Math.round(timestamp < 1e11 ? timestamp * 1000 : timestamp);
  return Number.isFinite(at) && at > 0 && at < now + DAY_MS ? at : now;
}

function eventOf(payload: payloads.Message, around: Surroundings): InboundMessage | InboundChange {
  const kind = attachmentKinds[payload.type];
  const xml = asXml(payload.text ?? '');
  if (kind !== undefined) return message(payload, { attachments: [attachment(kind, payload, xml)] });
  switch (payload.type) {
    case Message.Text:
    case Message.GroupNote:
    case Message.Unknown:
      return wordsOf(payload, around, xml);
    case Message.Location:
      return placeOf(payload, around, xml);
    case Message.Recalled:
      return { kind: 'other', what: `recalled ${payload.text ?? ''}`.trim().slice(0, 200) };
    default:
      return { kind: 'other', what: nameOf(payload.type) };
  }
}

/** Words: plain, with a quote in front, or inside WeChat's XML for quotes and lists. */
function wordsOf(payload: payloads.Message, around: Surroundings, xml: string | null): InboundMessage | InboundChange {
  if (xml === null) {
    // What a puppet cannot name is a notice of the app ("you have added …"), not somebody's words.
    if (payload.type === Message.Unknown) return { kind: 'other', what: nameOf(payload.type) };
    return said(
      payload,
      around,
      readQuote(plain(payload.text ?? '')) ?? { author: '', quoted: '', text: plain(payload.text ?? '') },
    );
  }
  const app = xmlText(xmlWithoutQuote(xml), 'type');
  if (app === QUOTE_APP) return said(payload, around, quoteInXml(xml), referenceIn(xml, around));
  if (app === LIST_APP || payload.type === Message.GroupNote) {
    return said(payload, around, { author: '', quoted: '', text: plain(xmlText(xml, 'title') ?? '') });
  }
  if (xml.includes('<location ')) return placeOf(payload, around, xml);
  return { kind: 'other', what: nameOf(payload.type) };
}

function said(
  payload: payloads.Message,
  around: Surroundings,
  words: QuotedText,
  refers: Omit<Quote, 'text'> = {},
): InboundMessage {
  const mentioned = 'mentionIdList' in payload && (payload.mentionIdList ?? []).includes(around.selfId);
  const { text, mentionsBot } = readMention(words.text, around.selfNames, mentioned);
  const answersBot = words.author !== '' && around.selfNames.includes(words.author);
  const command = /^\/([a-z][a-z0-9_]{0,31})(?:\s+|$)/i.exec(text);
  return message(payload, {
    text: command === null ? text : text.slice(command[0].length),
    mentionsBot: mentionsBot || answersBot,
    ...(command?.[1] === undefined ? {} : { command: command[1].toLowerCase() }),
    ...(words.quoted === '' && refers.messageId === undefined ? {} : { quote: { text: words.quoted, ...refers } }),
  });
}

function placeOf(payload: payloads.Message, around: Surroundings, xml: string | null): InboundMessage | InboundChange {
  if (around.spot !== null) return message(payload, { position: neutralPosition(around.spot) });
  // Coordinates are lost, but the name of the place still helps.
  const name = xml === null ? '' : spotName(xml);
  return name === '' ? { kind: 'other', what: 'location without coordinates' } : message(payload, { text: name });
}

function quoteInXml(xml: string): QuotedText {
  const refer = xmlInside(xml, 'refermsg') ?? '';
  const content = xmlText(refer, 'content') ?? '';
  const inner = asXml(content);
  return {
    author: xmlText(refer, 'displayname') ?? '',
    quoted: inner === null ? plain(content) : (xmlText(inner, 'title') ?? ''),
    text: plain(xmlText(xmlWithoutQuote(xml), 'title') ?? ''),
  };
}

/** Which message is quoted, when it was written and by whom; in a group `fromusr` is the group. */
function referenceIn(xml: string, { selfId, now }: Surroundings): Omit<Quote, 'text'> {
  const refer = xmlInside(xml, 'refermsg') ?? '';
  const [id, chatUser, fromUser] = ['svrid', 'chatusr', 'fromusr'].map((name) => xmlText(refer, name) ?? '');
  const author = chatUser === '' ? fromUser : chatUser;
  const seconds = Number(xmlText(refer, 'createtime') ?? Number.NaN);
  const isPerson = author !== undefined && author !== '' && !author.endsWith('@chatroom') && author !== selfId;
  return {
    ...(id === undefined || id === '' ? {} : { messageId: id }),
    ...(isPerson ? { authorId: author } : {}),
    ...(seconds > 0 ? { at: instantOf(seconds, now) } : {}),
  };
}

/** The quoted message is an element inside the answer, with a type and a title of its own. */
function xmlWithoutQuote(xml: string): string {
  const inside = xmlInside(xml, 'refermsg');
  return inside === null || inside === '' ? xml : xml.replace(inside, () => '');
}

function attachment(kind: Attachment['kind'], payload: payloads.Message, xml: string | null): Attachment {
  const milliseconds = Number((xml && xmlAttribute(xml, 'voicemsg', 'voicelength')) ?? Number.NaN);
  const seconds = Number((xml && xmlAttribute(xml, 'videomsg', 'playlength')) ?? Number.NaN);
  const durationSeconds = kind === 'voice' ? Math.round(milliseconds / 1000) : seconds;
  const isPicture = kind === 'document' && pictureName.test(payload.filename ?? '');
  return {
    kind: isPicture ? 'photo' : kind,
    ref: payload.id,
    ...(kind === 'photo' || kind === 'document' ? { sentAs: kind } : {}),
    ...(payload.filename ? { fileName: payload.filename } : {}),
    ...(durationSeconds > 0 ? { durationSeconds } : {}),
  };
}

function message(payload: payloads.Message, more: Partial<InboundMessage>): InboundMessage {
  return {
    kind: 'message',
    messageId: payload.id,
    text: '',
    attachments: [],
    mentionsBot: false,
    edited: false,
    ...more,
  };
}

/** Line breaks as "\n", and the web protocol's emoji elements as emoji. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|<br\/>/g, '\n')
    .replaceAll(/<span class="emoji emoji([\da-f]{2,6})"><\/span>/g, (whole: string, hex: string) => {
      const point = Number.parseInt(hex, 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
    })
    .trim();
}

function nameOf(type: types.Message): string {
  return ((types.Message[type] as string | undefined) ?? 'unknown').toLowerCase();
}

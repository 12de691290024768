import type { Instant } from '../../core/clock.ts';
import type { Attachment, Inbound, InboundMessage, Quote } from '../../core/message.ts';
import type { Photo } from './photo-shelf.ts';
import type { Say, Tap, WebRoom } from './submission.ts';

/** How people name the bot in a web room. */
const mention = /^\s*@(?:群防|qunfang)[\s\u2005,，:：]*/i;
const mentionAnywhere = /@(?:群防|qunfang)/i;
const commandForm = /^\/([a-z_]{1,32})(?:\s+([\s\S]*))?$/i;

/** What the room already tells about a submission. */
interface Context {
  messageId: string;
  at: Instant;
  quote: Quote | undefined;
  /** The quoted message is the bot's. */
  answersBot: boolean;
  photo: Photo | undefined;
}

/** The neutral event of what somebody said in the web chat. */
export function saidInbound(say: Say, context: Context): Inbound {
  return inbound(say, context.at, message(say, context));
}

/** The neutral event of a tap. */
export function tapInbound(tap: Tap, at: Instant): Inbound {
  return inbound(tap, at, { kind: 'tap', data: tap.data, messageId: tap.messageId, tapId: tap.updateId });
}

function inbound(submission: Say | Tap, at: Instant, event: Inbound['event']): Inbound {
  const { person, room } = submission;
  return {
    platform: 'web',
    updateId: submission.updateId,
    sentAt: at,
    room: { externalId: room.externalId, kind: room.kind, ...(room.title === '' ? {} : { title: room.title }) },
    sender: { externalId: person.externalId, name: person.name, language: person.language },
    event,
    raw: JSON.stringify(submission),
  };
}

function message(say: Say, context: Context): InboundMessage {
  const spoken = say.text.replaceAll(/\r\n?/g, '\n').replace(mention, '');
  const command = commandForm.exec(spoken.trim());
  return {
    kind: 'message',
    messageId: context.messageId,
    text: command === null ? spoken : (command[2] ?? ''),
    attachments: context.photo === undefined ? [] : [attachment(context.photo)],
    ...(say.position === undefined ? {} : { position: say.position }),
    ...(context.quote === undefined ? {} : { quote: context.quote }),
    mentionsBot: namesBot(say.room, say.text, context),
    edited: false,
    ...(command === null ? {} : commandFields(command)),
  };
}

function commandFields(command: RegExpExecArray): Pick<InboundMessage, 'command' | 'start'> {
  const name = (command[1] ?? '').toLowerCase();
  return name === 'start' ? { command: name, start: (command[2] ?? '').trim() } : { command: name };
}

function namesBot(room: WebRoom, text: string, context: Context): boolean {
  return room.kind === 'direct' || mentionAnywhere.test(text) || context.answersBot;
}

function attachment(photo: Photo): Attachment {
  const { ref, mime, sizeBytes } = photo;
  return { kind: 'photo', ref, uniqueRef: ref, mime, sizeBytes, sentAs: 'photo' };
}

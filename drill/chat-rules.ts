import { BUTTONS_PER_MESSAGE, BUTTONS_PER_ROW, telegramCapabilities } from '../bot/telegram/capabilities.ts';
import { wechatCapabilities } from '../bot/wechat/capabilities.ts';
import { TransportError } from '../core/error.ts';
import type { Capabilities, Platform, SendLimits } from '../core/message.ts';
import { tapData } from '../core/message.ts';
import type { Outgoing } from '../core/ports/chat.ts';

/** What a simulated platform can do and how much it takes: the same as the real one. */
export interface ChatRules {
  capabilities: Capabilities;
  limits: SendLimits;
}

/** The platforms of a drill. WeChat is the poor one: no buttons, no edits, no reactions, one message a second. */
export const chatRules = {
  telegram: {
    capabilities: { ...telegramCapabilities, seesAllGroupMessages: true },
    limits: { perSecond: 30, perRoomPerSecond: 1, perGroupPerMinute: 20 },
  },
  wechat: {
    capabilities: wechatCapabilities,
    limits: { perSecond: 1, perRoomPerSecond: 1, perGroupPerMinute: 12 },
  },
} as const satisfies Partial<Record<Platform, ChatRules>>;

/** The platforms that a drill simulates. */
export type DrillPlatform = keyof typeof chatRules;

/** Telegram's limit for the data behind a button, bytes. */
const dataLimitBytes = 64;

const refused = (why: string): TransportError => new TransportError('permanent', why, { reason: 'refused' });

/** @throws TransportError permanent, when the platform would refuse it */
export function checkOutgoing(outgoing: Outgoing, { capabilities }: ChatRules): void {
  if (outgoing.kind === 'reaction') {
    if (!capabilities.reactions) throw refused('there are no reactions here');
    return;
  }
  const { card } = outgoing;
  const text = [card.banner, card.title, ...card.lines.map((line) => line.text)].filter((one) => one !== undefined);
  if (text.join('').trim() === '') throw refused('the message is empty');
  if (text.join('\n').length > capabilities.textLimit) throw refused('the message is too long');
  if (outgoing.edit !== null && capabilities.editWindowMs === 0) throw refused('messages cannot be edited here');
  const buttons = card.actions.flat();
  if (buttons.length > 0 && !capabilities.buttons) throw refused('there are no buttons here');
  if (buttons.length > BUTTONS_PER_MESSAGE) throw refused('too many buttons');
  if (card.actions.some((row) => row.length > BUTTONS_PER_ROW)) throw refused('too many buttons in a row');
  for (const button of buttons) {
    if (button.label.trim() === '') throw refused('a button without a label');
    if (Buffer.byteLength(tapData(button)) > dataLimitBytes) throw refused('the data of a button is too long');
  }
}

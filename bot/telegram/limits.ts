import type { SendLimits } from '../../core/message.ts';

/** What the Bot FAQ allows (https://core.telegram.org/bots/faq#broadcasting-to-users); edits count like messages. */
export const telegramLimits: SendLimits = { perSecond: 30, perRoomPerSecond: 1, perGroupPerMinute: 20 };

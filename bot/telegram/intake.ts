import type { Clock } from '../../core/clock.ts';
import type { Receive } from '../../core/ports/chat.ts';
import { decodeUpdate } from './decode.ts';
import type { BotIdentity } from './draft.ts';
import type { Log } from './log.ts';

/** An update as it came and as it was read. */
export interface RawUpdate {
  raw: string;
  parsed: unknown;
}

/** What taking an update needs. */
export interface IntakeParts {
  bot: BotIdentity;
  receive: Receive;
  clock: Clock;
  log: Log;
}

/**
 * Decodes updates and hands their events over together. Resolves when they are stored; rejects when they are not, and then
 * Telegram must be left to bring them again. What can't be read is logged and passed over: it would come back for ever.
 */
export async function takeUpdates(
  { bot, receive, clock, log }: IntakeParts,
  updates: readonly RawUpdate[],
): Promise<void> {
  const now = clock.now();
  const events = updates.flatMap(({ raw, parsed }) => {
    const decoded = decodeUpdate(raw, parsed, bot, now);
    if (decoded.kind === 'events') return decoded.events;
    log.warn(
      { updateId: decoded.updateId, why: decoded.why },
      'A Telegram update could not be read and was passed over',
    );
    return [];
  });
  if (events.length > 0) await receive(events);
}

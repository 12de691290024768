import { passOnWords } from '../handlers/dispute/pass-on-words.ts';
import type { Heard } from './heard.ts';
import { handedIn, visitedNow } from './own-matters.ts';
import { tellResult } from './tell-result.ts';

/** One word more or less says nothing to anybody. */
const shortest = 2;

/**
 * Words that nothing else takes, of somebody who has one private matter going on: kept as a note of it, for whoever has it to read. A
 * person understands what the bot does not. True: dealt with.
 */
export async function routeUnread(heard: Heard): Promise<boolean> {
  const { work, room, person, message, reading, question } = heard;
  const text = message.text.trim();
  const open = reading.intent === 'unknown' || reading.intent === 'question' || reading.confidence < sureEnough;
  if (room.kind !== 'direct' || message.edited || question !== null || !open || text.length < shortest) return false;
  const going = await handedIn(heard, ['teller', 'party']);
  const own = going.length > 0 ? going : await visitedNow(heard);
  const [one] = own;
  if (one === undefined || own.length > 1) return false;
  const matter = await work.tx.matters.lock(one.id);
  if (matter === null) return false;
  work.keepPrivate();
  return tellResult(heard, matter.id, await passOnWords(work, matter, person, text));
}

const sureEnough = 0.6;

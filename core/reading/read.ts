/** Reads one message: every part offers what it could mean, and the best supported meaning wins. */
import { emergency } from './emergency.ts';
import { plainText, wordsAt } from './plain-text.ts';
import { orderAnswer } from './order-answer.ts';
import type { Context, Meaning, Message, Reading } from './reading.ts';

const parts: readonly ((message: Message, context: Context) => Meaning | undefined)[] = [emergency, orderAnswer];

/**
 * Says what `message` most likely means. Deterministic and total: any text gives a reading, `unknown` at the least.
 * Confidence is 0 to 1; `because` holds pieces of the original text.
 */
export function read(message: Message, context: Context = {}): Reading {
  let best: Meaning | undefined;
  for (const part of parts) {
    const meaning = part(message, context);
    if (meaning !== undefined && meaning.confidence > (best?.confidence ?? 0)) best = meaning;
  }
  if (best !== undefined) return best;
  const text = plainText(message.text);
  return {
    intent: 'unknown',
    confidence: 0.5,
    fields: {},
    because: [{ field: 'intent', words: wordsAt(text, 0, Math.min(text.plain.length, 20)) }],
  };
}

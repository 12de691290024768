/** Reads one message: every part offers what it could mean, and the best supported meaning wins. */
import { emergency } from './danger/emergency.ts';
import { wordsAt } from './plain-text.ts';
import { figures } from './figures/figures.ts';
import { givenAnswer } from './given-answer.ts';
import { hazard } from './hazards/hazard.ts';
import { patrol, withPoint } from './patrol/patrol.ts';
import { privateMatter } from './private/private.ts';
import { question } from './question.ts';
import type { Context, Meaning, Message, Reading } from './reading.ts';
import { rescuer } from './rescuers/rescuer.ts';
import { rollCall } from './roll-call.ts';
import { settled } from './settle.ts';
import { smallTalk } from './small-talk.ts';
import { utterance } from './utterance.ts';
import type { Utterance } from './utterance.ts';

/** A part of the reader: what the message means in its eyes, or nothing when it is not for it. */
type Part = (heard: Utterance) => Meaning | undefined;

/** Each flow adds its own part here; of equally sure parts the first wins. */
const parts: readonly Part[] = [
  emergency,
  privateMatter,
  rescuer,
  patrol,
  hazard,
  figures,
  question,
  givenAnswer,
  smallTalk,
];

/** Words of each part, for nobody. */
const rehearsed = ['厂里着火了 楼道里有人', '消防通道堵了', '樟塘村口 正常', '能去 8分钟', '老板欠我三个月工资'];

/** Unpacks the weights and readies the patterns (some 0.2 s), so that the first message is read as quickly as all others. */
export function warmUp(): void {
  const anybody = {
    location: false,
    openOrder: true,
    openShift: true,
    openCase: false,
    openQuestion: null,
    quote: null,
  };
  for (const text of rehearsed) read({ text, photos: 1, room: 'direct', ...anybody });
}

/**
 * Says what `message` most likely means. Deterministic and total: any text gives a reading, `unknown` at the least.
 * Confidence is 0 to 1; `because` holds pieces of the original text. Knows nothing of time and never acts.
 */
export function read(message: Message, context: Context = {}): Reading {
  const heard = utterance(message, context);
  return rollCall(heard, (line) => ruled(utterance(line, context))) ?? meant(heard);
}

/** What rules alone make of a line. */
function ruled(heard: Utterance): Meaning {
  return bestOf(heard, offersFor(heard));
}

/** What rules and likeness make of it together. */
function meant(heard: Utterance): Meaning {
  const offers = offersFor(heard);
  return withPoint(heard, settled(heard, offers, bestOf(heard, offers)));
}

/** Everything that the rules of the parts offer. */
export function offersFor(heard: Utterance): Meaning[] {
  return parts.flatMap((part) => part(heard) ?? []);
}

/** The best supported of what rules offer. */
function bestOf(heard: Utterance, offers: readonly Meaning[]): Meaning {
  return offers.reduce((best, one) => (one.confidence > best.confidence ? one : best), unknown(heard));
}

const saidByAnother = /^(?:老|小|阿)?([一-龥]{1,3})说(?:他|她)?[^,]{0,3}(?:能|可以|不|去|来|到)/;

/** Nobody claims it; a word about somebody else's answer names that person, so that they can be asked themselves. */
function unknown(heard: Utterance): Meaning {
  const words = wordsAt(heard.text, 0, Math.min(heard.plain.length, 24));
  const other = saidByAnother.exec(heard.plain);
  const end = other === null ? 0 : other[0].indexOf('说');
  const proxy = end === 0 ? {} : { proxy: wordsAt(heard.text, 0, end) };
  return {
    intent: 'unknown',
    confidence: end === 0 ? 0.5 : 0.6,
    fields: proxy,
    because: words === '' ? [] : [{ field: 'intent', words }],
  };
}

/** Rules and likeness settle together what a message means. */
import { likelihoods } from './likeness/likeness.ts';
import type { Intent, Meaning } from './reading.ts';
import { canMean, sketch } from './sketch.ts';
import type { Utterance } from './utterance.ts';

/** How many times likelier than likeness alone makes it is what a rule says that is sure, and one that is not. */
const trust = { sure: 8, unsure: 2 };
/** From here on a rule is sure. */
const sure = 0.7;
/** The share that it takes to overrule what rules say. */
const enough = 0.5;
/** What likeness has never seen is not impossible. */
const leastShare = 0.001;

/**
 * What is meant, of what the parts offer (`said` is the best supported of it) and what likeness knows. A rule's word counts
 * several times; danger that it names is never argued away, nor what likeness cannot know of in the writer's place.
 */
export function settled(heard: Utterance, offers: readonly Meaning[], said: Meaning): Meaning {
  if (said.intent === 'emergency' || !canMean(heard, said.intent) || isForRulesAlone(heard)) return said;
  const shares = weighed(heard, offers, said);
  const whole = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const [intent, share] = [...shares].reduce((best, one) => (one[1] > best[1] ? one : best));
  if (intent === said.intent || share / whole < enough) return said;
  return offers.find((one) => one.intent === intent) ?? sketch(heard, intent, sureness(share / whole));
}

/** The shares of likeness among what the writer can mean; the rest may be anything, which is `unknown`. */
function weighed(heard: Utterance, offers: readonly Meaning[], said: Meaning): Map<Intent, number> {
  const shares = new Map<Intent, number>();
  for (const [intent, share] of likelihoods(heard)) {
    const open = canMean(heard, intent) || offers.some((one) => one.intent === intent) ? intent : 'unknown';
    shares.set(open, (shares.get(open) ?? 0) + share);
  }
  const times = said.confidence >= sure && said.intent !== 'unknown' ? trust.sure : trust.unsure;
  return shares.set(said.intent, Math.max(leastShare, shares.get(said.intent) ?? 0) * times);
}

/** An answer to what the bot asked, an order's code, and digits without a word. */
function isForRulesAlone({ plain, message, code }: Utterance): boolean {
  return message.openQuestion !== null || code !== undefined || !/\p{L}/u.test(plain);
}

/** Half and half is as good as a guess. */
function sureness(share: number): number {
  return Math.round((0.45 + share / 2) * 100) / 100;
}

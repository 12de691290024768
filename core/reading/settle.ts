/** Rules and likeness settle together what a message means. */
import { likelihood, likelihoods } from './likeness/likeness.ts';
import type { Intent, Meaning } from './reading.ts';
import { canMean, isRescuers, sketch } from './sketch.ts';
import type { Utterance } from './utterance.ts';

/** How many times likelier than likeness alone makes it is what a rule says: of danger, when it is sure, and when it is not. */
const trust = { danger: 16, sure: 8, unsure: 2 };
/** From here on a rule is sure. */
const sure = 0.75;
/** From here on words of danger stand on their own, and nothing takes them back. */
const plain = 0.88;
/** So sure rules are of a wish about a shift outside a patrol's rooms. */
const saidPlainly = 0.87;
/** The share that it takes to overrule what rules say. */
const enough = 0.5;
const danger: ReadonlySet<Intent> = new Set(['emergency', 'crisis']);
/** What likeness has never seen is not impossible. */
const leastShare = 0.001;

/**
 * What is meant, of what the parts offer (`said` is the best supported of it) and what likeness knows. A rule's word counts
 * several times; danger that it names outright is never argued away.
 */
export function settled(heard: Utterance, offers: readonly Meaning[], said: Meaning): Meaning {
  if (isForRulesAlone(heard, said)) return said;
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
  return shares.set(said.intent, Math.max(leastShare, shares.get(said.intent) ?? 0) * timesOf(said));
}

function timesOf({ intent, confidence }: Meaning): number {
  if (danger.has(intent)) return trust.danger;
  if (intent === 'unknown') return 1;
  return confidence >= sure ? trust.sure : trust.unsure;
}

/** Plain danger; an answer to what the bot asked, an order's code, digits without a word, a rescuer's word where few are learned. */
function isForRulesAlone(heard: Utterance, said: Meaning): boolean {
  const { message, code } = heard;
  const { intent, confidence } = said;
  if (danger.has(intent) && confidence >= plain) return true;
  if (isAskedAlone(heard, said)) return true;
  // What is told in private has weighed likeness already.
  if (intent.startsWith('dispute')) return true;
  // Few rescuers who write without a Chinese letter are learned from.
  if (isRescuers(intent) && !/\p{Script=Han}/u.test(heard.plain)) return true;
  if (message.openQuestion !== null || code !== undefined || !/\p{L}/u.test(heard.plain)) return true;
  // Few who write so are learned from; only danger outweighs their own word.
  return isRescuers(intent) && !canMean(heard, intent) && likelihood(heard, 'emergency') < enough;
}

/** Who asks alone with the bot to be away from a shift says so in plain words, and few who do are learned from. */
function isAskedAlone({ message }: Utterance, { intent, confidence }: Meaning): boolean {
  return message.room === 'direct' && intent === 'leave_request' && confidence >= saidPlainly;
}

/** Half and half is as good as a guess. */
function sureness(share: number): number {
  return Math.round((0.45 + share / 2) * 100) / 100;
}

/** Rules and likeness settle together what a message means. */
import { isForeign, likelihoods } from './likeness/likeness.ts';
import { trustLearned } from './likeness/trust-learned.ts';
import { certain, surenessOf } from './likeness/trust.ts';
import { pointsIn, pointsSaid } from './patrol/points.ts';
import type { Intent, Meaning } from './reading.ts';
import { canMean, isAfterwards, isStep, sketch } from './sketch.ts';
import { utterance } from './utterance.ts';
import type { Utterance } from './utterance.ts';

/** Danger that is missed costs more than a needless look: what is added where no rule knows it, where one does, and where one is sure. */
const lean = { sensed: 0.2, said: 0.7, sure: 2.2 };
/** A seat given to somebody who does not come costs more than asking again. */
const doubt = 1;
/** From here on a rule is sure; words of danger stand on their own. */
const sure = 0.86;
/** How far the rest must outweigh a sure rule, most of all the words that people are told to use; logarithms of odds. */
const margin = { step: 2.5, other: 1 };
const danger: ReadonlySet<Intent> = new Set(['emergency', 'crisis']);
/** What likeness has never seen is not impossible. */
const leastShare = 0.0005;

/**
 * What is meant, of what the rules offer (`said` is the best supported of it) and what likeness knows. Each is weighed as far as it
 * turned out to be right on messages that were new to both.
 */
export function settled(heard: Utterance, offers: readonly Meaning[], said: Meaning): Meaning {
  if (isForRulesAlone(heard) || said.confidence >= certain) return said;
  const odds = weighed(heard, offers);
  const [intent, highest] = [...odds].reduce((best, one) => (one[1] > best[1] ? one : best));
  // That it may be anything is no reading; whatever a rule makes of it is one.
  if (intent === said.intent || intent === 'unknown') return said;
  // What somebody is afraid of in private stays private, although it sounds like what others are sent to.
  if (intent === 'emergency' && said.intent === 'crisis' && said.confidence >= sure) return said;
  if (stands(said, intent) && highest - (odds.get(said.intent) ?? 0) < marginOf(said)) return said;
  const standing = danger.has(intent) ? undefined : (dangerPlain(heard, offers, intent) ?? dangerApart(heard, offers));
  if (standing !== undefined) return standing;
  const offered = offers.filter((one) => one.intent === intent);
  if (offered.length > 0) return offered.reduce((best, one) => (one.confidence > best.confidence ? one : best));
  const whole = [...odds.values()].reduce((sum, one) => sum + Math.exp(one - highest), 0);
  return sketch(heard, intent, sureness(1 / whole));
}

/** Whether a rule's word stands unless the rest speaks plainly against it; for danger, and against a seat, less is enough. */
function stands({ intent, confidence }: Meaning, other: Intent): boolean {
  return confidence >= sure && intent !== 'accept' && !danger.has(other);
}

function marginOf({ intent }: Meaning): number {
  return isStep(intent) ? margin.step : margin.other;
}

/** What speaks for each intent that the writer can mean, as logarithms of odds; what nobody there means may be anything. */
function weighed(heard: Utterance, offers: readonly Meaning[]): Map<Intent, number> {
  const shares = new Map<Intent, number>();
  for (const [intent, share] of likelihoods(heard)) {
    const offered = offers.some((one) => one.intent === intent);
    // Who has told of nothing takes nothing back.
    if (isAfterwards(intent) && !heard.message.openCase && !offered) continue;
    const open = offered || (canMean(heard, intent) && !isDenied(intent, offers)) ? intent : 'unknown';
    shares.set(open, (shares.get(open) ?? 0) + share);
  }
  for (const { intent } of offers) shares.set(intent, shares.get(intent) ?? 0);
  const odds = new Map<Intent, number>();
  for (const [intent, share] of shares) {
    const leaning = (trustLearned.lean[intent] ?? 0) + leanTo(intent, offers);
    odds.set(intent, trustLearned.words * Math.log(Math.max(leastShare, share)) + leaning);
  }
  for (const { intent, confidence } of offers) {
    const trust = trustLearned.rules[intent]?.[surenessOf(confidence)] ?? 0;
    odds.set(intent, (odds.get(intent) ?? 0) + trust);
  }
  return odds;
}

/** Whoever is heard to say no, or perhaps, has not said yes. */
function isDenied(intent: Intent, offers: readonly Meaning[]): boolean {
  const others = offers.filter((one) => one.intent === 'decline' || one.intent === 'standby');
  return intent === 'accept' && others.some(({ confidence }) => confidence >= sure);
}

function leanTo(intent: Intent, offers: readonly Meaning[]): number {
  if (intent === 'accept') return -doubt;
  if (!danger.has(intent)) return 0;
  const said = Math.max(0, ...offers.filter((one) => one.intent === intent).map(({ confidence }) => confidence));
  if (said === 0) return lean.sensed;
  return said >= sure ? lean.sure : lean.said;
}

/** From here on a rule for danger is not outweighed by being at a point, and not by talk where it says whom or where. */
const plain = { there: 0.85, told: 0.95 };

/** 4号点着火了 under a picture is no check-in, and neither that nor 东02中暑了 is talk. */
function dangerPlain(heard: Utterance, offers: readonly Meaning[], intent: Intent): Meaning | undefined {
  if (intent === 'check_in') {
    return offers.find((one) => isAlarming(one) && one.confidence >= plain.there);
  }
  if ((intent !== 'small_talk' && intent !== 'leave_request') || !heard.message.openShift) return undefined;
  const somewhere =
    intent === 'small_talk' && [pointsIn(heard, true), pointsSaid(heard, false)].some(({ found }) => found.length > 0);
  return offers.find(
    (one) => one.intent === 'emergency' && one.confidence >= plain.told && (one.fields.injured === true || somewhere),
  );
}

function isAlarming({ intent }: Meaning): boolean {
  return intent === 'emergency' || intent === 'suspicious';
}

/** How likely a clause must be danger by itself. */
const clear = 0.6;

/** Danger that a rule names, and that one clause of several speaks of by itself, whatever is told around it. */
function dangerApart(heard: Utterance, offers: readonly Meaning[]): Meaning | undefined {
  const offered = offers.find((one) => danger.has(one.intent));
  if (offered === undefined || heard.clauses.length < 2) return undefined;
  const apart = heard.clauses.some(({ words }) => {
    const shares = likelihoods(utterance({ ...heard.message, text: words }, {}));
    return (shares.get('emergency') ?? 0) + (shares.get('crisis') ?? 0) >= clear;
  });
  return apart ? offered : undefined;
}

/** An answer to what the bot asked, an order's code or the number of a button, or no word at all. */
function isForRulesAlone({ message, code, plain, answering }: Utterance): boolean {
  if (message.openQuestion !== null || code !== undefined) return true;
  if (answering && (button.test(plain) || plainAnswer.test(plain.trim()))) return true;
  return isForeign(plain);
}

/** Whole answers of a few signs that people give every day: 来了, 我又能去了, 可以的, 骑车去, 收到 马上到. */
const plainAnswer =
  /^(?:(?:我们?|俺|咱)?(?:现在|这会儿?|又|也|都|马上|立刻|这就|还是)*(?:能|可以|可)?(?:去得?[了啊的]*|(?<=.)来得?[了啊的]*|来了)|(?:来了){1,3}|可以的|(?:走路|骑车|开车|打车)(?:去|来|过去|过来)|(?:收到|好的?|明白)[\s,。!]*(?:我们?)?(?:马上|立刻|这就|现在就?)(?:[到来去]|过[来去]|出发))[!。~]*$/;
const button = /^[1-3](?![\d点号分:.])/;

/** Half and half is as good as a guess. */
function sureness(share: number): number {
  return Math.round((0.45 + share / 2) * 100) / 100;
}

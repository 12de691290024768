/** Learns how far words and rules can be trusted: logistic regression over what each said of messages that were new to both. */
import { surenessOf } from '../../../../core/reading/likeness/trust.ts';
import type { Trust } from '../../../../core/reading/likeness/trust.ts';
import type { Intent } from '../../../../core/reading/reading.ts';

/** What likeness and rules said of a message, and what it means. */
export interface Testimony {
  readonly meant: Intent;
  readonly shares: readonly (readonly [Intent, number])[];
  readonly offers: readonly (readonly [Intent, confidence: number])[];
}

const leastShare = 0.0005;
const rounds = 400;
const pace = 0.05;
/** What keeps weights small that few messages speak for. */
const modesty = 0.0002;
const levels = 4;

/** The trust under which what was meant would have been likeliest. */
export function trustFrom(testimonies: readonly Testimony[]): Trust {
  const intents = [...new Set(testimonies.flatMap(({ shares }) => shares.map(([intent]) => intent)))].sort();
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const rows = testimonies.map(({ meant, shares, offers }) => ({
    meant: places.get(meant) ?? 0,
    logs: logsOf(shares, places),
    offers: offers.flatMap(([intent, confidence]) => {
      const place = places.get(intent);
      return place === undefined
        ? []
        : [{ place, weight: 1 + intents.length + place * levels + surenessOf(confidence) }];
    }),
  }));
  // First how much words count, then the leaning of each intent, then the four trusts of each.
  const weights = new Float64Array(1 + intents.length * (1 + levels));
  weights[0] = 1;
  climb(weights, (slopes) => {
    for (const row of rows) addSlopes(slopes, row, weights, intents.length);
    for (const [at, slope] of slopes.entries())
      slopes[at] = slope / rows.length + (at === 0 ? 0 : modesty * (weights[at] ?? 0));
  });
  const round = (at: number): number => Math.round((weights[at] ?? 0) * 100) / 100;
  return {
    words: round(0),
    lean: Object.fromEntries(intents.map((intent, place) => [intent, round(1 + place)])),
    rules: Object.fromEntries(
      intents.map((intent, place) => {
        const first = 1 + intents.length + place * levels;
        return [intent, [round(first), round(first + 1), round(first + 2), round(first + 3)] as const];
      }),
    ),
  };
}

interface Row {
  readonly meant: number;
  readonly logs: Float64Array;
  readonly offers: readonly { readonly place: number; readonly weight: number }[];
}

function logsOf(shares: Testimony['shares'], places: ReadonlyMap<Intent, number>): Float64Array {
  const logs = new Float64Array(places.size).fill(Math.log(leastShare));
  for (const [intent, share] of shares) logs[places.get(intent) ?? 0] = Math.log(Math.max(leastShare, share));
  return logs;
}

function addSlopes(slopes: Float64Array, { meant, logs, offers }: Row, weights: Float64Array, intents: number): void {
  const odds = logs.map((log, place) => (weights[0] ?? 0) * log + (weights[1 + place] ?? 0));
  for (const { place, weight } of offers) odds[place] = (odds[place] ?? 0) + (weights[weight] ?? 0);
  const highest = Math.max(...odds);
  const grown = odds.map((one) => Math.exp(one - highest));
  const whole = grown.reduce((sum, one) => sum + one, 0);
  const off = grown.map((one, place) => one / whole - (place === meant ? 1 : 0));
  for (let place = 0; place < intents; place += 1) {
    slopes[0] = (slopes[0] ?? 0) + (off[place] ?? 0) * (logs[place] ?? 0);
    slopes[1 + place] = (slopes[1 + place] ?? 0) + (off[place] ?? 0);
  }
  for (const { place, weight } of offers) slopes[weight] = (slopes[weight] ?? 0) + (off[place] ?? 0);
}

/** Adam (Kingma and Ba, 2015): moves `weights` down the slopes. */
function climb(weights: Float64Array, slopesAt: (slopes: Float64Array) => void): void {
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let round = 1; round <= rounds; round += 1) {
    const slopes = new Float64Array(weights.length);
    slopesAt(slopes);
    for (const [at, slope] of slopes.entries()) {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope;
      const step = (first[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - pace * step;
    }
  }
}

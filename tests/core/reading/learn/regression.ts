/**
 * Logistic regression over several meanings that leaves most weights at nothing: FTRL-Proximal, a step for each message and
 * weight (McMahan et al., Ad click prediction: a view from the trenches, KDD 2013, algorithm 1).
 */
import { randomFrom, shuffle } from './shuffle.ts';

/** A message as it is learned: the pieces by number, and the number of what it means. */
export interface Example {
  readonly pieces: Int32Array;
  /** One over the root of how many pieces it had, those that are not learned included. */
  readonly scale: number;
  readonly meant: number;
}

const rounds = 8;
/** `pace` and `ease` shape how steps shrink; what has not gathered more than `least` against it stays nothing. */
const pace = 0.3;
const ease = 0.001;
const least = 0.1;

/** What is known of each weight: what it gathered, and how far it was moved in all. */
interface State {
  readonly weights: Float32Array;
  readonly gathered: Float32Array;
  readonly moved: Float32Array;
  /** The shares of the message at hand. */
  readonly shares: Float64Array;
}

/** A weight for each piece and meaning, piece by piece; the same examples always give the same weights. */
export function regression(examples: readonly Example[], pieces: number, meanings: number): Float32Array {
  const size = pieces * meanings;
  const state = {
    weights: new Float32Array(size),
    gathered: new Float32Array(size),
    moved: new Float32Array(size),
    shares: new Float64Array(meanings),
  };
  const order = examples.map((_, index) => index);
  const random = randomFrom(7);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) learn(example, state);
    }
  }
  return state.weights;
}

function learn(example: Example, state: State): void {
  const { shares } = state;
  share(example, state);
  shares[example.meant] = (shares[example.meant] ?? 0) - 1;
  for (const piece of example.pieces) {
    for (let meaning = 0; meaning < shares.length; meaning += 1)
      move(state, piece * shares.length + meaning, (shares[meaning] ?? 0) * example.scale);
  }
}

function move({ weights, gathered, moved }: State, at: number, slope: number): void {
  const before = moved[at] ?? 0;
  const after = before + slope * slope;
  const step = (Math.sqrt(after) - Math.sqrt(before)) / pace;
  const sum = (gathered[at] ?? 0) + slope - step * (weights[at] ?? 0);
  gathered[at] = sum;
  moved[at] = after;
  weights[at] = Math.abs(sum) <= least ? 0 : -(sum - Math.sign(sum) * least) / ((ease + Math.sqrt(after)) / pace);
}

function share({ pieces, scale }: Example, { weights, shares }: State): void {
  const meanings = shares.length;
  shares.fill(0);
  for (const piece of pieces) {
    for (let meaning = 0; meaning < meanings; meaning += 1)
      shares[meaning] = (shares[meaning] ?? 0) + (weights[piece * meanings + meaning] ?? 0) * scale;
  }
  const highest = Math.max(...shares);
  let whole = 0;
  for (let meaning = 0; meaning < meanings; meaning += 1) {
    const grown = Math.exp((shares[meaning] ?? 0) - highest);
    shares[meaning] = grown;
    whole += grown;
  }
  for (let meaning = 0; meaning < meanings; meaning += 1) shares[meaning] = (shares[meaning] ?? 0) / whole;
}

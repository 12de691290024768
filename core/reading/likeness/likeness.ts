/**
 * What messages like this one meant. Rules know the words that matter most; people have more words than rules. The shares
 * were learned from the corpora (`npm run learn`), and the pieces that spoke loudest are given as reasons.
 */
import { crisisKinds, disputeKinds, hazardKinds, incidentKinds } from '../../catalogue.ts';
import type { CrisisKind, DisputeKind, HazardKind, IncidentKind } from '../../catalogue.ts';
import { wordsAt } from '../plain-text.ts';
import { intents } from '../reading.ts';
import type { Because, Intent } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import crisisKindsLearned from './crisis-kinds-learned.json' with { type: 'json' };
import disputeKindsLearned from './dispute-kinds-learned.json' with { type: 'json' };
import hazardKindsLearned from './hazard-kinds-learned.json' with { type: 'json' };
import incidentKindsLearned from './incident-kinds-learned.json' with { type: 'json' };
import intentsLearned from './intents-learned.json' with { type: 'json' };
import { learned } from './learned.ts';
import type { Learned, Shares } from './learned.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';

const codesOf = <Code extends string>(kinds: readonly { code: Code }[]): Code[] => kinds.map(({ code }) => code);
const intentWeights = learned(intentsLearned, intents);
const hazardWeights = learned(hazardKindsLearned, codesOf(hazardKinds));
const incidentWeights = learned(incidentKindsLearned, codesOf(incidentKinds));
const crisisWeights = learned(crisisKindsLearned, crisisKinds);
const disputeWeights = learned(disputeKindsLearned, codesOf(disputeKinds));

/** The likeliest of some meanings, and the words that speak for it. */
export interface Likely<Meant extends string> {
  readonly meant: Meant;
  /** 0 to 1. */
  readonly share: number;
  readonly start: number;
  readonly end: number;
}

/** A message is weighed once, however many parts ask. */
const weighed = new WeakMap<Utterance, Shares<Intent>>();

/** How likely each intent is, by likeness alone; the shares sum to 1. */
export function likelihoods(heard: Utterance): Shares<Intent> {
  const before = weighed.get(heard);
  if (before !== undefined) return before;
  const shares = intentWeights.shares(piecesOf(heard));
  weighed.set(heard, shares);
  return shares;
}

/** So many letters for each Chinese one are another language. */
const foreign = 4;
const countOf = (plain: string, sign: RegExp): number => plain.match(sign)?.length ?? 0;

/** Few who write with hardly a Chinese letter are learned from: likeness alone decides nothing there. */
export function isForeign(plain: string): boolean {
  return countOf(plain, /\p{Script=Han}/gu) * foreign <= countOf(plain, /\p{L}/gu);
}

/** How likely one intent is, 0 to 1. */
export function likelihood(heard: Utterance, intent: Intent): number {
  return likelihoods(heard).get(intent) ?? 0;
}

/** The words that speak loudest for `intent`, at most three. */
export function reasonsFor(heard: Utterance, intent: Intent): Because[] {
  const other = [...likelihoods(heard)].filter(([one]) => one !== intent).sort(([, a], [, b]) => b - a)[0]?.[0];
  if (other === undefined) return [];
  return loudest(intentWeights, piecesOf(heard), intent, other).map(({ start, end }) => ({
    field: 'intent',
    words: wordsAt(heard.text, start, end),
  }));
}

/** The kind of hazard that a message with these pieces is most like. */
export function likelyHazardKind(pieces: readonly Piece[]): Likely<HazardKind> {
  return likeliest(hazardWeights, pieces, 'other');
}

/** How like each kind of hazard a message with these pieces is; the shares sum to 1. */
export function hazardKindShares(pieces: readonly Piece[]): Shares<HazardKind> {
  return hazardWeights.shares(pieces);
}

/** How like each kind of incident a message with these pieces is; the shares sum to 1. */
export function incidentKindShares(pieces: readonly Piece[]): Shares<IncidentKind> {
  return incidentWeights.shares(pieces);
}

/** What the writer of a message with these pieces is most likely in danger of. */
export function likelyCrisisKind(pieces: readonly Piece[]): Likely<CrisisKind> {
  return likeliest(crisisWeights, pieces, 'self_harm');
}

/** How like each kind of dispute a message with these pieces is; the shares sum to 1. */
export function disputeKindShares(pieces: readonly Piece[]): Shares<DisputeKind> {
  return disputeWeights.shares(pieces);
}

function likeliest<Meant extends string>(
  known: Learned<Meant>,
  pieces: readonly Piece[],
  otherwise: Meant,
): Likely<Meant> {
  const [first, second] = [...known.shares(pieces)].sort(([, a], [, b]) => b - a);
  const meant = first?.[0] ?? otherwise;
  const words = loudest(known, pieces, meant, second?.[0] ?? otherwise)[0];
  return { meant, share: first?.[1] ?? 0, start: words?.start ?? 0, end: words?.end ?? 0 };
}

const mostReasons = 3;

function loudest<Meant extends string>(
  known: Learned<Meant>,
  pieces: readonly Piece[],
  meant: Meant,
  other: Meant,
): Piece[] {
  return pieces
    .filter(({ name, end }) => end > 0 && !/[\^$|]/.test(name))
    .map((piece) => ({ piece, says: known.speaksFor(piece, meant, other) }))
    .filter(({ says }) => says > 0)
    .sort((a, b) => b.says - a.says)
    .slice(0, mostReasons)
    .map(({ piece }) => piece);
}

/** Of which kinds a hazard is: the signs and the things that are found, and how like each kind the whole message is. */
import type { HazardKind } from '../../catalogue.ts';
import { hazardKindShares, likelyHazardKind } from '../likeness/likeness.ts';
import type { Likely } from '../likeness/likeness.ts';
import { loud, wordPieces } from '../likeness/pieces.ts';
import type { Piece } from '../likeness/pieces.ts';
import type { Utterance } from '../utterance.ts';
import { absorbed } from './absorb.ts';
import { hazardsIn } from './hazard-signs.ts';
import { topicsIn } from './topics.ts';

/** A sign says what is wrong; a thing only what it is about. */
const loudness = { sign: 9, thing: 3 };
/** Of the likeliest kind's share, what another must have. */
const leastPart = 0.15;

/** What kinds are learned by: the pieces of the words, and the signs and things that are found in them. */
export function kindPieces(heard: Utterance): Piece[] {
  const signs = absorbed(hazardsIn(heard), heard.plain);
  return [
    ...wordPieces(heard.plain),
    ...signs.flatMap((sign) => loud(sign.kind, loudness.sign, sign)),
    ...topicsIn(heard).flatMap((thing) => loud(`${thing.kind}?`, loudness.thing, thing)),
  ];
}

/** The kind that the message is most like. */
export function likelyKind(heard: Utterance): Likely<HazardKind> {
  return likelyHazardKind(kindPieces(heard));
}

/** The likeliest kind, and those of `named` that are not far less likely. */
export function likelyKinds(heard: Utterance, named: readonly HazardKind[]): HazardKind[] {
  const shares = hazardKindShares(kindPieces(heard));
  const [first, highest] = [...shares].reduce((best, one) => (one[1] > best[1] ? one : best));
  return [first, ...named.filter((kind) => kind !== first && (shares.get(kind) ?? 0) >= highest * leastPart)];
}

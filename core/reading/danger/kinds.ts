/** What happened, by the signs of danger that are found and by how like each kind the whole message is. */
import type { IncidentKind } from '../../catalogue.ts';
import { incidentKindShares } from '../likeness/likeness.ts';
import { loud, wordPieces } from '../likeness/pieces.ts';
import type { Piece } from '../likeness/pieces.ts';
import type { Utterance } from '../utterance.ts';
import { signsIn } from './danger-signs.ts';
import type { FoundSign } from './danger-signs.ts';
import { withoutFiguresOfSpeech } from './figures-of-speech.ts';

/** A sign says more than a few letters do. */
const loudness = 9;
/** Of the likeliest kind's share, what another must have that a sign names. */
const leastPart = 0.25;
/** How likely one must be that no sign names. */
const sureKind = 0.3;

/** What kinds are learned by: the pieces of the words, and the signs that are found in them. */
export function kindPieces({ plain }: Utterance): Piece[] {
  const signs = signsIn(withoutFiguresOfSpeech(plain));
  return [...wordPieces(plain), ...signs.flatMap((one) => loud(one.sign.kind, loudness, one))];
}

/** The likeliest kind, and those that `found` names which are not far less likely; none where nobody can say. */
export function kindsOf(heard: Utterance, found: readonly FoundSign[]): IncidentKind[] {
  const named = namedKinds(found);
  const shares = incidentKindShares(kindPieces(heard));
  const [first, highest] = [...shares].reduce((best, one) => (one[1] > best[1] ? one : best));
  if (highest < sureKind && !named.includes(first)) return named;
  return [first, ...named.filter((kind) => kind !== first && (shares.get(kind) ?? 0) >= highest * leastPart)];
}

function namedKinds(found: readonly FoundSign[]): IncidentKind[] {
  // Words that needed somebody named say what happened only where nothing plainer does.
  const plainer = found.filter(({ sign }) => sign.needs !== 'victim' && sign.kind !== 'any');
  const telling = plainer.length > 0 ? plainer : found;
  const kinds = new Set(telling.map(({ sign }) => sign.kind).filter((kind) => kind !== 'any'));
  if (kinds.has('forest_fire')) kinds.delete('fire');
  if (kinds.has('lift') || kinds.has('confined_space')) kinds.delete('trapped');
  if (kinds.has('landslide')) kinds.delete('collapse');
  return [...kinds];
}

import { findPlace } from './find-place.ts';
import type { HazardDraft } from './hazard-draft.ts';
import type { Place } from './people.ts';

/** Where a report says that it is. */
export type PlaceSaid = Pick<HazardDraft, 'placeWords' | 'placeId'>;

/** A number of a house with what counts it: 38号, 3栋, no. 38; of 36号楼道 only 36号. */
const house = /\d+\s*(?:号(?:楼(?![道上下梯]))?|栋|幢|弄|单元|室|#)|(?<=\bno\.? ?)\d+/iu;
/** Nothing but a house's number, and perhaps which part of it. */
const houseAlone =
  /^(?:no\.? ?)?(?<digits>\d+)\s*(?<rest>(?:号楼?|栋|幢|弄|单元|室|#)?(?:门口|门前|旁边|对面|楼道|楼上|楼下)?)$/iu;

/**
 * Where it is after somebody put it right: another house of the same village (38号), another place that the zone knows (星固模具厂),
 * or, where the words are about the place, whatever they say. Null: they name no place.
 * @param named the words say themselves that they are about the place: 地点是后门
 */
export function correctedPlace(
  was: PlaceSaid,
  words: string,
  { places, named }: { places: readonly Place[]; named: boolean },
): PlaceSaid | null {
  const said = words.normalize('NFKC').trim();
  const { placeId } = was;
  const place = findPlace(places, { text: said, code: said });
  if (place !== null) return { placeWords: said, placeId: place.id };
  const alone = houseAlone.exec(said)?.groups;
  if (alone !== undefined && was.placeWords !== '') return { placeWords: otherHouse(was.placeWords, alone), placeId };
  if (house.test(said)) return { placeWords: said, placeId: isVillage(places, placeId) ? placeId : null };
  return named ? { placeWords: said, placeId } : null;
}

/** A bare 38 keeps what counts it and what was said behind it: 上桥村36号楼道. */
function otherHouse(placeWords: string, { digits = '', rest = '' }: Readonly<Record<string, string>>): string {
  const old = house.exec(placeWords)?.[0];
  if (old === undefined) return `${placeWords}${digits}${rest}`;
  return placeWords.replace(old, rest === '' ? old.replace(/\d+/u, digits) : `${digits}${rest}`);
}

/** A street that no list knows can lie in the village, but not in the firm that was named by mistake. */
function isVillage(places: readonly Place[], placeId: PlaceSaid['placeId']): boolean {
  return places.some(({ id, kind }) => id === placeId && kind === 'village');
}

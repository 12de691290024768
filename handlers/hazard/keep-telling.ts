import type { HazardDraft } from '../../core/hazard-draft.ts';
import { hazardArea, hazardPosition } from '../../core/hazard-owner.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { FileId, PersonId } from '../../core/ids.ts';
import type { Position } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { weighPlace } from '../place/weigh-place.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { keepWithHazard } from './claim-files.ts';
import { saveHazard, showHazard } from './show-hazard.ts';

/** What a person has told of a hazard by now, all of it. */
export type KnownTelling = Pick<
  HazardDraft,
  'words' | 'kinds' | 'placeWords' | 'placeId' | 'position' | 'severity' | 'people' | 'anonymous'
>;

/** What is new in it, and how it bears on the hazard. */
interface Added {
  person: Person;
  /** What was said just now. */
  words: string;
  fileIds: readonly FileId[];
  /** Where the hazard is by it. */
  place: 'fills' | 'moves' | 'stays';
  /** The kinds are put right, and not one more. */
  otherKind?: boolean;
  /** Where it is said to be, for the trace, where nothing moves by it. */
  placeSaid?: { words: string; at: Position | null } | null;
}

/** What became of it: the hazard as it is now, what of the files is its evidence, and whether it is somewhere else. */
interface Kept {
  hazard: Hazard;
  fileIds: readonly FileId[];
  moved: boolean;
}

/**
 * Keeps what somebody who told of a hazard says more of it: their telling grows, pictures become evidence, and the cards show it. What
 * the only teller says completes the hazard or puts it right; of several tellers' hazards only what was missing is filled.
 */
export async function keepTelling(work: Work, hazard: Hazard, known: KnownTelling, added: Added): Promise<Kept> {
  const { person, place, words } = added;
  const reports = await work.tx.hazards.reports(hazard.id);
  const report = reports.findLast(({ personId }) => personId === person.id);
  const actor: PersonId | null = known.anonymous ? null : person.id;
  const kept = await keepWithHazard(work, hazard, added.fileIds, 'before', actor);
  if (report !== undefined) {
    await work.tx.hazards.putReport({
      ...report,
      fileIds: [...report.fileIds, ...kept],
      words: known.words,
      kinds: known.kinds,
      placeWords: known.placeWords,
      placeId: known.placeId,
      position: known.position,
      anonymous: report.anonymous || known.anonymous,
    });
  }
  const only = reports.length === 1;
  const moved = only && place === 'moves';
  const told = place === 'stays' ? { ...known, ...whereItIs(hazard) } : known;
  const better = withMore(work, hazard, told, { only, moved, otherKind: added.otherKind === true });
  const saved = await saveHazard(work, better);
  const said = added.placeSaid ?? null;
  if (words !== '' || said !== null) {
    const where = said === null ? {} : { place: said.words, ...said.at };
    await traceHazard(work, hazard, 'detail_added', actor, { words, ...where });
  }
  if (better.placeId !== hazard.placeId) await weighPlace(work, hazard.placeId);
  await showHazard(work, saved, { moved });
  return { hazard: saved, fileIds: kept, moved };
}

const whereItIs = ({
  placeId,
  placeWords,
  position,
}: Hazard): Pick<KnownTelling, 'placeId' | 'placeWords' | 'position'> => ({
  placeId,
  placeWords,
  position,
});

/** `moved`: the only teller has put the place right, so that what was known of it before is none. */
function withMore(
  work: Work,
  was: Hazard,
  told: KnownTelling,
  { only, moved, otherKind }: { only: boolean; moved: boolean; otherKind: boolean },
): Hazard {
  const hazard = moved ? { ...was, placeId: null, placeWords: '', position: null } : was;
  const placeId = hazard.placeId ?? told.placeId;
  const place = work.zone.places.find(({ id }) => id === placeId) ?? null;
  const sent = hazardPosition(told.position, place, work.zone.places);
  // Whoever alone tells of it sends a better position by sending another one.
  const position = only && told.position !== null ? (sent ?? hazard.position) : (hazard.position ?? sent);
  const kinds = otherKind ? told.kinds : [...new Set([...hazard.kinds, ...told.kinds])];
  return {
    ...hazard,
    words: only && told.words !== '' ? told.words : hazard.words,
    kinds: only ? kinds : hazard.kinds,
    placeId,
    placeWords: hazard.placeWords === '' ? told.placeWords : hazard.placeWords,
    position,
    area: hazardArea(work.zone.places, place, position).area,
    severity: told.severity === 'urgent' ? 'urgent' : hazard.severity,
    people: hazard.people ?? told.people,
  };
}

import type { HazardReport } from '../core/hazard.ts';
import type { FileId } from '../core/ids.ts';
import type { Person } from '../core/people.ts';
import { standingsOf, type HazardStanding } from '../core/hazard-permission.ts';
import type { KeptFile } from '../core/ports/files.ts';
import type { HazardView } from '../core/ports/hazards.ts';

/** What one reader may see of a hazard. */
export interface HazardReader {
  person: Person;
  /** Deals with it, and sees all but who told anonymously; whoever only told of it sees what concerns them. */
  deals: boolean;
  /** Decides on it, and so may know who told of it. */
  knowsTellers: boolean;
  /** Decides on it or checks it, and so sees what is known of each photo. */
  weighsEvidence: boolean;
  /** May ring back those who left a number. */
  mayRing: boolean;
  /** The reader's own tellings. */
  own: readonly HazardReport[];
  files: readonly KeptFile[];
}

/** Null: this person may not see it at all. */
export function hazardReader(person: Person, view: HazardView): HazardReader | null {
  const { hazard, reports } = view;
  const standings = standingsOf(person, hazard, reports);
  if (standings.size === 0) return null;
  const is = (...wanted: readonly HazardStanding[]): boolean => wanted.some((one) => standings.has(one));
  const own = reports.filter(({ personId }) => personId === person.id);
  const deals = is('officer', 'leader', 'owner', 'checker');
  return {
    person,
    deals,
    knowsTellers: is('officer'),
    weighsEvidence: is('officer', 'leader', 'checker'),
    mayRing: is('officer', 'owner'),
    own,
    files: deals ? view.files : view.files.filter((file) => concerns(file, view, own)),
  };
}

/** Whoever told of it sees the own photos, and how it is now once that has been said. */
function concerns(file: KeptFile, { hazard }: HazardView, own: readonly HazardReport[]): boolean {
  const ours = new Set<FileId>(own.flatMap(({ fileIds }) => fileIds));
  const isTold = hazard.state === 'fixed' || hazard.state === 'closed';
  return ours.has(file.id) || (file.role === 'after' && isTold);
}

import type { RoomId } from '../../core/ids.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { Person } from '../../core/people.ts';
import type { MatterRight } from '../../core/matter-permission.ts';

/** A tap, or words that say the same: what is asked of one matter, by whom, where; the right to it has been looked up. */
export interface MatterAct {
  person: Person;
  verb: MatterVerb;
  /** The button's value; '' when it has none. */
  value: string;
  /** What was written with it; '' for a bare tap. */
  words: string;
  /** Where it was done; null: by link. */
  roomId: RoomId | null;
  rights: ReadonlySet<MatterRight>;
}

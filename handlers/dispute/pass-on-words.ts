import { sideOf } from '../../core/dispute.ts';
import type { MatterNoteId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { MatterResult } from '../../core/private-notice.ts';
import { traceMatter, type Work } from '../work.ts';
import { showWork } from './show-work.ts';

/**
 * What a side writes of its matter that is no step: kept as a note of its own, which the mediators alone read, and the owner hears
 * that there is one. Nobody is told that an answer follows by itself: the owner rings or writes.
 */
export async function passOnWords(work: Work, matter: Matter, person: Person, words: string): Promise<MatterResult> {
  const id = work.ids.next<MatterNoteId>(work.now);
  const side = sideOf(matter, person.id);
  await work.tx.matters.addNote({ id, matterId: matter.id, side, byId: person.id, at: work.now, words: words.trim() });
  await traceMatter(work, matter, 'matter_noted', person.id, { note: id, side });
  await showWork(work, matter, { loud: true, heard: { side, at: work.now } });
  return { kind: 'matter_words_passed_on', ...(matter.ownerId === null ? { waits: true as const } : {}) };
}

import type { Instant } from '../../core/clock.ts';
import type { MatterNoteId, RoomId } from '../../core/ids.ts';
import type { Matter } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import { traceMatter, type Work } from '../work.ts';
import { redrawFor } from './matter-standings.ts';
import { noteProgress } from './remind-owner.ts';
import { sayPrivately } from './say-privately.ts';

const slotOf = (id: MatterNoteId): string => `matter-whose:${id}`;

/**
 * Words of whoever has this matter that read like one of their own: kept as a note of it, which only the mediators read, and asked
 * whether they are; nothing is lost whatever is answered.
 * @returns whether the question reaches its writer
 */
export async function keepStrayWords(
  work: Work,
  matter: Matter,
  person: Person,
  words: string,
  roomId: RoomId,
): Promise<boolean> {
  const id = work.ids.next<MatterNoteId>(work.now);
  const note = { id, matterId: matter.id, side: null, byId: person.id, at: work.now, words: words.trim() };
  await work.tx.matters.addNote(note);
  await traceMatter(work, matter, 'matter_noted', person.id, { note: id, side: null });
  await noteProgress(work, matter);
  const notice = { kind: 'matter_whose', matterId: matter.id, noteId: id } as const;
  return sayPrivately(work, person.id, notice, { priority: 'answer', slot: slotOf(id) }, roomId);
}

/** Without a button somebody says so of what they wrote so shortly before. */
const shortlyMs = 30 * 60_000;

/**
 * The words of such a note, which its writer says are about something new: taken out of this matter.
 * @param at when it was written; null: the newest, shortly before
 * @returns '' there is none of theirs
 */
export async function takeStrayWords(
  work: Work,
  matter: Pick<Matter, 'id'>,
  person: Pick<Person, 'id'>,
  at: Instant | null,
): Promise<string> {
  const notes = await work.tx.matters.notes(matter.id);
  const own = notes.filter(({ byId, side }) => byId === person.id && side === null);
  const note = own.findLast((one) => (at === null ? work.now - one.at <= shortlyMs : one.at === at));
  if (note === undefined) return '';
  await work.tx.matters.removeNote(note.id);
  const notice = { kind: 'matter_whose', matterId: matter.id, noteId: note.id } as const;
  await redrawFor(work, person.id, [{ notice, slot: slotOf(note.id) }]);
  return note.words;
}

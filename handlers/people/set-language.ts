import type { Language } from '../../core/message.ts';
import type { PublicNotice } from '../../core/notice.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import type { Known } from './know-sender.ts';

/** In a direct chat the person's language; in a group, by a leader or officer, the room's. */
export async function setLanguage(work: Work, known: Known, person: Person, language: Language): Promise<PublicNotice> {
  if (known.room.kind === 'direct') {
    await work.tx.people.put({ ...person, language });
    // What is said there to nobody by name follows.
    await work.tx.rooms.put({ ...known.room, language });
    return { kind: 'language_set' };
  }
  const mayChange = person.roles.some((role) => role === 'leader' || role === 'duty_officer' || role === 'admin');
  if (!mayChange) return { kind: 'refusal', result: { kind: 'not_allowed' } };
  await work.tx.rooms.put({ ...known.room, language });
  return { kind: 'language_set' };
}

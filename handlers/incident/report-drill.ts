import type { Person, Room } from '../../core/people.ts';
import { incidentKindsOf, readWords } from '../../core/reading/words-alone.ts';
import { incidentKinds } from '../../core/catalogue.ts';
import type { Incident } from '../../core/incident.ts';
import type { Work } from '../work.ts';
import { reportEmergency } from './report-emergency.ts';

/**
 * An officer starts a drill (`演练 溺水 荷塘`): the same path as a real report, marked everywhere, with numbers of its own and
 * never joined with a real incident.
 */
export async function reportDrill(
  work: Work,
  officer: Person,
  room: Room | null,
  messageId: string | null,
  words: string,
): Promise<Incident> {
  const reading = readWords(words, { places: work.zone.places });
  const named = incidentKinds.filter(
    ({ code, zh, en }) => words.includes(zh) || words.includes(en) || words.includes(code),
  );
  return reportEmergency(work, {
    person: officer,
    room,
    messageId,
    words,
    kinds: named.length > 0 ? named.map(({ code }) => code) : incidentKindsOf(reading),
    placeWords: reading.fields.place ?? '',
    position: null,
    people: null,
    drill: true,
  });
}

import type { Person, Room } from '../../core/people.ts';
import { read } from '../../core/reading/read.ts';
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
  const reading = read(
    {
      text: words,
      photos: 0,
      location: false,
      room: 'village',
      openOrder: false,
      openShift: false,
      openCase: false,
      openQuestion: null,
      quote: null,
    },
    { places: work.zone.places },
  );
  const named = incidentKinds.filter(
    ({ code, zh, en }) => words.includes(zh) || words.includes(en) || words.includes(code),
  );
  const kinds = incidentKinds.map(({ code }) => code).filter((code) => reading.fields.kinds?.includes(code) === true);
  return reportEmergency(work, {
    person: officer,
    room,
    messageId,
    words,
    kinds: named.length > 0 ? named.map(({ code }) => code) : kinds,
    placeWords: reading.fields.place ?? '',
    position: null,
    people: null,
    drill: true,
  });
}

import { blankBody, type Matter, type MatterBody, type MatterNote, type Opening } from '../../core/matter.ts';
import type { Sealing } from '../../core/ports/sealing.ts';
import type { Tables } from '../schema.ts';

export type MatterRow = Tables['matters']['$inferSelect'];
export type MatterNoteRow = Tables['matterNotes']['$inferSelect'];
export type OpeningRow = Tables['matterOpenings']['$inferSelect'];

/** The row of a matter, its body sealed. */
export function matterRow(matter: Matter, sealing: Sealing): MatterRow {
  return { ...matter, body: sealedBody(matter, sealing) };
}

/** The matter of a row. */
export function matterOf(row: MatterRow, sealing: Sealing): Matter {
  const body = JSON.parse(sealing.open(row.body, aboutMatter(row))) as Partial<MatterBody>;
  // Bodies of earlier versions lack what was added since.
  return { ...row, body: { ...blankBody, ...body } };
}

/** A matter's body as it is stored. */
export function sealedBody({ id, body }: Pick<Matter, 'id' | 'body'>, sealing: Sealing): string {
  return sealing.seal(JSON.stringify(body), aboutMatter({ id }));
}

export function noteRow(note: MatterNote, sealing: Sealing): MatterNoteRow {
  return { ...note, words: sealing.seal(note.words, aboutNote(note)) };
}

export function noteOf(row: MatterNoteRow, sealing: Sealing): MatterNote {
  return { ...row, words: sealing.open(row.words, aboutNote(row)) };
}

export function openingRow(opening: Opening, sealing: Sealing): OpeningRow {
  return { ...opening, reason: sealing.seal(opening.reason, aboutOpening(opening)) };
}

export function openingOf(row: OpeningRow, sealing: Sealing): Opening {
  return { ...row, reason: sealing.open(row.reason, aboutOpening(row)) };
}

/** To which row a sealed body belongs. */
export function aboutMatter({ id }: { id: string }): string {
  return `matters:${id}`;
}

export function aboutNote({ id }: { id: string }): string {
  return `matter_notes:${id}`;
}

export function aboutOpening({ id }: { id: string }): string {
  return `matter_openings:${id}`;
}

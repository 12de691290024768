import { hazardOfSubject } from '../../core/hazard.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';
import { askCheckers } from './ask-checkers.ts';
import { noteSimilarFile } from './note-similar-photo.ts';
import { redrawCards, showHazard } from './show-hazard.ts';
import { photoLikeness } from './similar-photo.ts';

/**
 * A picture of a hazard is stored. How it is now comes onto the cards of what is reported done. When one like it was there before, whoever decides is told, on the card that they have:
 * the command of how it was, the checker of how it is now.
 */
export async function settlePhoto(work: Work, file: KeptFile): Promise<void> {
  const id = hazardOfSubject(file.subject);
  if (id === null || (file.role !== 'before' && file.role !== 'after')) return;
  const hazard = await work.tx.hazards.byId(id);
  if (hazard === null) return;
  if (file.role === 'after' && (hazard.state === 'fixed' || hazard.outcome === 'resolved'))
    await redrawCards(work, hazard);
  if ((await photoLikeness(work.tx, hazard, file)) === null) return;
  await noteSimilarFile(work, file);
  if (file.role === 'before' && hazard.state === 'reported') await showHazard(work, hazard);
  if (file.role === 'after' && hazard.state === 'fixed') await askCheckers(work, hazard);
}

/** A file of a hazard could not be kept: the cards that counted it are drawn anew, where they can be edited. */
export async function photoRefused(work: Work, { subject }: KeptFile): Promise<void> {
  const id = hazardOfSubject(subject);
  const hazard = id === null ? null : await work.tx.hazards.byId(id);
  if (hazard !== null) await redrawCards(work, hazard);
}

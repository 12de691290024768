import { canFile, filesItself, nextNeed } from '../../core/matter-intake.ts';
import type { Matter } from '../../core/matter.ts';
import type { Work } from '../work.ts';
import { askNeed } from './ask-need.ts';
import { fileMatter } from './file-matter.ts';

/**
 * Asks the teller for the next thing that is missing, or shows the summary; what is not to wait for a summary is handed in. The
 * matter as it is then is given back; one that is not being told (any more) is left as it is.
 */
export async function askNext(work: Work, matter: Matter): Promise<Matter> {
  const need = nextNeed(matter);
  if (need === null) return matter;
  if (need === 'check' && filesItself(matter) && canFile(matter)) {
    const person = matter.tellerId === null ? null : await work.tx.people.byId(matter.tellerId);
    if (person !== null) {
      await fileMatter(work, matter, person);
      return (await work.tx.matters.byId(matter.id)) ?? matter;
    }
  }
  return askNeed(work, matter, need);
}

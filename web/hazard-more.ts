import type { Hazard, HazardReport } from '../core/hazard.ts';
import { hazardSubject } from '../core/hazard.ts';
import type { PersonId } from '../core/ids.ts';
import type { Person } from '../core/people.ts';
import type { KeptFile } from '../core/ports/files.ts';
import { keepWithHazard } from '../handlers/hazard/claim-files.ts';
import { saveHazard, showHazard } from '../handlers/hazard/show-hazard.ts';
import type { Work } from '../handlers/work.ts';
import { traceHazard } from '../handlers/work.ts';
import { addPhotos, type FormPhoto } from './hazard-photos.ts';

/** More of a telling that has its number already: photos are evidence, words stand beside the first ones. @returns new photos */
export async function addToReport(
  work: Work,
  { hazard, report }: { hazard: Hazard; report: HazardReport },
  more: { person: Person; words: string; photos: readonly FormPhoto[] },
): Promise<number> {
  const locked = await work.tx.hazards.lock(hazard.id);
  if (locked === null) return 0;
  const actor = report.anonymous ? null : more.person.id;
  const files = await newFiles(work, locked, report, more, actor);
  const words = more.words.trim();
  if (files.length === 0 && words === '') return 0;
  await work.tx.hazards.putReport({
    ...report,
    words: [report.words, words].filter((said) => said !== '').join(' '),
    fileIds: [...report.fileIds, ...files.map(({ id }) => id)],
  });
  if (words !== '') await traceHazard(work, locked, 'detail_added', actor, { words });
  await showHazard(work, await saveHazard(work, locked));
  return files.length;
}

async function newFiles(
  work: Work,
  hazard: Hazard,
  report: HazardReport,
  { photos }: { photos: readonly FormPhoto[] },
  actor: PersonId | null,
): Promise<KeptFile[]> {
  const files = await addPhotos(work, photos, {
    personId: actor,
    messageId: report.messageId ?? '',
    incidentId: null,
    known: await work.tx.files.ofSubject(hazardSubject(hazard.id)),
  });
  await keepWithHazard(
    work,
    hazard,
    files.map(({ id }) => id),
    'before',
    actor,
  );
  return files;
}

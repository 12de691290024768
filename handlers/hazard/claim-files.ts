import type { FileId, HazardDraftId, PersonId, RoomId } from '../../core/ids.ts';
import type { Hazard } from '../../core/hazard.ts';
import { hazardSubject } from '../../core/hazard.ts';
import { draftSubject } from '../../core/hazard-draft.ts';
import type { FileRole, KeptFile } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { noteSimilarFile } from './note-similar-photo.ts';

/** Pictures and films that this person sent into this room within `windowMs` and that belong to nothing yet. */
export async function looseFiles(work: Work, roomId: RoomId, personId: PersonId, windowMs: number): Promise<FileId[]> {
  const files = await work.tx.files.recentOf(roomId, personId, work.now - windowMs);
  return files.filter(({ attachment }) => attachment.kind !== 'document').map(({ id }) => id);
}

/** The file, unless it belongs to an incident or to another hazard meanwhile. */
async function free(work: Work, id: FileId): Promise<KeptFile | null> {
  const file = await work.tx.files.lock(id);
  if (file === null || file.incidentId !== null) return null;
  return file.subject === null || file.subject.startsWith('hazard_draft:') ? file : null;
}

/** The pictures belong to a report that is being told. */
export async function keepWithDraft(work: Work, draftId: HazardDraftId, fileIds: readonly FileId[]): Promise<void> {
  for (const id of fileIds) {
    const file = await free(work, id);
    if (file !== null) await work.tx.files.put({ ...file, subject: draftSubject(draftId) });
  }
}

/** The pictures are evidence of a hazard. @returns those that are now */
export async function keepWithHazard(
  work: Work,
  hazard: Pick<Hazard, 'id'>,
  fileIds: readonly FileId[],
  role: FileRole,
  actorId: PersonId | null,
): Promise<FileId[]> {
  const kept: FileId[] = [];
  for (const id of fileIds) {
    const file = await free(work, id);
    if (file === null) continue;
    const ours: KeptFile = { ...file, subject: hazardSubject(hazard.id), role };
    await work.tx.files.put(ours);
    await traceHazard(work, hazard, 'photo', actorId, { file: id, role });
    // One that is still on its way is looked at when it is there.
    await noteSimilarFile(work, ours);
    kept.push(id);
  }
  return kept;
}

/** Evidence moves with a telling to another hazard; the files themselves are not touched. */
export async function moveFiles(work: Work, fileIds: readonly FileId[], to: Pick<Hazard, 'id'>): Promise<void> {
  for (const id of fileIds) {
    const file = await work.tx.files.lock(id);
    if (file !== null) await work.tx.files.put({ ...file, subject: hazardSubject(to.id) });
  }
}

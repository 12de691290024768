import type { DraftPiece, HazardDraft } from '../../core/hazard-draft.ts';
import { hazardSubject, type Hazard } from '../../core/hazard.ts';
import type { FileId } from '../../core/ids.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { showHazard } from './show-hazard.ts';

/** Words that come so soon after a picture may be what it shows. */
const aheadMs = 2 * 60_000;

/**
 * Somebody who sends a picture first and its words after does so with the next one too: pictures without words, sent just before
 * these words, that went to a report which had its number and a picture of its own, are what these words are about. They leave
 * that report.
 * @returns the pictures, free again
 */
export async function takePhotosAhead(work: Work, last: HazardDraft | null, piece: DraftPiece): Promise<FileId[]> {
  if (last?.state !== 'filed' || last.hazardId === null || piece.fileIds.length > 0) return [];
  if (piece.quotedMessageId !== null || piece.words.trim() === '' || work.now - last.touchedAt > aheadMs) return [];
  const hazard = await work.tx.hazards.lock(last.hazardId);
  if (hazard === null || hazard.state === 'closed') return [];
  const ahead = await aheadOf(work, hazard, last);
  for (const file of ahead) await work.tx.files.put({ ...file, subject: null, role: null, shownAt: null });
  const ids = ahead.map(({ id }) => id);
  if (ids.length > 0) await withoutThem(work, hazard, last, ids);
  return ids;
}

async function aheadOf(work: Work, hazard: Hazard, { personId, roomId }: HazardDraft): Promise<KeptFile[]> {
  const reports = await work.tx.hazards.reports(hazard.id);
  const own = reports.findLast((report) => report.personId === personId);
  if (own === undefined) return [];
  const files = await work.tx.files.ofSubject(hazardSubject(hazard.id));
  const sent = files.filter((file) => file.role === 'before' && file.personId === personId && file.roomId === roomId);
  const since = Math.max(own.at, work.now - aheadMs);
  const ahead = sent.filter(({ receivedAt }) => receivedAt > since);
  // Whoever told in words first sends the picture after them: then the first one after the number is that report's.
  if (ahead.length === 0 || !sent.some(({ receivedAt }) => receivedAt <= own.at)) return [];
  const trace = await work.tx.trace.of(hazardSubject(hazard.id));
  const first = ahead[0]?.receivedAt ?? 0;
  return trace.some(({ what, at }) => what === 'detail_added' && at >= first) ? [] : ahead;
}

async function withoutThem(work: Work, hazard: Hazard, draft: HazardDraft, ids: readonly FileId[]): Promise<void> {
  const left = (fileIds: readonly FileId[]): FileId[] => fileIds.filter((id) => !ids.includes(id));
  await work.tx.hazards.putDraft({ ...draft, fileIds: left(draft.fileIds) });
  for (const report of await work.tx.hazards.reports(hazard.id))
    if (report.fileIds.some((id) => ids.includes(id)))
      await work.tx.hazards.putReport({ ...report, fileIds: left(report.fileIds) });
  const actor = draft.anonymous ? null : draft.personId;
  for (const file of ids) await traceHazard(work, hazard, 'photo', actor, { file, role: null });
  await showHazard(work, hazard);
}

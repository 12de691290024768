import { withPause } from '../../core/deadline.ts';
import { drawRecheck } from '../../core/hazard-recheck.ts';
import type { Hazard } from '../../core/hazard.ts';
import { hazardSubject } from '../../core/hazard.ts';
import type { FileId, HazardId, RoomId } from '../../core/ids.ts';
import type { HazardResult, Refusal } from '../../core/tap-result.ts';
import type { Person } from '../../core/people.ts';
import type { Work } from '../work.ts';
import { traceHazard } from '../work.ts';
import { askCheckers } from './ask-checkers.ts';
import { keepWithHazard, looseFiles } from './claim-files.ts';
import { closeHazard } from './close-hazard.ts';
import { setAlarms, setWaiting } from './keep-clock.ts';
import { forStep } from './lock-hazard.ts';
import { hazardRules } from './rules.ts';
import { directRoomOf, saveHazard, showHazard, toReporters } from './show-hazard.ts';

/** Where the owner said so, and with what. */
export interface FixedBy {
  person: Person;
  /** Null: by link; photos then come from the page. */
  roomId: RoomId | null;
  words: string;
  fileIds: readonly FileId[];
}

/** A photo that was sent this long before "整改好了" is the after-photo; people send the picture first. */
const photoFirstMs = 30 * 60_000;

/**
 * Somebody says that it is fixed. Without a photo of how it is now it is not: one is asked for, and the next one sent is
 * taken. Then either somebody else looks at it, or the lot let it go and it is closed.
 */
export async function reportFixed(work: Work, id: HazardId, by: FixedBy): Promise<HazardResult | Refusal> {
  const found = await forStep(work, id, 'fix');
  if ('refused' in found) return found.refused;
  const { hazard } = found;
  if (!(await hasAfterPhoto(work, hazard, by))) return askPhoto(work, hazard, by);
  const draw = drawRecheck(hazard, hazardRules(work).sampleSharePercent);
  const fixed: Hazard = {
    ...hazard,
    state: 'fixed',
    fixedById: by.person.id,
    fixedAt: work.now,
    draw,
    asked: null,
    // The owner can do nothing while somebody else looks: the clock stands, and goes on if it comes back.
    terms: hazard.terms && withPause(hazard.terms, draw.checked ? 'recheck' : 'closed', '', work.now),
    dueAt: null,
  };
  await traceHazard(work, hazard, 'fixed', by.person.id, by.words === '' ? {} : { words: by.words });
  await traceHazard(work, hazard, 'recheck_drawn', null, { ...draw });
  await forgetQuestion(work, hazard, by);
  if (!draw.checked) {
    await closeHazard(work, fixed, null, by.words);
    return { kind: 'hazard_fixed', checked: false };
  }
  const saved = await saveHazard(work, fixed);
  await setAlarms(work, saved);
  await setWaiting(work, saved);
  await showHazard(work, saved, { priority: 'answer' });
  await askCheckers(work, saved);
  await toReporters(work, saved, (report) => ({
    kind: 'hazard_turn',
    hazardId: saved.id,
    reportId: report.id,
    turn: 'fixed',
  }));
  return { kind: 'hazard_fixed', checked: true };
}

/** A picture of this round: sent with these words, shortly before, or kept as the after-photo already. */
async function hasAfterPhoto(work: Work, hazard: Hazard, by: FixedBy): Promise<boolean> {
  const loose = by.roomId === null ? [] : await looseFiles(work, by.roomId, by.person.id, photoFirstMs);
  const candidates = [...new Set([...by.fileIds, ...loose])];
  const photos: FileId[] = [];
  for (const fileId of candidates) {
    const file = await work.tx.files.byId(fileId);
    const seen = file?.attachment.kind === 'photo' || file?.attachment.kind === 'video';
    // Pictures from before this round show how it was.
    if (file !== null && seen && file.receivedAt >= hazard.roundAt) photos.push(fileId);
  }
  const kept = await keepWithHazard(work, hazard, photos, 'after', by.person.id);
  if (kept.length > 0) return true;
  const files = await work.tx.files.ofSubject(hazardSubject(hazard.id));
  return files.some(({ role, receivedAt }) => role === 'after' && receivedAt >= hazard.roundAt);
}

/** A photo is asked for once by result; the question makes the next photo of this person the answer. */
async function askPhoto(work: Work, hazard: Hazard, by: FixedBy): Promise<HazardResult> {
  const roomId = by.roomId ?? (await directRoomOf(work, by.person.id));
  if (roomId !== null) {
    await work.tx.rooms.ask({
      roomId,
      personId: by.person.id,
      kind: 'hazard_photo',
      subject: hazard.id,
      expiresAt: work.now + hazardRules(work).draftMinutes * 60_000,
    });
  }
  return { kind: 'hazard_photo_wanted' };
}

async function forgetQuestion(work: Work, hazard: Hazard, by: FixedBy): Promise<void> {
  if (by.roomId === null) return;
  const question = await work.tx.rooms.question(by.roomId, by.person.id, work.now);
  if (question?.kind === 'hazard_photo' && question.subject === hazard.id) {
    await work.tx.rooms.answered(by.roomId, by.person.id);
  }
}

import { editedNeed, needOfAnswer, canSkip } from '../../core/matter-intake.ts';
import { tellingSide } from '../../core/matter-sides.ts';
import { withAnswer, withTold, type Told } from '../../core/matter-told.ts';
import { matterSubject, type Matter } from '../../core/matter.ts';
import type { FileId } from '../../core/ids.ts';
import type { Person } from '../../core/people.ts';
import { traceMatter, type Work } from '../work.ts';
import { tellerActor } from './hand-in.ts';
import { takeDangers } from './take-danger.ts';
import { withKnownSides } from './know-sides.ts';
import { setTalkTimer, touchedAt } from './talk-timer.ts';

/**
 * Takes one more message of whoever tells: it fills what was missing, and what came with it is evidence. Danger that it tells of
 * comes before everything else. The matter as it is then is given back; nothing is asked here (`askNext`).
 */
export async function tellMatter(work: Work, matter: Matter, told: Told): Promise<Matter> {
  const fileIds = await keepEvidence(work, matter, told.fileIds);
  const next = withTold(matter, { ...told, fileIds, dangers: [] });
  const kept = await keepTalk(work, await withKnownSides(work, next), 'words');
  if (matter.state !== 'telling')
    await traceMatter(work, kept, 'matter_noted', tellerActor(kept), { files: fileIds.length });
  return told.dangers.length === 0 ? kept : takeDangers(work, kept, told.dangers);
}

/** Takes an answer that was tapped. Null: there is no such answer. */
export async function answerMatter(work: Work, matter: Matter, person: Person, code: string): Promise<Matter | null> {
  const answered = code === 'named' ? withName(matter, person) : withAnswer(matter, code);
  if (answered === null || needOfAnswer(code) === null) return null;
  return editedNeed(code) === null ? keepTalk(work, answered, 'tap') : answered;
}

/** Leaves a question out; null: it cannot be. Which one: the one that was asked last, unless an older button says another. */
export async function skipNeed(work: Work, matter: Matter, value: string): Promise<Matter | null> {
  const need = value === '' ? matter.need : value;
  if (need === null || (matter.need === need && !canSkip(matter.need, matter))) return null;
  return keepTalk(work, matter, 'tap');
}

/** A clue with its giver's name. */
function withName(matter: Matter, person: Person): Matter {
  const others = matter.body.parties.filter(({ key }) => key !== 'a');
  return { ...matter, body: { ...matter.body, parties: [tellingSide(person), ...others] } };
}

/** Keeps the matter as its teller left it, and moves the reminder. */
export async function keepTalk(work: Work, matter: Matter, by: 'words' | 'tap'): Promise<Matter> {
  const kept: Matter = { ...matter, changedAt: touchedAt(work, matter, by) };
  await work.tx.matters.put(kept);
  if (kept.state === 'telling') await setTalkTimer(work, kept);
  return kept;
}

/** Photos and recordings become evidence, unless they belong to something else already. @returns those that are now */
async function keepEvidence(work: Work, matter: Matter, fileIds: readonly FileId[]): Promise<FileId[]> {
  const kept: FileId[] = [];
  for (const id of fileIds) {
    const file = await work.tx.files.lock(id);
    if (file === null || file.incidentId !== null || file.subject !== null) continue;
    await work.tx.files.put({ ...file, subject: matterSubject(matter) });
    kept.push(id);
  }
  return kept;
}
